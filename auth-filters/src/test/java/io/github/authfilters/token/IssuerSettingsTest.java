package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.authfilters.FakeClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings of other issuers that can't work, and what is said of them. */
final class IssuerSettingsTest {

  private static final String SECRET = "s3cr3t-of-the-client";
  private static final IssuerKeys DISCOVERED = new IssuerKeys.Discovered();

  /** Good settings, to be changed in one place. */
  private record Draft(
      String issuer,
      Set<String> audiences,
      IssuerKeys keys,
      Set<String> algorithms,
      Optional<String> type,
      List<String> paths,
      Duration skew,
      boolean http) {

    static Draft with(IssuerKeys keys) {
      return of(Provider.NAME, keys, false);
    }

    static Draft of(String issuer, IssuerKeys keys, boolean http) {
      Duration minute = Duration.ofMinutes(1);
      return new Draft(
          issuer, Set.of("api"), keys, Set.of(), Optional.empty(), List.of("roles"), minute, http);
    }

    Draft algorithms(String... names) {
      return new Draft(issuer, audiences, keys, Set.of(names), type, paths, skew, http);
    }

    Draft type(String name) {
      return new Draft(issuer, audiences, keys, algorithms, Optional.of(name), paths, skew, http);
    }

    Draft path(String path) {
      return new Draft(issuer, audiences, keys, algorithms, type, List.of(path), skew, http);
    }

    Draft skew(Duration other) {
      return new Draft(issuer, audiences, keys, algorithms, type, paths, other, http);
    }

    Draft audience(String... names) {
      return new Draft(issuer, Set.of(names), keys, algorithms, type, paths, skew, http);
    }

    IssuerSettings settings() {
      return new IssuerSettings(
          issuer, audiences, keys, algorithms, type, paths, paths, skew, http);
    }
  }

  private static IssuerKeys at(String url) {
    return new IssuerKeys.AtUrl(URI.create(url));
  }

  private static IssuerKeys text(String set) {
    return new IssuerKeys.InText(() -> set);
  }

  private static Draft asked(String url, String client, String secret, Duration remembered) {
    return Draft.with(new IssuerKeys.Introspected(URI.create(url), client, secret, remembered));
  }

  private static Draft asked() {
    return asked("https://p.example/introspect", "c", SECRET, Duration.ofSeconds(10));
  }

  static Stream<Arguments> bad() {
    String url = "https://p.example/introspect";
    Duration ten = Duration.ofSeconds(10);
    return Stream.of(
        argumentSet("no issuer", Draft.of(" ", DISCOVERED, false), "issuer is missing"),
        argumentSet("no audience", Draft.with(DISCOVERED).audience(), "audience is missing"),
        argumentSet("audience blank", Draft.with(DISCOVERED).audience(" "), "audience is missing"),
        argumentSet("issuer no URL", Draft.of("okta", DISCOVERED, false), "begins with https://"),
        argumentSet("issuer garbled", Draft.of("https://a b", DISCOVERED, false), "https://"),
        argumentSet("issuer ftp", Draft.of("ftp://a", DISCOVERED, true), "begins with https://"),
        argumentSet("issuer http", Draft.of("http://a", DISCOVERED, false), "insecureHttp=true"),
        argumentSet(
            "issuer of a user", Draft.of("https://u:" + SECRET + "@a", DISCOVERED, false), "user"),
        argumentSet("issuer with #", Draft.of("https://a/#x", DISCOVERED, false), "#fragment"),
        argumentSet("jwks http", Draft.with(at("http://a/jwks")), "jwks is http://a/jwks"),
        argumentSet("jwks a file", Draft.with(at("file:///etc/keys")), "begins with https://"),
        argumentSet("jwks relative", Draft.with(at("/jwks")), "begins with https://"),
        argumentSet("jwks no host", Draft.with(at("https:/jwks")), "has a host"),
        argumentSet("set garbled", Draft.with(text("{")), "no JWK set"),
        argumentSet("set useless", Draft.with(text("{\"keys\":[{}]}")), "kty"),
        argumentSet("HS256", Draft.with(DISCOVERED).algorithms("HS256"), "RS256"),
        argumentSet("none", Draft.with(DISCOVERED).algorithms("RS256", "none"), "\"none\""),
        argumentSet("small letters", Draft.with(DISCOVERED).algorithms("rs256"), "\"rs256\""),
        argumentSet("type blank", Draft.with(DISCOVERED).type(""), "at+jwt"),
        argumentSet("type of two words", Draft.with(DISCOVERED).type("at jwt"), "one word"),
        argumentSet("path blank", Draft.with(DISCOVERED).path(" "), "realm_access.roles"),
        argumentSet("path long", Draft.with(DISCOVERED).path("a".repeat(257)), "256"),
        argumentSet("skew negative", Draft.with(DISCOVERED).skew(ten.negated()), "PT0S to PT5M"),
        argumentSet("skew long", Draft.with(DISCOVERED).skew(Duration.ofSeconds(301)), "PT5M"),
        argumentSet(
            "endpoint http", asked("http://a/i", "c", SECRET, ten), "introspection is http"),
        argumentSet("no client", asked(url, "", SECRET, ten), "client_id"),
        argumentSet("no secret", asked(url, "c", "", ten), "client_secret"),
        argumentSet(
            "remembered long", asked(url, "c", SECRET, Duration.ofHours(1)), "introspectionCache"),
        argumentSet("algorithms when asked", asked().algorithms("RS256"), "leave them out"),
        argumentSet("type when asked", asked().type("at+jwt"), "leave them out"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void refusesUnusableSettingsAndSaysTheRule(Draft draft, String rule) {
    try (IssuerClient client = new IssuerClient(new FakeClock())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TrustedIssuer.other(draft.settings(), client))
          .withMessageContaining(rule)
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SECRET));
    }
  }

  static Stream<Arguments> good() {
    return Stream.of(
        argumentSet("discovered", Draft.with(DISCOVERED)),
        argumentSet("in capitals", Draft.of("HTTPS://A.example", DISCOVERED, false)),
        argumentSet("http", Draft.of("http://localhost:8080/realms/a", DISCOVERED, true)),
        argumentSet("at a URL", Draft.of("no URL", at("https://a/jwks?v=1"), false)),
        argumentSet("in text", Draft.of("no URL", text("{\"keys\":[]}"), false)),
        argumentSet("asked", asked()),
        argumentSet("all algorithms", Draft.with(DISCOVERED).algorithms(all())),
        argumentSet("no skew", Draft.with(DISCOVERED).skew(Duration.ZERO)),
        argumentSet("the longest skew", Draft.with(DISCOVERED).skew(Duration.ofMinutes(5))));
  }

  private static String[] all() {
    return new String[] {
      "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
      "Ed25519"
    };
  }

  @ParameterizedTest
  @MethodSource("good")
  void takesUsableSettings(Draft draft) {
    try (IssuerClient client = new IssuerClient(new FakeClock())) {
      TrustedIssuer issuer = TrustedIssuer.other(draft.settings(), client);

      assertThat(issuer.name()).isEqualTo(draft.issuer());
      assertThat(issuer.isOurs()).isFalse();
      assertThat(issuer.toString()).doesNotContain(SECRET);
    }
  }
}
