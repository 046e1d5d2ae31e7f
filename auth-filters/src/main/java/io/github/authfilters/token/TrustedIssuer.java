package io.github.authfilters.token;

import io.github.authfilters.token.RejectedToken.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** An issuer whose tokens are accepted: its name, the audiences, how its tokens are proven. */
public final class TrustedIssuer {

  /** How far our own nodes' clocks may be apart before a token from the future is a forgery. */
  private static final Duration DRIFT = Duration.ofMinutes(1);

  private final IssuerSettings settings;
  private final Evidence evidence;
  private final TokenType type;
  private final ClaimPaths paths;
  private final boolean ours;

  private TrustedIssuer(IssuerSettings settings, Evidence evidence, boolean ours) {
    this.settings = settings;
    this.evidence = evidence;
    this.type = new TokenType(settings.type());
    this.paths = ClaimPaths.of(settings.rolePaths(), settings.scopePaths());
    this.ours = ours;
  }

  /** This realm itself, verifying by the same keys that sign. */
  public static TrustedIssuer ourselves(
      String issuer, String audience, Supplier<SigningKeys> keys) {
    IssuerSettings settings =
        new IssuerSettings(
            issuer,
            Set.of(audience),
            new IssuerKeys.InText(() -> keys.get().publicKeys()),
            Set.of(),
            Optional.empty(),
            List.of("roles"),
            List.of("scope"),
            Duration.ZERO,
            false);
    IssuerRules.checkNames(settings);
    return new TrustedIssuer(settings, new Evidence.Signature(() -> keys.get().keySet()), true);
  }

  /**
   * Somebody else. Nothing is fetched yet.
   *
   * @throws IllegalArgumentException if the settings are unusable; the message has the rule and an
   *     example, and never a secret
   */
  public static TrustedIssuer other(IssuerSettings settings, IssuerClient client) {
    IssuerRules.check(settings);
    Evidence evidence =
        settings.keys() instanceof IssuerKeys.Introspected
            ? new Evidence.Answer(HttpIntrospector.of(settings, client))
            : new Evidence.Signature(RemoteKeys.of(settings, client));
    return other(settings, evidence);
  }

  static TrustedIssuer other(IssuerSettings settings, Evidence evidence) {
    return new TrustedIssuer(settings, evidence, false);
  }

  public String name() {
    return settings.issuer();
  }

  public Set<String> audiences() {
    return settings.audiences();
  }

  boolean isOurs() {
    return ours;
  }

  Evidence evidence() {
    return evidence;
  }

  /** What speaks against the header of one of its tokens. */
  Optional<Reason> headerObjection(JsonObject header) {
    return type.objection(header);
  }

  /** What speaks against claims by which its tokens of other kinds are known. */
  Optional<Reason> typeObjection(JsonObject claims) {
    return ours ? Optional.empty() : TokenType.objectionToClaims(claims);
  }

  /** Empty where a claim is missing or of a wrong type. */
  Optional<Claims> read(JsonObject claims) {
    return Claims.read(claims, paths);
  }

  /** From this instant on, it included, the token is refused for its age. */
  Instant refusesFrom(Claims claims) {
    return claims.expiresAt().plus(settings.clockSkew());
  }

  /** What speaks against claims that this issuer vouches for. */
  Optional<Reason> objection(Claims claims, Instant now) {
    if (ours && (claims.id().isEmpty() || claims.issuedAt().isEmpty())) {
      return Optional.of(Reason.BAD_CLAIMS);
    }
    if (Collections.disjoint(claims.audience(), audiences())) {
      return Optional.of(Reason.WRONG_AUDIENCE);
    }
    // Refused at exp exactly: RFC 7519, section 4.1.4, says "on or after".
    if (!now.isBefore(refusesFrom(claims))) {
      return Optional.of(Reason.EXPIRED);
    }
    // Accepted at nbf exactly: section 4.1.5 says "before".
    Instant latest = now.plus(settings.clockSkew());
    if (claims.notBefore().filter(latest::isBefore).isPresent()) {
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
    return "TrustedIssuer[" + name() + "]";
  }
}
