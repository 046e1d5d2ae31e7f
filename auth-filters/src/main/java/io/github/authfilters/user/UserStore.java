package io.github.authfilters.user;

import java.util.List;
import java.util.Optional;

/**
 * Port: where users are looked up by name.
 *
 * <p>Called by many threads at once, at every login and wherever a token's user is looked at again.
 * Names are compared as they are spelled: an implementation folds neither case nor Unicode.
 */
public interface UserStore {

  /**
   * The user of this name, found anew at each call: a user who was disabled, changed or removed a
   * second ago is so here. Empty for a name that is unknown or can't be a name. Where the store
   * can't tell (a database that is down, a row that makes no sense) it throws {@link
   * io.github.authfilters.identity.UnavailableException}, never empty.
   */
  Optional<User> find(String username);

  /**
   * A hash for each cost (format and parameters) that the store's hashes have, and that nothing
   * matches: they are hashed at every login, so that unknown names take as long as known ones, and
   * known ones the same. Of more than four, the dearest count. A store that can't say returns none;
   * then the costs that it has shown so far are spent.
   */
  default List<PasswordHash> decoys() {
    return List.of();
  }
}
