package io.github.authfilters.user;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves when it is told to. */
final class FakeClock implements InstantSource {

  private volatile Instant now = Instant.parse("2040-01-01T00:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    jumpTo(now.plus(time));
  }

  void jumpTo(Instant instant) {
    now = instant;
  }
}
