package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.authfilters.identity.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IntrospectionFloodTest {

  private final RemoteRealm realm = new RemoteRealm();
  private final TestProvider provider = realm.provider;
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final List<Future<Optional<JsonObject>>> asking = new ArrayList<>();
  private final Introspector introspector = remembering(Duration.ofSeconds(10));

  @AfterEach
  void close() {
    callers.shutdownNow();
    realm.close();
  }

  private Introspector remembering(Duration remembered) {
    return HttpIntrospector.of(
        RemoteRealm.settings(
            "the issuer",
            new IssuerKeys.Introspected(provider.introspection(), "me", "secret", remembered)),
        realm.client);
  }

  private void ask(Introspector asked, String token) {
    asking.add(callers.submit(() -> asked.ask(token)));
  }

  private void awaitAsked(int times) {
    RemoteRealm.eventually(() -> provider.asked(TestProvider.INTROSPECTION) == times);
  }

  @Test
  void asksAboutTwelveUnknownTokensAtOnceAndTurnsAwayWhoWaitsInVain() throws Exception {
    TestProvider.Hold hold = provider.hold(TestProvider.INTROSPECTION);
    for (int i = 0; i < 12; i++) {
      ask(introspector, "token " + i);
    }
    awaitAsked(12);

    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> introspector.ask("forged"))
        .withMessageContaining("enough at once");

    hold.release();
    for (Future<Optional<JsonObject>> one : asking) {
      assertThat(one.get()).isEmpty();
    }
    assertThat(provider.asked(TestProvider.INTROSPECTION)).isEqualTo(12);
    assertThat(introspector.ask("another")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT10S"})
  void asksAboutATokenThatWasActiveWhileUnknownOnesFillTheirPlaces(Duration remembered)
      throws Exception {
    Introspector asked = remembering(remembered);
    provider.answer(TestProvider.INTROSPECTION, ProviderAnswer.json("{\"active\":true}"));
    assertThat(asked.ask("known")).isPresent();
    realm.clock.advance(Duration.ofMinutes(5).minusMillis(1));
    provider.answer(TestProvider.INTROSPECTION, ProviderAnswer.json("{\"active\":false}"));
    TestProvider.Hold hold = provider.hold(TestProvider.INTROSPECTION);
    for (int i = 0; i < 12; i++) {
      ask(asked, "token " + i);
    }
    awaitAsked(13);

    ask(asked, "known");

    awaitAsked(14);
    hold.release();
    assertThat(asking.get(12).get()).as("what was active proves nothing").isEmpty();
  }

  @Test
  void knowsATokenForFiveMinutesOnly() throws Exception {
    provider.answer(TestProvider.INTROSPECTION, ProviderAnswer.json("{\"active\":true}"));
    assertThat(introspector.ask("known")).isPresent();
    realm.clock.advance(Duration.ofMinutes(5));
    TestProvider.Hold hold = provider.hold(TestProvider.INTROSPECTION);
    for (int i = 0; i < 12; i++) {
      ask(introspector, "token " + i);
    }
    awaitAsked(13);

    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> introspector.ask("known"));
    hold.release();
  }

  @Test
  void knowsATokenNoMoreThatIsNotActiveAnyMore() throws Exception {
    provider.answer(TestProvider.INTROSPECTION, ProviderAnswer.json("{\"active\":true}"));
    assertThat(introspector.ask("known")).isPresent();
    realm.clock.advance(Duration.ofSeconds(10));
    provider.answer(TestProvider.INTROSPECTION, ProviderAnswer.json("{\"active\":false}"));
    assertThat(introspector.ask("known")).isEmpty();
    realm.clock.advance(Duration.ofSeconds(10));
    TestProvider.Hold hold = provider.hold(TestProvider.INTROSPECTION);
    for (int i = 0; i < 12; i++) {
      ask(introspector, "token " + i);
    }
    awaitAsked(14);

    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> introspector.ask("known"));
    hold.release();
  }

  @Test
  void asksOnceForRequestsThatBringTheSameTokenAtOnce() throws Exception {
    TestProvider.Hold hold = provider.hold(TestProvider.INTROSPECTION);
    ask(introspector, "token");
    hold.awaitArrival();
    for (int i = 0; i < 40; i++) {
      ask(introspector, "token");
    }

    hold.release();
    for (Future<Optional<JsonObject>> one : asking) {
      assertThat(one.get()).isEmpty();
    }
    assertThat(provider.asked(TestProvider.INTROSPECTION)).isOne();
  }

  @Test
  void sharesNoAnswerWhereNoneIsRemembered() {
    Introspector forgetful = remembering(Duration.ZERO);
    TestProvider.Hold hold = provider.hold(TestProvider.INTROSPECTION);

    ask(forgetful, "token");
    ask(forgetful, "token");

    awaitAsked(2);
    hold.release();
  }

  @Test
  void answersWhatItRemembersWhileTheEndpointHangs() {
    assertThat(introspector.ask("known")).isEmpty();
    TestProvider.Hold hold = provider.hold(TestProvider.INTROSPECTION);
    for (int i = 0; i < 12; i++) {
      ask(introspector, "token " + i);
    }
    awaitAsked(13);

    assertThat(introspector.ask("known")).isEmpty();
    hold.release();
  }
}
