package io.github.authfilters.user;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Users of a JSON file, reread when it changes.
 *
 * <pre>{@code
 * {"users": [
 *   {"username": "johndoe", "password": "$2b$12$…", "roles": ["user"], "scopes": ["me", "items"]},
 *   {"username": "alice", "password": "$argon2id$…", "disabled": true,
 *    "full_name": "Alice Chains", "email": "alice@example.com"}
 * ]}
 * }</pre>
 *
 * <p>{@code username} and {@code password} (a hash that {@link PasswordHash} reads) are required;
 * {@code email} and {@code full_name} are left to the application. Any other member is a mistake.
 *
 * <p>A change is seen within a second of the next look-up, also one that was moved into place or
 * brought an older date. A version with mistakes, or none at all, leaves the users as they were and
 * logs one WARNING.
 */
public final class FileUserStore implements UserStore {

  private final Supplier<UserTable> table;

  /** Throws {@link IllegalArgumentException} that lists all mistakes of the file. */
  public FileUserStore(Path file) {
    this(file, InstantSource.system());
  }

  public FileUserStore(Path file, InstantSource clock) {
    this(
        new ReloadingFile<>(
                file,
                content ->
                    new UserTable(file.toString(), UsersJson.parse(file.toString(), content)),
                clock)
            ::content);
  }

  private FileUserStore(Supplier<UserTable> table) {
    this.table = table;
  }

  /**
   * Users of a resource that is no file, such as one in a WAR that was not unpacked: read once, the
   * stream stays open. Throws {@link IllegalArgumentException} as the constructor does.
   *
   * @param description names the resource in messages
   */
  public static FileUserStore of(String description, InputStream json) {
    try {
      UserTable users =
          new UserTable(description, UsersJson.parse(description, ReloadingFile.bounded(json)));
      return new FileUserStore(() -> users);
    } catch (IOException e) {
      throw new IllegalArgumentException(description + " can't be read: " + e, e);
    }
  }

  @Override
  public Optional<User> find(String username) {
    return table.get().find(username);
  }

  @Override
  public List<PasswordHash> decoys() {
    return table.get().decoys();
  }
}
