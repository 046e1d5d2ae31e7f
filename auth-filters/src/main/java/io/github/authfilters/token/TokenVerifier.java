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
  private final RevocationList revoked;
  private final InstantSource clock;

  /**
   * @throws IllegalArgumentException if two issuers have the same name, so that nobody could tell
   *     whose keys count
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
    this.revoked = revoked;
    this.clock = clock;
  }

  /** Never throws for what is presented; {@code UnavailableException} where nobody can tell. */
  public Verdict verify(String presented) {
    Optional<Reason> misshapen = CompactToken.objection(presented);
    if (misshapen.isPresent()) {
      return new RejectedToken(misshapen.get());
    }
    Optional<CompactToken> token = CompactToken.parse(presented);
    if (token.isEmpty()) {
      return new RejectedToken(Reason.MALFORMED);
    }
    Optional<TrustedIssuer> issuer = token.get().claimedIssuer().map(issuers::get);
    if (issuer.isEmpty()) {
      return new RejectedToken(Reason.UNKNOWN_ISSUER);
    }
    return verify(token.get(), issuer.get());
  }

  private Verdict verify(CompactToken token, TrustedIssuer issuer) {
    Optional<Reason> unproven =
        token.headerObjection().or(() -> token.signatureObjection(issuer.keys()));
    if (unproven.isPresent()) {
      return new RejectedToken(unproven.get());
    }
    Optional<Claims> claims = Claims.read(token.payload());
    if (claims.isEmpty()) {
      return new RejectedToken(Reason.BAD_CLAIMS);
    }
    String id = claims.get().id().orElseGet(token::digest);
    VerifiedToken verified = new VerifiedToken(issuer, id, claims.get());
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
