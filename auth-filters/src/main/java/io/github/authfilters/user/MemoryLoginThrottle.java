package io.github.authfilters.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Counts failed logins in this node's memory.
 *
 * <p>Each counter lets its limit through at once and refills evenly: with 5 a minute, five failures
 * and then one every twelve seconds. So no moment ever sees more than the limit, the long run sees
 * no more than the limit per window, and the worst single window, the one that begins with a full
 * counter, sees less than twice the limit.
 *
 * <p>Memory is bounded: 50,000 counters of each kind, and as many users and addresses that are
 * known to go together. Beyond that the least used go first, so that a flood of addresses or names
 * that come once does not wash out the counter of a user under attack.
 */
public final class MemoryLoginThrottle implements LoginThrottle {

  static final int MOST = 50_000;
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final FailureCounters addresses;
  private final FailureCounters usersAndAddresses;
  private final FailureCounters users;
  private final Cache<String, Boolean> known;

  public MemoryLoginThrottle(LoginLimit limit, InstantSource clock) {
    Duration window = limit.window();
    this.addresses = new FailureCounters(limit.address(), window, clock, MOST);
    this.usersAndAddresses = new FailureCounters(limit.userAndAddress(), window, clock, MOST);
    this.users = new FailureCounters(limit.user(), window, clock, MOST);
    this.known =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(REMEMBERED)
            .ticker(() -> nanos(clock.instant()))
            .executor(Runnable::run)
            .build();
  }

  /** {@inheritDoc} The address is asked first: one that is exhausted can't fill other counters. */
  @Override
  public Optional<Duration> attempt(String username, String address) {
    LoginKeys keys = LoginKeys.of(username, address);
    Optional<Duration> wait = addresses.take(keys.address());
    if (wait.isPresent()) {
      return wholeSeconds(wait.get());
    }
    wait = usersAndAddresses.take(keys.both());
    if (wait.isPresent()) {
      addresses.giveBack(keys.address());
      return wholeSeconds(wait.get());
    }
    wait = isKnown(keys) ? Optional.empty() : users.take(keys.user());
    if (wait.isPresent()) {
      addresses.giveBack(keys.address());
      usersAndAddresses.giveBack(keys.both());
      return wholeSeconds(wait.get());
    }
    return Optional.empty();
  }

  @Override
  public void succeeded(String username, String address) {
    LoginKeys keys = LoginKeys.of(username, address);
    giveBack(keys);
    if (username.length() <= UserNames.MAX_LENGTH) {
      known.put(keys.exactly(), true);
    }
  }

  @Override
  public void undecided(String username, String address) {
    giveBack(LoginKeys.of(username, address));
  }

  /** Whether this one was taken is decided as in {@link #attempt}: nothing is given that wasn't. */
  private void giveBack(LoginKeys keys) {
    addresses.giveBack(keys.address());
    usersAndAddresses.giveBack(keys.both());
    if (!isKnown(keys)) {
      users.giveBack(keys.user());
    }
  }

  private boolean isKnown(LoginKeys keys) {
    return known.getIfPresent(keys.exactly()) != null;
  }

  /** How many counters and memories are kept. */
  long size() {
    known.cleanUp();
    return addresses.size() + usersAndAddresses.size() + users.size() + known.estimatedSize();
  }

  private static long nanos(Instant now) {
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  private static Optional<Duration> wholeSeconds(Duration wait) {
    return Optional.of(Duration.ofSeconds(Math.max(1, wait.plusNanos(999_999_999).toSeconds())));
  }
}
