package io.github.authfilters;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on only when told to. */
public final class FakeClock implements InstantSource {

  private volatile Instant now;

  public FakeClock(Instant start) {
    this.now = start;
  }

  /** Starts at a whole second in 2026. */
  public FakeClock() {
    this(Instant.parse("2026-11-02T09:00:00Z"));
  }

  public void advance(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
