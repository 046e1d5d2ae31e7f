package io.github.authfilters.token;

import io.github.authfilters.identity.Identity;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** Issues this realm's own tokens. */
public final class TokenIssuer {

  public TokenIssuer(
      String issuer,
      String audience,
      Duration lifetime,
      SigningKeys keys,
      InstantSource clock,
      SecureRandom random) {}

  /** A token for the identity, with these of its scopes. */
  public IssuedToken issue(Identity identity, Set<String> scopes) {
    throw new UnsupportedOperationException();
  }
}
