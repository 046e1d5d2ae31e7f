package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class MemoryRevocationListTest extends RevocationListContract {

  private final FakeClock clock = new FakeClock();
  private final MemoryRevocationList list = new MemoryRevocationList(clock);

  @Override
  protected RevocationList list() {
    return list;
  }

  @Override
  protected InstantSource clock() {
    return clock;
  }

  @Override
  protected void pass(Duration duration) {
    clock.advance(duration);
  }

  @Test
  void remembersATokenUntilTheLastNanosecond() {
    list.revoke("token", clock.instant().plusSeconds(60));

    clock.advance(Duration.ofSeconds(60).minusNanos(1));

    assertThat(list.isRevoked("token")).isTrue();
  }

  @Test
  void forgetsATokenAtItsEndExactly() {
    list.revoke("token", clock.instant().plusSeconds(60));

    clock.advance(Duration.ofSeconds(60));

    assertThat(list.isRevoked("token")).isFalse();
  }

  @Test
  void dropsNoLiveEntryForWantOfRoom() {
    Instant end = clock.instant().plusSeconds(60);

    for (int i = 0; i < 100_000; i++) {
      list.revoke("token " + i, end);
    }

    assertThat(list.size()).isEqualTo(100_000);
    assertThat(list.isRevoked("token 0")).isTrue();
  }

  @Test
  void keepsNoEntryThatIsOver() {
    list.revoke("short", clock.instant().plusSeconds(60));
    list.revoke("long", clock.instant().plusSeconds(6000));

    clock.advance(Duration.ofMinutes(2));

    assertThat(list.size()).isEqualTo(1);
  }

  @Test
  void keepsAnEntryThatNeverEndsForACentury() {
    list.revoke("token", Instant.MAX);

    clock.advance(Duration.ofDays(100 * 365));

    assertThat(list.isRevoked("token")).isTrue();
  }
}
