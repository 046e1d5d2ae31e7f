package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.authfilters.LogLines;
import io.github.authfilters.identity.UnavailableException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class HttpIntrospectorTest {

  private static final String SECRET = "s3cr€t:+ %";
  private static final String TOKEN = "opaque+to/ken=";
  private static final String ACTIVE = "{\"active\":true,\"sub\":\"alice\",\"aud\":null}";

  private final RemoteRealm realm = new RemoteRealm(Duration.ofSeconds(3));
  private final TestProvider provider = realm.provider;
  private final LogLines log = new LogLines(IssuerHealth.class);

  @AfterEach
  void close() {
    realm.close();
    log.close();
  }

  private Introspector remembering(Duration remembered) {
    return of(new IssuerKeys.Introspected(provider.introspection(), "me", SECRET, remembered));
  }

  private Introspector of(IssuerKeys.Introspected keys) {
    return HttpIntrospector.of(RemoteRealm.settings("the issuer", keys), realm.client);
  }

  private void answer(ProviderAnswer answer) {
    provider.answer(TestProvider.INTROSPECTION, answer);
  }

  private int asked() {
    return provider.asked(TestProvider.INTROSPECTION);
  }

  @Test
  void givesWhatTheIssuerSaysOfAnActiveToken() {
    answer(ProviderAnswer.json(ACTIVE));

    JsonObject claims = remembering(Duration.ofSeconds(10)).ask(TOKEN).orElseThrow();

    assertThat(claims.members()).containsOnlyKeys("sub").containsEntry("sub", "alice");
    assertThat(claims.nulls()).containsExactly("aud");
  }

  @Test
  void isEmptyForATokenThatIsNotActive() {
    answer(ProviderAnswer.json("{\"active\":false,\"sub\":\"alice\"}"));

    assertThat(remembering(Duration.ofSeconds(10)).ask(TOKEN)).isEmpty();
  }

  @Test
  void asksByPostWithFormEncodedClientAndSecret() {
    remembering(Duration.ZERO).ask(TOKEN);

    ProviderWire.Request request = provider.requests().get(0);
    String pair = "me:s3cr%E2%82%ACt%3A%2B+%25";
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.body()).isEqualTo("token=opaque%2Bto%2Fken%3D&token_type_hint=access_token");
    assertThat(request.fields())
        .contains(
            "Authorization: Basic " + basic, "Content-Type: application/x-www-form-urlencoded");
  }

  @Test
  void remembersGoodAndBadAnswersForTheirTime() {
    Introspector introspector = remembering(Duration.ofSeconds(10));
    answer(ProviderAnswer.json(ACTIVE));
    assertThat(introspector.ask("good")).isPresent();
    answer(ProviderAnswer.json("{\"active\":false}"));
    assertThat(introspector.ask("bad")).isEmpty();

    realm.clock.advance(Duration.ofSeconds(10).minusMillis(1));
    assertThat(introspector.ask("good")).isPresent();
    assertThat(introspector.ask("bad")).isEmpty();
    assertThat(asked()).isEqualTo(2);
    realm.clock.advance(Duration.ofMillis(1));

    assertThat(introspector.ask("good")).isEmpty();
    assertThat(introspector.ask("bad")).isEmpty();
    assertThat(asked()).isEqualTo(4);
  }

  @Test
  void remembersNothingForZero() {
    Introspector introspector = remembering(Duration.ZERO);

    assertThat(introspector.ask(TOKEN)).isEmpty();
    assertThat(introspector.ask(TOKEN)).isEmpty();

    assertThat(asked()).isEqualTo(2);
  }

  static Stream<Arguments> troubles() {
    String noBoolean = "without the boolean \"active\"";
    return Stream.of(
        argumentSet("active a string", json("{\"active\":\"true\"}"), noBoolean),
        argumentSet("active a number", json("{\"active\":1}"), noBoolean),
        argumentSet("active null", json("{\"active\":null}"), noBoolean),
        argumentSet("no active", json("{\"sub\":\"alice\"}"), noBoolean),
        argumentSet("active twice", json("{\"active\":true,\"active\":true}"), noBoolean),
        argumentSet("no object", json("true"), noBoolean),
        argumentSet("wrong secret", ProviderAnswer.status(401), "client or secret is wrong"),
        argumentSet("forbidden", ProviderAnswer.status(403), "client or secret is wrong"),
        argumentSet("bad request", ProviderAnswer.status(400), "status 400"),
        argumentSet("server error", ProviderAnswer.status(500), "status 500"),
        argumentSet("HTML", ProviderAnswer.of(200, "text/html", ACTIVE), "text/html"),
        argumentSet("redirect", ProviderAnswer.redirect(307, "/introspect"), "status 307"),
        argumentSet("big", ProviderAnswer.endless(), "over 512 KiB"),
        argumentSet("drip", ProviderAnswer.dripOfBody(), "did not answer within"),
        argumentSet("end without a word", ProviderAnswer.nothing(), "can't be asked"));
  }

  private static ProviderAnswer json(String text) {
    return ProviderAnswer.json(text);
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void isUnavailableWhereNobodyCanTell(ProviderAnswer answer, String trouble) {
    answer(answer);
    Introspector introspector = remembering(Duration.ofSeconds(10));

    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> introspector.ask(TOKEN))
        .withMessageContaining(trouble);

    assertThat(log.lines()).singleElement().asString().contains("WARNING", trouble);
    assertThat(log.lines().toString()).doesNotContain(TOKEN, SECRET, "opaque", "s3cr");
    assertThat(asked()).isOne();
  }

  @Test
  void remembersNoTrouble() {
    answer(ProviderAnswer.status(503));
    Introspector introspector = remembering(Duration.ofSeconds(10));
    assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> introspector.ask(TOKEN));
    answer(ProviderAnswer.json(ACTIVE));

    assertThat(introspector.ask(TOKEN)).isPresent();
    assertThat(log.lines()).hasSize(2);
  }

  @Test
  void isUnavailableWhereTheEndpointIsDeadAndWorksWhenItIsBack() {
    Introspector introspector = remembering(Duration.ofSeconds(10));
    provider.die();
    assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> introspector.ask(TOKEN));

    provider.revive();

    assertThat(introspector.ask(TOKEN)).isEmpty();
  }

  @Test
  void tellsTheLogOfOneTroubleAMinuteHoweverOftenItChanges() {
    Introspector introspector = remembering(Duration.ZERO);
    for (int i = 0; i < 20; i++) {
      answer(ProviderAnswer.status(400));
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> introspector.ask(TOKEN));
      answer(ProviderAnswer.json(ACTIVE));
      assertThat(introspector.ask(TOKEN)).isPresent();
    }

    assertThat(log.lines()).hasSize(2);
  }

  @Test
  void showsNoQueryOfTheEndpoint() {
    URI endpoint = URI.create(provider.introspection() + "?key=hidden");
    Introspector introspector =
        of(new IssuerKeys.Introspected(endpoint, "me", SECRET, Duration.ZERO));

    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> introspector.ask(TOKEN))
        .withMessageContaining("/introspect?… answers with status 404");

    assertThat(log.lines()).singleElement().asString().contains("/introspect?…");
    assertThat(log.lines() + introspector.toString()).doesNotContain("hidden");
  }

  @Test
  void printsNoSecret() {
    assertThat(remembering(Duration.ZERO).toString()).doesNotContain("s3cr", "Basic");
  }
}
