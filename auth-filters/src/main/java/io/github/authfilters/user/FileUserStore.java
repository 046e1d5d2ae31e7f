package io.github.authfilters.user;

import java.nio.file.Path;
import java.util.Optional;

/** Users of a JSON file, reread when it changes. */
public final class FileUserStore implements UserStore {

  public FileUserStore(Path file) {}

  @Override
  public Optional<User> find(String username) {
    throw new UnsupportedOperationException();
  }
}
