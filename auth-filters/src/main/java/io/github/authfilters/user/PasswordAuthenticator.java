package io.github.authfilters.user;

import io.github.authfilters.identity.Credentials;
import io.github.authfilters.identity.Identity;
import java.util.Optional;

/** Proves credentials against the hashes of a {@link UserStore}. */
public final class PasswordAuthenticator implements Authenticator {

  public PasswordAuthenticator(UserStore users) {}

  @Override
  public Optional<Identity> authenticate(Credentials credentials) {
    throw new UnsupportedOperationException();
  }
}
