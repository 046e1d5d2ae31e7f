package io.github.authfilters.internal.config;

import io.github.authfilters.token.IssuerClient;
import io.github.authfilters.token.IssuerSettings;
import io.github.authfilters.token.MemoryRevocationList;
import io.github.authfilters.token.TokenVerifier;
import io.github.authfilters.token.TrustedIssuer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whose tokens a realm accepts.
 *
 * @param client what the other issuers are asked with; empty where there are none
 */
record Issuers(TokenVerifier verifier, Optional<IssuerClient> client) {

  /** Throws {@link UnusableValueException} where the settings of another issuer are unusable. */
  static Issuers of(RealmSettings settings, Surroundings around) {
    List<TrustedIssuer> issuers = new ArrayList<>();
    settings
        .keys()
        .map(keys -> TrustedIssuer.ourselves(settings.issuer(), settings.audience(), keys.keys()))
        .ifPresent(issuers::add);
    Optional<IssuerClient> client =
        settings.trustedIssuers().isEmpty()
            ? Optional.empty()
            : Optional.of(new IssuerClient(around.clock()));
    try {
      for (IssuerSettings other : settings.trustedIssuers()) {
        issuers.add(TrustedIssuer.other(other, client.orElseThrow()));
      }
      MemoryRevocationList revoked = new MemoryRevocationList(around.clock());
      return new Issuers(new TokenVerifier(issuers, revoked, around.clock()), client);
    } catch (IllegalArgumentException e) {
      client.ifPresent(IssuerClient::close);
      throw new UnusableValueException(String.valueOf(e.getMessage()));
    }
  }
}
