package io.github.authfilters.token;

import java.security.SecureRandom;
import java.util.List;

/** The keys of this realm: the first signs, all verify. */
public final class SigningKeys {

  private SigningKeys() {}

  /** Reads keys: each text is a base64url secret, a JWK, a JWK set or PKCS#8 PEM. */
  public static SigningKeys parse(List<String> texts) {
    throw new UnsupportedOperationException("" + texts.size());
  }

  public static SigningKeys generated(SecureRandom random) {
    throw new UnsupportedOperationException("" + random);
  }
}
