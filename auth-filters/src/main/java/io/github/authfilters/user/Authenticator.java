package io.github.authfilters.user;

import io.github.authfilters.identity.Credentials;
import io.github.authfilters.identity.Identity;
import java.util.Optional;

/** Port: proves who somebody is by a user name and a password. */
public interface Authenticator {

  /** Empty for an unknown user, a disabled one and a wrong password alike. */
  Optional<Identity> authenticate(Credentials credentials);
}
