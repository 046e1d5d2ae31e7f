package io.github.authfilters.token;

import java.util.function.Supplier;

/** Our own keys, which are at hand, and change when their files do. */
record OwnKeySource(Supplier<SigningKeys> signing) implements KeySource {

  @Override
  public KeySet keys() {
    return signing.get().keySet();
  }

  /** Another set only where the keys have just changed. */
  @Override
  public KeySet newer(KeySet than) {
    return keys();
  }
}
