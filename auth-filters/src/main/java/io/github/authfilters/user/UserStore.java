package io.github.authfilters.user;

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
   * A hash that costs as much as those of the store and that nothing matches: it is hashed for
   * unknown names, so that they take as long as known ones. A store that can't say returns empty;
   * then the costliest hash that it gave so far is imitated.
   */
  default Optional<PasswordHash> decoy() {
    return Optional.empty();
  }
}
