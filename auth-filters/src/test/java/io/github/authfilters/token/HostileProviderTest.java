package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.authfilters.LogLines;
import io.github.authfilters.identity.UnavailableException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that nobody should wait for, read to their end, or believe. */
final class HostileProviderTest {

  private final RemoteRealm realm = new RemoteRealm(Duration.ofSeconds(3));
  private final TestProvider provider = realm.provider;
  private final LogLines log = new LogLines(IssuerHealth.class);

  @AfterEach
  void close() {
    realm.close();
    log.close();
  }

  static Stream<Arguments> answers() {
    String elsewhere = "only the same scheme, host and port";
    return Stream.of(
        argumentSet("endless body", ProviderAnswer.endless(), "over 512 KiB"),
        argumentSet("dripping header", ProviderAnswer.dripOfHeader(), "did not answer within"),
        argumentSet("dripping body", ProviderAnswer.dripOfBody(), "did not answer within"),
        argumentSet("end without a word", ProviderAnswer.nothing(), "can't be asked: "),
        argumentSet("status 500", ProviderAnswer.status(500), "status 500"),
        argumentSet("status 202", ProviderAnswer.status(202), "status 202"),
        argumentSet("status 401", ProviderAnswer.status(401), "status 401"),
        argumentSet(
            "HTML", ProviderAnswer.of(200, "text/html", "{\"keys\":[]}"), "type \"text/html\""),
        argumentSet("no type", ProviderAnswer.of(200, "", "{\"keys\":[]}"), "type \"\""),
        argumentSet("no JSON", ProviderAnswer.json("keys"), "can't be used"),
        argumentSet("no key set", ProviderAnswer.json("[]"), "can't be used"),
        argumentSet("10,000 keys", ProviderAnswer.json(keys(10_000)), "over 512 KiB"),
        argumentSet("101 keys", ProviderAnswer.json(keys(101)), "100"),
        argumentSet("redirect", ProviderAnswer.redirect(302, "http://127.0.0.1:1/"), elsewhere),
        argumentSet("downgrade", ProviderAnswer.redirect(301, "http://localhost/"), elsewhere),
        argumentSet("file", ProviderAnswer.redirect(308, "file:///etc/passwd"), elsewhere),
        argumentSet("garbled redirect", ProviderAnswer.redirect(307, "http://[ "), elsewhere),
        argumentSet("circle", ProviderAnswer.redirect(303, "/jwks"), "more than 3 times"));
  }

  private static String keys(int count) {
    String key =
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"%d\","
            + "\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
            + "\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\"}";
    return IntStream.range(0, count)
        .mapToObj(key::formatted)
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void sayNothingAboutAnyKey(ProviderAnswer answer, String trouble) {
    provider.answer(TestProvider.JWKS, answer);

    KeySource source = realm.discovered();

    RemoteRealm.eventually(() -> !log.lines().isEmpty());
    assertThat(log.lines()).singleElement().asString().contains(trouble);
    assertThatExceptionOfType(UnavailableException.class).isThrownBy(source::keys);
    RemoteRealm.eventually(() -> provider.connections() == 0);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void leaveTheKeysThatAreKnown(ProviderAnswer answer, String trouble) {
    KeySource source = realm.discovered();
    assertThat(RemoteRealm.kids(source)).isEqualTo(provider.kids());
    KeySet known = source.keys();
    provider.answer(TestProvider.JWKS, answer);

    assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> source.newer(known));
    RemoteRealm.eventually(() -> !log.lines().isEmpty());

    assertThat(log.lines()).singleElement().asString().contains(trouble);
    assertThat(source.keys()).isSameAs(known);
  }

  @Test
  void areNotBelievedAsMetadata() {
    provider.answer(TestProvider.METADATA, ProviderAnswer.json("[]"));

    realm.discovered();

    RemoteRealm.eventually(() -> !log.lines().isEmpty());
    assertThat(log.lines()).singleElement().asString().contains("malformed JSON");
    assertThat(provider.asked(TestProvider.JWKS)).isZero();
  }

  @Test
  void mayMoveWithinTheirServer() {
    provider.answer("/a", ProviderAnswer.redirect(302, "b?c=d"));
    provider.answer("/b?c=d", ProviderAnswer.redirect(308, provider.issuer() + "/d"));
    provider.answer("/d", ProviderAnswer.json(provider.jwkSet()));
    provider.answer(TestProvider.JWKS, ProviderAnswer.redirect(301, "/a"));

    KeySource source = realm.discovered();

    assertThat(RemoteRealm.kids(source)).isEqualTo(provider.kids());
  }

  @Test
  void areReadWithAnyJsonType() {
    provider.answer(
        TestProvider.JWKS,
        ProviderAnswer.of(200, "Application/JWK-Set+JSON; charset=UTF-8", provider.jwkSet()));

    KeySource source = realm.discovered();

    assertThat(RemoteRealm.kids(source)).isEqualTo(provider.kids());
  }
}
