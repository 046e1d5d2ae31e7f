package io.github.authfilters.token;

import io.github.authfilters.FakeClock;
import io.github.authfilters.token.RejectedToken.Reason;
import java.util.List;

/** Another issuer, as the only one that is trusted. */
final class Provider {

  static final String NAME = "https://provider.example";
  static final String AUDIENCE = "api://default";

  final FakeClock clock = new FakeClock();
  final TokenVerifier verifier;

  Provider(TrustedIssuer issuer) {
    this.verifier = new TokenVerifier(List.of(issuer), new MemoryRevocationList(clock), clock);
  }

  Provider(IssuerSettings settings, String jwkSet) {
    this(Issuers.withKeys(settings, jwkSet));
  }

  Provider(String jwkSet) {
    this(Issuers.settings(NAME, AUDIENCE), jwkSet);
  }

  /** The claims of a good token, with these written behind them. */
  String claims(String more) {
    return claims(NAME, more);
  }

  String claims(String issuer, String more) {
    return "{\"iss\":\"%s\",\"sub\":\"bob\",\"aud\":\"%s\",\"exp\":%d%s}"
        .formatted(issuer, AUDIENCE, clock.instant().getEpochSecond() + 60, more);
  }

  Reason refusal(String token) {
    return Verdicts.refusal(verifier, token);
  }

  VerifiedToken verified(String token) {
    return Verdicts.verified(verifier, token);
  }
}
