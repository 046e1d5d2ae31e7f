package io.github.authfilters.token;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Other issuers, as tests say them. */
final class Issuers {

  private Issuers() {}

  static IssuerSettings settings(String name, String... audiences) {
    return settings(name, Set.of(audiences), Set.of(), Optional.empty());
  }

  static IssuerSettings settings(
      String name, Set<String> audiences, Set<String> algorithms, Optional<String> type) {
    return new IssuerSettings(
        name,
        audiences,
        new IssuerKeys.Discovered(),
        algorithms,
        type,
        List.of("roles"),
        List.of("scope", "scp"),
        Duration.ofSeconds(60),
        false);
  }

  /** An issuer whose keys never change. */
  static TrustedIssuer withKeys(IssuerSettings settings, String jwkSet) {
    KeySet keys = keys(jwkSet, settings.algorithms());
    return TrustedIssuer.other(settings, new Evidence.Signature(() -> keys));
  }

  static KeySet keys(String jwkSet, Set<String> algorithms) {
    try {
      return KeySet.ofOthers(jwkSet, algorithms);
    } catch (UnusableKeyException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
