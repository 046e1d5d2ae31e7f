package io.github.authfilters.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Revoked tokens in this node's memory; a restart forgets them.
 *
 * <p>There is no bound on their number, since to drop one would raise the dead. An entry costs
 * somebody a login and lives no longer than the token, which bounds them well enough.
 */
public final class MemoryRevocationList implements RevocationList {

  /**
   * How much longer the cache keeps an entry. It reads the clock twice, and must never be the
   * earlier one: {@link #isRevoked} alone decides.
   */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final Cache<String, Instant> ends;

  public MemoryRevocationList(InstantSource clock) {
    Instant start = clock.instant();
    this.clock = clock;
    // Cleaning is done by the calling thread: a pool's thread would outlive the application.
    this.ends =
        Caffeine.newBuilder()
            .ticker(() -> nanos(Duration.between(start, clock.instant())))
            .executor(Runnable::run)
            .expireAfter(new UntilItsEnd())
            .build();
  }

  private static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException beyondThreeCenturies) {
      return duration.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  private Duration remaining(Instant end) {
    return Duration.between(clock.instant(), end).plus(MARGIN);
  }

  @Override
  public void revoke(String tokenId, Instant until) {
    if (clock.instant().isBefore(until)) {
      ends.asMap().merge(tokenId, until, (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  @Override
  public boolean isRevoked(String tokenId) {
    Instant end = ends.getIfPresent(tokenId);
    return end != null && clock.instant().isBefore(end);
  }

  /** Written out: applications may bring a Caffeine that has no factory for it. */
  private final class UntilItsEnd implements Expiry<String, Instant> {

    @Override
    public long expireAfterCreate(String id, Instant end, long now) {
      return nanos(remaining(end));
    }

    @Override
    public long expireAfterUpdate(String id, Instant end, long now, long left) {
      return nanos(remaining(end));
    }

    @Override
    public long expireAfterRead(String id, Instant end, long now, long left) {
      return left;
    }
  }

  /** How many entries are kept, those included that are over and not cleaned away yet. */
  long size() {
    ends.cleanUp();
    return ends.estimatedSize();
  }

  @Override
  public String toString() {
    return "MemoryRevocationList";
  }
}
