package io.github.authfilters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.authfilters.identity.Credentials;
import io.github.authfilters.identity.Identity;
import io.github.authfilters.internal.http.FormBody;
import io.github.authfilters.internal.http.PresentedToken;
import io.github.authfilters.internal.http.PresentedToken.Carrier;
import io.github.authfilters.token.IssuedToken;
import io.github.authfilters.token.IssuerKeys;
import io.github.authfilters.token.IssuerSettings;
import io.github.authfilters.token.MemoryRevocationList;
import io.github.authfilters.token.SigningKeys;
import io.github.authfilters.token.TokenIssuer;
import io.github.authfilters.token.TokenVerifier;
import io.github.authfilters.token.TrustedIssuer;
import io.github.authfilters.user.PasswordHash;
import io.github.authfilters.user.User;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type that holds a password, a hash, a key or a token prints nothing of it. */
class SecretsDoNotPrintTest {

  private static final String KEY = "vY3kq0Zx7mN2pQ9sT4uW6yB8dE1fG5hJ0kL3nM7rS2c";
  private static final String PASSWORD = "correct horse battery";
  private static final String HASH = "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW";

  static Stream<Arguments> holders() {
    SigningKeys keys = SigningKeys.parse(List.of(KEY));
    InstantSource clock = InstantSource.system();
    TokenIssuer issuer =
        new TokenIssuer("us", "us", Duration.ofMinutes(1), () -> keys, clock, new SecureRandom());
    Identity alice = new Identity("alice", Set.of(), Set.of());
    IssuedToken issued = issuer.issue(alice, Set.of());
    TrustedIssuer ourselves = TrustedIssuer.ourselves("us", "us", () -> keys);
    TokenVerifier verifier =
        new TokenVerifier(List.of(ourselves), new MemoryRevocationList(clock), clock);
    PasswordHash hash = PasswordHash.parse(HASH);
    IssuerKeys asked =
        new IssuerKeys.Introspected(
            URI.create("https://them.example/introspect"), "us", PASSWORD, Duration.ZERO);
    return Stream.of(
        argumentSet("Credentials", new Credentials("alice", PASSWORD), PASSWORD),
        argumentSet("FormBody.Fields", new FormBody.Fields(Map.of("p", PASSWORD)), PASSWORD),
        argumentSet("PasswordHash", hash, HASH.substring(8)),
        argumentSet("User", new User(alice, hash, false), HASH.substring(8)),
        argumentSet("SigningKeys", keys, KEY),
        argumentSet("TokenIssuer", issuer, KEY),
        argumentSet("TrustedIssuer", ourselves, KEY),
        argumentSet("TokenVerifier", verifier, KEY),
        argumentSet("IssuerKeys.Introspected", asked, PASSWORD),
        argumentSet("IssuerSettings", settings(asked), PASSWORD),
        argumentSet("IssuedToken", issued, issued.value()),
        argumentSet("PresentedToken", new PresentedToken(KEY, Carrier.HEADER), KEY),
        argumentSet("VerifiedToken", verifier.verify(issued.value()), issued.value()));
  }

  private static IssuerSettings settings(IssuerKeys keys) {
    return new IssuerSettings(
        "https://them.example",
        Set.of("us"),
        keys,
        Set.of(),
        Optional.empty(),
        List.of("roles"),
        List.of("scope"),
        Duration.ZERO,
        false);
  }

  @ParameterizedTest
  @MethodSource("holders")
  void printsNothingOfItsSecret(Object holder, String secret) {
    assertThat(holder.toString()).doesNotContain(secret);
    assertThat(String.valueOf(List.of(holder))).doesNotContain(secret);
  }
}
