package io.github.authfilters.token;

import io.github.authfilters.token.RejectedToken.Reason;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves presented tokens: issuer, key, signature, claims, revoked or not.
 *
 * <p>One verifier serves all threads.
 */
public final class TokenVerifier {

  private final Map<String, TrustedIssuer> issuers;
  private final Optional<TrustedIssuer> asked;
  private final RevocationList revoked;
  private final InstantSource clock;

  /**
   * @throws IllegalArgumentException if two issuers have the same name, so that nobody could tell
   *     whose keys count; or if two are asked about tokens that nobody else can read, so that
   *     nobody could tell whom to ask
   */
  public TokenVerifier(List<TrustedIssuer> issuers, RevocationList revoked, InstantSource clock) {
    Map<String, TrustedIssuer> byName = new HashMap<>();
    for (TrustedIssuer issuer : issuers) {
      if (byName.put(issuer.name(), issuer) != null) {
        throw new IllegalArgumentException(
            "issuer \"" + issuer.name() + "\" is there twice; each has a name of its own");
      }
    }
    this.issuers = Map.copyOf(byName);
    this.asked = asked(issuers);
    this.revoked = revoked;
    this.clock = clock;
  }

  private static Optional<TrustedIssuer> asked(List<TrustedIssuer> issuers) {
    List<TrustedIssuer> asked =
        issuers.stream().filter(issuer -> issuer.evidence() instanceof Evidence.Answer).toList();
    if (asked.size() > 1) {
      throw new IllegalArgumentException(
          "issuers \"%s\" and \"%s\" have both introspection; one issuer at most has it, since an"
                  .formatted(asked.get(0).name(), asked.get(1).name())
              + " opaque token does not say whose it is");
    }
    return asked.stream().findFirst();
  }

  /** Never throws for what is presented; {@code UnavailableException} where nobody can tell. */
  public Verdict verify(String presented) {
    Optional<Reason> misshapen = CompactToken.objection(presented);
    if (misshapen.isPresent()) {
      return new RejectedToken(misshapen.get());
    }
    Optional<CompactToken> token = CompactToken.parse(presented);
    if (token.isEmpty()) {
      return opaque(presented);
    }
    Optional<TrustedIssuer> issuer = token.get().claimedIssuer().map(issuers::get);
    if (issuer.isEmpty()) {
      return new RejectedToken(Reason.UNKNOWN_ISSUER);
    }
    return jwt(presented, token.get(), issuer.get());
  }

  /**
   * As {@link #verify} for a token of this realm itself. Any other is of an unknown issuer, and
   * nobody is asked about it: so this never waits.
   */
  public Verdict verifyOurs(String presented) {
    if (CompactToken.objection(presented).isPresent()) {
      return new RejectedToken(Reason.UNKNOWN_ISSUER);
    }
    Optional<CompactToken> token = CompactToken.parse(presented);
    Optional<TrustedIssuer> issuer =
        token.flatMap(CompactToken::claimedIssuer).map(issuers::get).filter(TrustedIssuer::isOurs);
    return issuer.isPresent()
        ? jwt(presented, token.get(), issuer.get())
        : new RejectedToken(Reason.UNKNOWN_ISSUER);
  }

  private Verdict opaque(String presented) {
    if (asked.isPresent()
        && asked.get().evidence() instanceof Evidence.Answer answer
        && OpaqueText.is(presented)) {
      Optional<JsonObject> said = answer.introspector().ask(presented);
      return answered(said, asked.get(), Digest.sha256(presented));
    }
    return new RejectedToken(Reason.MALFORMED);
  }

  private Verdict jwt(String presented, CompactToken token, TrustedIssuer issuer) {
    // The issuer knows what its headers mean: Okta has types of its own.
    if (issuer.evidence() instanceof Evidence.Answer answer) {
      return answered(answer.introspector().ask(presented), issuer, token.digest());
    }
    Optional<Reason> objection = issuer.headerObjection(token.jws().header());
    if (objection.isEmpty() && issuer.evidence() instanceof Evidence.Signature signature) {
      objection = token.jws().objection(signature.keys());
    }
    return objection
        .<Verdict>map(RejectedToken::new)
        .orElseGet(() -> proven(token.payload(), issuer, token.digest()));
  }

  private Verdict answered(Optional<JsonObject> said, TrustedIssuer issuer, String digest) {
    if (said.isEmpty()) {
      return new RejectedToken(Reason.INACTIVE);
    }
    boolean ofAnother =
        said.get().has("iss")
            && !said.get().member("iss", String.class).equals(Optional.of(issuer.name()));
    return ofAnother
        ? new RejectedToken(Reason.UNKNOWN_ISSUER)
        : proven(said.get(), issuer, digest);
  }

  /** Judges claims that the issuer vouches for. */
  private Verdict proven(JsonObject payload, TrustedIssuer issuer, String digest) {
    Optional<Reason> anotherType = issuer.typeObjection(payload);
    if (anotherType.isPresent()) {
      return new RejectedToken(anotherType.get());
    }
    Optional<Claims> claims = issuer.read(payload);
    if (claims.isEmpty()) {
      return new RejectedToken(Reason.BAD_CLAIMS);
    }
    VerifiedToken verified =
        new VerifiedToken(issuer, claims.get().id().orElse(digest), claims.get());
    return issuer
        .objection(claims.get(), clock.instant())
        .or(() -> revocation(verified))
        // Meanwhile the token may have reached its end, and the list forgotten it for that.
        .or(() -> issuer.objection(claims.get(), clock.instant()))
        .<Verdict>map(reason -> new RejectedToken(reason, Optional.of(verified.fingerprint())))
        .orElse(verified);
  }

  private Optional<Reason> revocation(VerifiedToken token) {
    return revoked.isRevoked(token.revocationKey())
        ? Optional.of(Reason.REVOKED)
        : Optional.empty();
  }

  /** Makes the token refused by every node from now on. Twice is as once. */
  public void revoke(VerifiedToken token) {
    revoked.revoke(token.revocationKey(), token.refusedFrom());
  }
}
