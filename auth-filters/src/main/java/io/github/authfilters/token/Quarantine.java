package io.github.authfilters.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.ProtocolException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Leaves servers alone that don't speak HTTP: the JDK's client never closes such a connection
 * before Java 21, so that each attempt costs this process a socket for good.
 */
final class Quarantine {

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Far more than there are issuers; one of them may name ever new servers for its keys. */
  private static final int MOST = 1_000;

  private final InstantSource clock;
  private final Cache<String, Term> terms =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  /**
   * @param end when the server may be asked again, the very instant included
   */
  private record Term(Duration length, Instant end) {}

  Quarantine(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether an exchange failed for what the server sent, and not on its way. */
  static boolean isFor(Throwable failure) {
    return failure instanceof ProtocolException || failure instanceof RuntimeException;
  }

  /** When the server may be asked again; empty where that is now. */
  synchronized Optional<Instant> end(String server) {
    return Optional.ofNullable(terms.getIfPresent(server))
        .map(Term::end)
        .filter(end -> clock.instant().isBefore(end));
  }

  /** Each time in a row it lasts twice as long. */
  synchronized void begin(String server) {
    Term before = terms.getIfPresent(server);
    Duration length = before == null ? FIRST : before.length().multipliedBy(2);
    Duration bounded = length.compareTo(LONGEST) < 0 ? length : LONGEST;
    terms.put(server, new Term(bounded, clock.instant().plus(bounded)));
  }

  synchronized void lift(String server) {
    terms.invalidate(server);
  }

  /** How many servers are remembered. */
  long size() {
    terms.cleanUp();
    return terms.estimatedSize();
  }
}
