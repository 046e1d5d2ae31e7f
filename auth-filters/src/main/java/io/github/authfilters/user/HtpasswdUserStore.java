package io.github.authfilters.user;

import java.nio.file.Path;
import java.util.Optional;

/** Users of an Apache htpasswd file, reread when it changes. */
public final class HtpasswdUserStore implements UserStore {

  public HtpasswdUserStore(Path file) {}

  @Override
  public Optional<User> find(String username) {
    throw new UnsupportedOperationException();
  }
}
