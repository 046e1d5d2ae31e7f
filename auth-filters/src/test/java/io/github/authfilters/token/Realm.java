package io.github.authfilters.token;

import io.github.authfilters.FakeClock;
import io.github.authfilters.token.RejectedToken.Reason;
import java.time.Duration;
import java.util.List;

/** A verifier with its surroundings: ourselves, and another issuer whose clock goes badly. */
final class Realm {

  static final String US = "https://us.example";
  static final String OTHER = "https://other.example";
  static final String AUDIENCE = "the api";
  static final Duration OTHER_SKEW = Duration.ofSeconds(60);

  final FakeClock clock = new FakeClock();
  final MemoryRevocationList revoked = new MemoryRevocationList(clock);
  final SigningKeys keys = SigningKeys.parse(List.of(Tokens.OURS.secret()));
  final TokenVerifier verifier = verifier(revoked);

  TokenVerifier verifier(RevocationList list) {
    SigningKeys others = SigningKeys.parse(List.of(Tokens.MALLORY.secret()));
    return new TokenVerifier(
        List.of(
            TrustedIssuer.ourselves(US, AUDIENCE, () -> keys),
            TrustedIssuer.other(
                Issuers.settings(OTHER, AUDIENCE, "also"), new Evidence.Signature(others::keySet))),
        list,
        clock);
  }

  /** Whole seconds from now. */
  long in(long seconds) {
    return clock.instant().getEpochSecond() + seconds;
  }

  /** The claims of a good token of ours, with these written behind them. */
  String claims(String more) {
    return "{\"iss\":\"%s\",\"sub\":\"alice\",\"aud\":\"%s\",\"jti\":\"id\",\"iat\":%d,\"exp\":%d%s}"
        .formatted(US, AUDIENCE, in(0), in(60), more);
  }

  Reason refusal(String token) {
    return Verdicts.refusal(verifier, token);
  }

  VerifiedToken verified(String token) {
    return Verdicts.verified(verifier, token);
  }
}
