package io.github.authfilters.token;

import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A token that {@link TokenVerifier} has proven; nothing else can make one. */
public final class VerifiedToken implements Verdict, Principal {

  VerifiedToken() {}

  /** The subject. */
  @Override
  public String getName() {
    return subject();
  }

  public String issuer() {
    throw new UnsupportedOperationException();
  }

  public String subject() {
    throw new UnsupportedOperationException();
  }

  /** The {@code jti}. */
  public String id() {
    throw new UnsupportedOperationException();
  }

  public Set<String> roles() {
    throw new UnsupportedOperationException();
  }

  public Set<String> scopes() {
    throw new UnsupportedOperationException();
  }

  public Instant expiresAt() {
    throw new UnsupportedOperationException();
  }

  public Instant issuedAt() {
    throw new UnsupportedOperationException();
  }

  /** All claims, deeply immutable. */
  public Map<String, Object> claims() {
    throw new UnsupportedOperationException();
  }

  /** Whether this realm issued it (and so its user store knows the subject). */
  public boolean isOurs() {
    throw new UnsupportedOperationException();
  }

  /** A short hash of the id, for the log. */
  public String fingerprint() {
    throw new UnsupportedOperationException();
  }
}
