package io.github.authfilters.token;

import java.time.InstantSource;
import java.util.List;

/** Proves presented tokens: issuer, key, signature, claims, revoked or not. */
public final class TokenVerifier {

  public TokenVerifier(List<TrustedIssuer> issuers, RevocationList revoked, InstantSource clock) {}

  /** Never throws for what is presented; {@code UnavailableException} where nobody can tell. */
  public Verdict verify(String presented) {
    throw new UnsupportedOperationException();
  }

  /** Makes the token refused by every node from now on. Twice is as once. */
  public void revoke(VerifiedToken token) {
    throw new UnsupportedOperationException();
  }
}
