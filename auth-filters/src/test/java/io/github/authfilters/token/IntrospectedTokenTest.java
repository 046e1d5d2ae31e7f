package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.authfilters.identity.UnavailableException;
import io.github.authfilters.token.RejectedToken.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that their issuer is asked about (RFC 7662), and what its answer has to be. */
final class IntrospectedTokenTest {

  private static final String OPAQUE = "2YotnFZFEjr1zCsicMWpAA";

  private final List<String> asked = new ArrayList<>();
  private Optional<String> answer = Optional.empty();
  private final Provider provider =
      new Provider(
          issuer(
              Provider.NAME,
              presented -> {
                asked.add(presented);
                return answer.map(json -> StrictJson.parse(json).orElseThrow());
              }));

  private static TrustedIssuer issuer(String name, Introspector introspector) {
    return TrustedIssuer.other(
        Issuers.settings(name, Provider.AUDIENCE), new Evidence.Answer(introspector));
  }

  private String answer(String more) {
    return "{\"sub\":\"bob\",\"aud\":\"%s\",\"exp\":%d%s}"
        .formatted(Provider.AUDIENCE, provider.clock.instant().getEpochSecond() + 60, more);
  }

  @Test
  void provesAnOpaqueTokenThatTheIssuerKnows() {
    answer =
        Optional.of(answer(",\"roles\":[\"user\"],\"scope\":\"me items\",\"client_id\":\"c\""));

    VerifiedToken token = provider.verified(OPAQUE);

    assertThat(asked).containsExactly(OPAQUE);
    assertThat(token.subject()).isEqualTo("bob");
    assertThat(token.issuer()).isEqualTo(Provider.NAME);
    assertThat(token.roles()).containsExactly("user");
    assertThat(token.scopes()).containsExactlyInAnyOrder("me", "items");
    assertThat(token.claims()).containsEntry("client_id", "c");
    assertThat(token.id()).isEqualTo(Digest.sha256(OPAQUE));
  }

  @Test
  void asksAboutTheJwtsOfThatIssuerToo() {
    answer = Optional.of(answer(",\"jti\":\"AT.1\",\"iss\":\"" + Provider.NAME + "\""));
    String jwt = KeyPairs.P256.token("ES256", provider.claims(""));

    assertThat(provider.verified(jwt).id()).isEqualTo("AT.1");
    assertThat(asked).containsExactly(jwt);
  }

  @Test
  void asksNobodyWhetherATokenIsOurs() {
    answer = Optional.of(answer(""));
    String jwt = KeyPairs.P256.token("ES256", provider.claims(""));

    assertThat(List.of(OPAQUE, jwt))
        .extracting(provider.verifier::verifyOurs)
        .containsOnly(new RejectedToken(Reason.UNKNOWN_ISSUER));
    assertThat(asked).isEmpty();
  }

  @Test
  void refusesATokenThatIsNotActive() {
    assertThat(provider.refusal(OPAQUE)).isEqualTo(Reason.INACTIVE);
    assertThat(provider.refusal(KeyPairs.P256.token("ES256", provider.claims(""))))
        .isEqualTo(Reason.INACTIVE);
  }

  static Stream<Arguments> badAnswers() {
    String aud = "\"aud\":\"" + Provider.AUDIENCE + "\"";
    return Stream.of(
        argumentSet("no sub", "{" + aud + ",\"exp\":1793610060}", Reason.BAD_CLAIMS),
        argumentSet("no exp", "{\"sub\":\"bob\"," + aud + "}", Reason.BAD_CLAIMS),
        argumentSet("no aud", "{\"sub\":\"bob\",\"exp\":1793610060}", Reason.BAD_CLAIMS),
        argumentSet(
            "exp a text", "{\"sub\":\"b\"," + aud + ",\"exp\":\"1793610060\"}", Reason.BAD_CLAIMS),
        argumentSet(
            "aud of another",
            "{\"sub\":\"bob\",\"aud\":[\"x\"],\"exp\":1793610060}",
            Reason.WRONG_AUDIENCE),
        argumentSet("over", "{\"sub\":\"bob\"," + aud + ",\"exp\":1793609000}", Reason.EXPIRED),
        argumentSet("to come", good("\"nbf\":1793619999"), Reason.NOT_YET_VALID),
        argumentSet("iss of another", good("\"iss\":\"https://x.example\""), Reason.UNKNOWN_ISSUER),
        argumentSet("iss null", good("\"iss\":null"), Reason.UNKNOWN_ISSUER),
        argumentSet(
            "iss an array", good("\"iss\":[\"" + Provider.NAME + "\"]"), Reason.UNKNOWN_ISSUER),
        argumentSet("roles a number", good("\"roles\":1"), Reason.BAD_CLAIMS),
        argumentSet("Keycloak's refresh token", good("\"typ\":\"Refresh\""), Reason.WRONG_TYPE),
        argumentSet(
            "Hydra's refresh token", good("\"token_use\":\"refresh_token\""), Reason.WRONG_TYPE),
        argumentSet("bound to a key", good("\"cnf\":{\"jkt\":\"t\"}"), Reason.WRONG_TYPE),
        argumentSet("a logout token", good("\"events\":{}"), Reason.WRONG_TYPE),
        argumentSet("a token for DPoP", good("\"token_type\":\"DPoP\""), Reason.WRONG_TYPE),
        argumentSet("an ID token", good("\"nonce\":\"n\",\"at_hash\":\"h\""), Reason.WRONG_TYPE));
  }

  private static String good(String more) {
    return "{\"sub\":\"bob\",\"aud\":\""
        + Provider.AUDIENCE
        + "\",\"exp\":1793610060,"
        + more
        + "}";
  }

  @ParameterizedTest
  @MethodSource("badAnswers")
  void refusesByTheAnswer(String json, Reason reason) {
    answer = Optional.of(json);

    assertThat(provider.refusal(OPAQUE)).isEqualTo(reason);
  }

  static Stream<Arguments> neverSent() {
    String jwt = KeyPairs.P256.token("ES256", "{\"iss\":\"https://x.example\"}");
    String signature = jwt.substring(jwt.lastIndexOf('.'));
    return Stream.of(
        argumentSet("JWT of an unknown issuer", jwt, Reason.UNKNOWN_ISSUER),
        argumentSet(
            "JWT without issuer", KeyPairs.P256.token("ES256", "{}"), Reason.UNKNOWN_ISSUER),
        argumentSet("JWT with padding", jwt + "=", Reason.MALFORMED),
        argumentSet("JWT with a garbled payload", header() + ".e30=" + signature, Reason.MALFORMED),
        argumentSet("JWT of no JSON", header() + ".YWJj" + signature, Reason.MALFORMED),
        argumentSet("the least of a header", "eyJ", Reason.MALFORMED),
        argumentSet("JWT without signature", cut(jwt, 2), Reason.MALFORMED),
        argumentSet("JWT without header", jwt.substring(jwt.indexOf('.')), Reason.MALFORMED),
        argumentSet("payload alone", jwt.split("\\.", -1)[1], Reason.MALFORMED),
        argumentSet("JWT without dots", jwt.replace(".", ""), Reason.MALFORMED),
        argumentSet("JWT without its first", jwt.substring(1), Reason.MALFORMED),
        argumentSet("JWT behind something", "x" + jwt, Reason.MALFORMED),
        argumentSet("JWT with ~", "e~y~J~" + jwt.substring(3), Reason.MALFORMED),
        argumentSet("JWT with too many parts", jwt + ".x.y.z", Reason.MALFORMED),
        argumentSet("of two parts", header() + ".x", Reason.MALFORMED),
        argumentSet("two lines", encoded("{\n\"alg\":1}") + ".x", Reason.MALFORMED),
        argumentSet("CR first", encoded("{\r\n\"alg\":1}") + ".x", Reason.MALFORMED),
        argumentSet("a tab first", "x." + encoded("{\t\"alg\":1}"), Reason.MALFORMED),
        argumentSet("blank first", "x." + encoded("{ \"alg\":1}") + ".y", Reason.MALFORMED),
        argumentSet("an odd name", "x." + encoded("{\"ü\":1}") + ".y", Reason.MALFORMED),
        argumentSet("a number for a name", encoded("{\"1\":1}") + ".", Reason.MALFORMED),
        argumentSet("an empty object", encoded("{}") + ".", Reason.MALFORMED),
        argumentSet("encrypted", header() + "....", Reason.ENCRYPTED),
        argumentSet("nothing", "", Reason.MALFORMED),
        argumentSet("a blank", "abc def", Reason.MALFORMED),
        argumentSet("a line end", "abc\r\nHost: x", Reason.MALFORMED),
        argumentSet("an umlaut", "äbc", Reason.MALFORMED),
        argumentSet("= before the end", "a=b", Reason.MALFORMED),
        argumentSet("too long", "a".repeat(8193), Reason.TOO_LONG));
  }

  private static String header() {
    return encoded("{\"alg\":\"ES256\"}");
  }

  private static String encoded(String text) {
    return Tokens.encode(text);
  }

  /** Its first parts. */
  private static String cut(String jwt, int parts) {
    return String.join(".", List.of(jwt.split("\\.", -1)).subList(0, parts));
  }

  @ParameterizedTest
  @MethodSource("neverSent")
  void sendsNobodyWhatIsNotTheirs(String presented, Reason reason) {
    answer = Optional.of(answer(""));

    assertThat(provider.refusal(presented)).isEqualTo(reason);
    assertThat(asked).isEmpty();
  }

  static Stream<Arguments> opaque() {
    return Stream.of(
            "a",
            "a.b",
            "v4.public.abc",
            "abc==",
            "a~b+c/d-e_f.",
            ".....",
            "eyH",
            "e30",
            "2YotnFZeyJEjr1z",
            "e",
            "a.ey",
            "fyJh",
            "v4.e.w")
        .map(text -> argumentSet(text, text));
  }

  @ParameterizedTest
  @MethodSource("opaque")
  void asksAboutEachTextThatIsNoJwt(String presented) {
    answer = Optional.of(answer(""));

    assertThat(provider.verified(presented).subject()).isEqualTo("bob");
    assertThat(asked).containsExactly(presented);
  }

  @Test
  void refusesAnOpaqueTokenWhereNobodyCanBeAsked() {
    Provider keysOnly = new Provider(KeyPairs.set(KeyPairs.P256.jwk()));

    assertThat(keysOnly.refusal(OPAQUE)).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void revokesAnOpaqueToken() {
    answer = Optional.of(answer(""));
    provider.verifier.revoke(provider.verified(OPAQUE));

    assertThat(provider.refusal(OPAQUE)).isEqualTo(Reason.REVOKED);
    assertThat(provider.verified(OPAQUE + "x").subject()).isEqualTo("bob");
  }

  @Test
  void letsThroughThatTheIssuerIsOutOfReach() {
    UnavailableException outOfReach = new UnavailableException("issuer", Duration.ofSeconds(1));
    Provider broken =
        new Provider(
            issuer(
                Provider.NAME,
                presented -> {
                  throw outOfReach;
                }));

    assertThatThrownBy(() -> broken.verifier.verify(OPAQUE)).isSameAs(outOfReach);
  }

  @Test
  void refusesTwoIssuersToAsk() {
    TrustedIssuer one = issuer("https://one.example", presented -> Optional.empty());
    TrustedIssuer two = issuer("https://two.example", presented -> Optional.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TokenVerifier(
                    List.of(one, two), new MemoryRevocationList(provider.clock), provider.clock))
        .withMessageContaining("https://one.example")
        .withMessageContaining("https://two.example");
  }
}
