package io.github.authfilters.token;

import io.github.authfilters.token.RejectedToken.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** An issuer whose tokens are accepted: its name, the audiences, its keys. */
public final class TrustedIssuer {

  /** How far our own nodes' clocks may be apart before a token from the future is a forgery. */
  private static final Duration DRIFT = Duration.ofMinutes(1);

  private final String name;
  private final Set<String> audiences;
  private final Supplier<KeySet> keys;
  private final Duration clockSkew;
  private final boolean ours;

  private TrustedIssuer(
      String name, Set<String> audiences, Supplier<KeySet> keys, Duration clockSkew, boolean ours) {
    this.name = name;
    this.audiences = Set.copyOf(audiences);
    this.keys = keys;
    this.clockSkew = clockSkew;
    this.ours = ours;
    if (name.isBlank()
        || this.audiences.isEmpty()
        || this.audiences.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("an issuer has a name and an audience, e.g. auth-filters");
    }
    if (clockSkew.isNegative()) {
      throw new IllegalArgumentException("a clock skew is zero or more, e.g. PT60S");
    }
  }

  /** This realm itself, verifying by the same keys that sign. */
  public static TrustedIssuer ourselves(
      String issuer, String audience, Supplier<SigningKeys> keys) {
    return new TrustedIssuer(
        issuer, Set.of(audience), () -> keys.get().keySet(), Duration.ZERO, true);
  }

  /** Somebody else, whose keys are asked for at each token, since they may change. */
  static TrustedIssuer other(
      String name, Set<String> audiences, Supplier<KeySet> keys, Duration clockSkew) {
    return new TrustedIssuer(name, audiences, keys, clockSkew, false);
  }

  /**
   * Somebody else.
   *
   * @throws IllegalArgumentException if the settings are unusable
   */
  public static TrustedIssuer other(IssuerSettings settings, IssuerClient client) {
    if (settings.issuer().isEmpty() || client.clock().millis() < 0) {
      throw new IllegalArgumentException("an issuer has a name");
    }
    return other(
        settings.issuer(),
        settings.audiences(),
        () -> {
          throw new io.github.authfilters.identity.UnavailableException(
              "not yet", Duration.ofSeconds(5));
        },
        settings.clockSkew());
  }

  public String name() {
    return name;
  }

  public Set<String> audiences() {
    return audiences;
  }

  boolean isOurs() {
    return ours;
  }

  KeySet keys() {
    return keys.get();
  }

  /** From this instant on, it included, the token is refused for its age. */
  Instant refusesFrom(Claims claims) {
    return claims.expiresAt().plus(clockSkew);
  }

  /** What speaks against claims that this issuer has signed. */
  Optional<Reason> objection(Claims claims, Instant now) {
    if (ours && (claims.id().isEmpty() || claims.issuedAt().isEmpty())) {
      return Optional.of(Reason.BAD_CLAIMS);
    }
    if (Collections.disjoint(claims.audience(), audiences)) {
      return Optional.of(Reason.WRONG_AUDIENCE);
    }
    // Refused at exp exactly: RFC 7519, section 4.1.4, says "on or after".
    if (!now.isBefore(refusesFrom(claims))) {
      return Optional.of(Reason.EXPIRED);
    }
    // Accepted at nbf exactly: section 4.1.5 says "before".
    if (claims.notBefore().filter(from -> now.plus(clockSkew).isBefore(from)).isPresent()) {
      return Optional.of(Reason.NOT_YET_VALID);
    }
    // Accepted where iat is ahead by the drift exactly. An iat of others is their affair.
    if (ours && claims.issuedAt().filter(at -> now.plus(DRIFT).isBefore(at)).isPresent()) {
      return Optional.of(Reason.NOT_YET_VALID);
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "TrustedIssuer[" + name + "]";
  }
}
