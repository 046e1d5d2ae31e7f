package io.github.authfilters.token;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is trusted of another issuer, and how its tokens are read.
 *
 * @param issuer its {@code iss}, character by character
 * @param audiences the values of {@code aud} that mean us, of which a token has one at least
 * @param algorithms JWS names (RFC 7518), e.g. {@code RS256}; empty for all that a key fits
 * @param type the {@code typ} of its access tokens, e.g. {@code at+jwt}; empty where it sets none
 * @param rolePaths the claims that hold roles, inner ones as {@code realm_access.roles}
 * @param scopePaths the claims that hold scopes
 * @param clockSkew how far its clock may be from ours
 * @param insecureHttp whether it may be asked without TLS
 */
public record IssuerSettings(
    String issuer,
    Set<String> audiences,
    IssuerKeys keys,
    Set<String> algorithms,
    Optional<String> type,
    List<String> rolePaths,
    List<String> scopePaths,
    Duration clockSkew,
    boolean insecureHttp) {

  public IssuerSettings {
    audiences = Set.copyOf(audiences);
    algorithms = Set.copyOf(algorithms);
    rolePaths = List.copyOf(rolePaths);
    scopePaths = List.copyOf(scopePaths);
  }
}
