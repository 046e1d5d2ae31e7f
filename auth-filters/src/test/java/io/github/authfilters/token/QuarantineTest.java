package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.authfilters.FakeClock;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuarantineTest {

  private static final String SERVER = "https://them.example:443";

  private final FakeClock clock = new FakeClock();
  private final Quarantine quarantine = new Quarantine(clock);

  @Test
  void lastsTwiceAsLongEachTimeAndFiveMinutesAtMost() {
    for (long seconds : new long[] {2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
      quarantine.begin(SERVER);

      assertThat(quarantine.end(SERVER)).contains(clock.instant().plusSeconds(seconds));
    }
  }

  @Test
  void endsAtItsEndExactly() {
    quarantine.begin(SERVER);

    clock.advance(Duration.ofSeconds(2).minusMillis(1));
    assertThat(quarantine.end(SERVER)).isPresent();
    clock.advance(Duration.ofMillis(1));
    assertThat(quarantine.end(SERVER)).isEmpty();
  }

  @Test
  void beginsAnewAfterAGoodAnswer() {
    quarantine.begin(SERVER);
    quarantine.begin(SERVER);

    quarantine.lift(SERVER);
    quarantine.begin(SERVER);

    assertThat(quarantine.end(SERVER)).contains(clock.instant().plusSeconds(2));
  }

  @Test
  void remembersAThousandServersHoweverManyThereAre() {
    for (int i = 0; i < 10_000; i++) {
      quarantine.begin(SERVER + i);
    }

    assertThat(quarantine.size()).isEqualTo(1_000);
  }

  @Test
  void isNotForWhatFailsOnItsWay() {
    assertThat(Quarantine.isFor(new SocketTimeoutException())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"})
  void keepsAServerFromBeingAskedThatDoesNotSpeakHttp(String answer) {
    try (RemoteRealm realm = new RemoteRealm()) {
      URI jwks = realm.provider.jwks();
      realm.provider.answer(
          TestProvider.JWKS,
          (path, body, out) -> out.write(answer.getBytes(StandardCharsets.US_ASCII)));

      for (int i = 0; i < 10; i++) {
        assertThatExceptionOfType(IssuerFailure.class)
            .isThrownBy(() -> realm.client.http().get(jwks));
      }

      assertThat(realm.provider.asked(TestProvider.JWKS)).isEqualTo(1);
    }
  }
}
