package io.github.authfilters.user;

import java.util.Optional;

/** Port: where users are looked up by name. */
public interface UserStore {

  /**
   * Empty for a name that is unknown; throws {@link
   * io.github.authfilters.identity.UnavailableException} where the store can't tell.
   */
  Optional<User> find(String username);
}
