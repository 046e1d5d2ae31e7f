package io.github.authfilters.user;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Users of an Apache htpasswd file, reread when it changes.
 *
 * <p>A line reads {@code NAME:HASH} with a bcrypt hash, as {@code htpasswd -nB -C 12 NAME} prints
 * it; blank lines and those that begin with {@code #} are left out, the text is UTF-8. The users
 * have no roles and no scopes; who needs them takes {@link FileUserStore}. Changes are seen as
 * there.
 */
public final class HtpasswdUserStore implements UserStore {

  private final ReloadingFile<UserTable> table;

  /** Throws {@link IllegalArgumentException} that lists all mistakes of the file. */
  public HtpasswdUserStore(Path file) {
    this(file, InstantSource.system());
  }

  public HtpasswdUserStore(Path file, InstantSource clock) {
    this.table =
        new ReloadingFile<>(
            file,
            content ->
                new UserTable(file.toString(), HtpasswdLines.parse(file.toString(), content)),
            clock);
  }

  @Override
  public Optional<User> find(String username) {
    return table.content().find(username);
  }

  @Override
  public List<PasswordHash> decoys() {
    return table.content().decoys();
  }
}
