package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.authfilters.FakeClock;
import io.github.authfilters.LogLines;
import io.github.authfilters.identity.UnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An issuer that is out of reach, for a while or from the start. */
final class KeyOutageTest {

  private final RemoteRealm realm = new RemoteRealm();
  private final TestProvider provider = realm.provider;
  private final LogLines log = new LogLines(IssuerHealth.class);

  @AfterEach
  void close() {
    realm.close();
    log.close();
  }

  @Test
  void keepsTheKnownKeysForAnHourOfOutage() {
    KeySource source = realm.discovered();
    KeySet known = known(source);
    provider.die();

    for (int minute = 0; minute < 60; minute++) {
      realm.clock.advance(Duration.ofMinutes(1));
      realm.client.threads().tick();
      assertThat(source.keys()).isSameAs(known);
    }
  }

  @Test
  void saysOnceThatAnOutageBeginsAndOnceThatItEnds() {
    KeySource source = realm.discovered();
    known(source);
    provider.die();

    for (int minute = 0; minute < 60; minute++) {
      realm.clock.advance(Duration.ofMinutes(1));
      realm.client.threads().tick();
      source.keys();
      RemoteRealm.eventually(() -> !log.lines().isEmpty() || minutes() < 5);
    }
    assertThat(log.lines()).singleElement().asString().startsWith("WARNING Issuer \"http://127");
    provider.revive();
    RemoteRealm.eventually(
        () -> {
          realm.clock.advance(Duration.ofMinutes(1));
          realm.client.threads().tick();
          return log.lines().size() == 2;
        });

    assertThat(log.lines().get(1)).contains("answers well again");
  }

  private long minutes() {
    return Duration.between(new FakeClock().instant(), realm.clock.instant()).toMinutes();
  }

  @Test
  void takesRotatedKeysAfterAnOutage() {
    KeySource source = realm.discovered();
    known(source);
    provider.die();
    realm.clock.advance(Duration.ofHours(1));
    source.keys();
    RemoteRealm.eventually(() -> !log.lines().isEmpty());
    provider.rotate("ES256");
    provider.revive();

    realm.clock.advance(Duration.ofSeconds(30));

    assertThat(RemoteRealm.kids(source.newer(source.keys()))).isEqualTo(provider.kids());
  }

  @Test
  void trustsNoKeysThatAreADayOld() {
    KeySource source = realm.discovered();
    known(source);
    provider.die();

    realm.clock.advance(Duration.ofHours(24).minusMillis(1));
    source.keys();
    realm.clock.advance(Duration.ofSeconds(2));

    assertThatExceptionOfType(UnavailableException.class).isThrownBy(source::keys);
  }

  @Test
  void isUnavailableWhereTheIssuerIsDownAtStartAndWorksAsSoonAsItIsBack() {
    provider.die();
    KeySource source = realm.discovered();
    assertThatExceptionOfType(UnavailableException.class).isThrownBy(source::keys);
    RemoteRealm.eventually(() -> log.lines().size() == 1);

    provider.revive();
    realm.clock.advance(Duration.ofSeconds(2));

    assertThat(RemoteRealm.kids(source.keys())).isEqualTo(provider.kids());
    assertThat(log.lines()).hasSize(2);
  }

  @Test
  void asksAnIssuerThatIsDownAtMostOnceInTwoSeconds() {
    provider.answer(TestProvider.METADATA, ProviderAnswer.status(503));
    KeySource source = realm.discovered();

    for (int i = 0; i < 1000; i++) {
      assertThatExceptionOfType(UnavailableException.class).isThrownBy(source::keys);
    }
    assertThat(provider.asked(TestProvider.METADATA)).isOne();
    realm.clock.advance(Duration.ofSeconds(2));
    assertThatExceptionOfType(UnavailableException.class).isThrownBy(source::keys);

    assertThat(provider.asked(TestProvider.METADATA)).isEqualTo(2);
  }

  @Test
  void triesARefreshTwiceBeforeItCallsItAnOutage() {
    KeySource source = realm.discovered();
    known(source);
    provider.rotate("ES256");
    ProviderAnswer good = ProviderAnswer.json(provider.jwkSet());
    provider.answer(
        TestProvider.JWKS,
        (path, body, out) -> {
          provider.answer(TestProvider.JWKS, good);
          ProviderAnswer.status(503).write(path, body, out);
        });

    realm.clock.advance(Duration.ofMinutes(5));
    source.keys();

    RemoteRealm.eventually(() -> RemoteRealm.kids(source).equals(provider.kids()));
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void leavesOtherIssuersAlone() throws Exception {
    KeySource sick = realm.discovered();
    try (TestProvider well = new TestProvider()) {
      provider.hold(TestProvider.JWKS);
      provider.hold(TestProvider.METADATA);
      assertThatExceptionOfType(UnavailableException.class).isThrownBy(sick::keys);

      KeySource source =
          RemoteKeys.of(
              RemoteRealm.settings(well.issuer(), new IssuerKeys.Discovered()), realm.client);

      assertThat(RemoteRealm.kids(source)).isEqualTo(well.kids());
    }
  }

  private static KeySet known(KeySource source) {
    assertThat(RemoteRealm.kids(source)).isNotEmpty();
    return source.keys();
  }
}
