package io.github.authfilters.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The counters of one kind; one that nobody asked for during a window is full again, and dropped.
 */
final class FailureCounters {

  private final int limit;
  private final Duration window;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  FailureCounters(int limit, Duration window, InstantSource clock, int most) {
    this.limit = limit;
    this.window = window;
    this.time = new ClockMeter(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfterAccess(window)
            .ticker(time::currentTimeNanos)
            .executor(Runnable::run) // in the caller: no pool of the runtime keeps our classes
            .build();
  }

  /** Takes one, or tells how long it takes until there is one. */
  Optional<Duration> take(String key) {
    ConsumptionProbe probe = buckets.get(key, k -> full()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  void giveBack(String key) {
    Bucket bucket = buckets.getIfPresent(key);
    if (bucket != null) {
      bucket.addTokens(1);
    }
  }

  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(Bandwidth.builder().capacity(limit).refillGreedy(limit, window).build())
        .withCustomTimePrecision(time)
        .build();
  }

  private record ClockMeter(InstantSource clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
