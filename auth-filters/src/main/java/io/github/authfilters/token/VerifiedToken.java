package io.github.authfilters.token;

import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A token that {@link TokenVerifier} has proven; nothing else can make one. */
public final class VerifiedToken implements Verdict, Principal {

  private final TrustedIssuer issuer;
  private final String id;
  private final Claims claims;

  VerifiedToken(TrustedIssuer issuer, String id, Claims claims) {
    this.issuer = issuer;
    this.id = id;
    this.claims = claims;
  }

  /** The subject. */
  @Override
  public String getName() {
    return subject();
  }

  public String issuer() {
    return issuer.name();
  }

  public String subject() {
    return claims.subject();
  }

  /** The {@code jti}; a hash of the signed text where another issuer gives none. */
  public String id() {
    return id;
  }

  public Set<String> roles() {
    return claims.roles();
  }

  public Set<String> scopes() {
    return claims.scopes();
  }

  /** From this instant on, it included, the token is refused; later by the issuer's clock skew. */
  public Instant expiresAt() {
    return claims.expiresAt();
  }

  /** 1970 where another issuer does not say, so that it counts as older than any other. */
  public Instant issuedAt() {
    return claims.issuedAt().orElse(Instant.EPOCH);
  }

  /**
   * All claims, deeply immutable: String, Long, Double, Boolean, List and Map. What is null in the
   * token is left out.
   */
  public Map<String, Object> claims() {
    return claims.all();
  }

  /** Whether this realm issued it (and so its user store knows the subject). */
  public boolean isOurs() {
    return issuer.isOurs();
  }

  /** A short hash of the id, for the log. */
  public String fingerprint() {
    return Digest.fingerprint(id);
  }

  /** What the list of revoked tokens knows it by: two issuers may use the same id. */
  String revocationKey() {
    return Digest.sha256(issuer.name() + '\0' + id);
  }

  Instant refusedFrom() {
    return issuer.refusesFrom(claims);
  }

  /** Equal is what has the same issuer and the same id. */
  @Override
  public boolean equals(Object other) {
    return other instanceof VerifiedToken token
        && token.issuer().equals(issuer())
        && token.id.equals(id);
  }

  @Override
  public int hashCode() {
    return Objects.hash(issuer(), id);
  }

  @Override
  public String toString() {
    return "VerifiedToken[subject=%s, issuer=%s, expiresAt=%s]"
        .formatted(subject(), issuer(), expiresAt());
  }
}
