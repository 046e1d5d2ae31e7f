package io.github.authfilters.token;

import java.net.ProtocolException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Leaves servers alone that don't speak HTTP: the JDK's client never closes such a connection
 * before Java 21, so that each attempt costs this process a socket for good.
 */
final class Quarantine {

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final Map<String, Term> terms = new HashMap<>();

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
    return Optional.ofNullable(terms.get(server))
        .map(Term::end)
        .filter(end -> clock.instant().isBefore(end));
  }

  /** Each time in a row it lasts twice as long. */
  synchronized void begin(String server) {
    Term before = terms.get(server);
    Duration length = before == null ? FIRST : before.length().multipliedBy(2);
    Duration bounded = length.compareTo(LONGEST) < 0 ? length : LONGEST;
    terms.put(server, new Term(bounded, clock.instant().plus(bounded)));
  }

  synchronized void lift(String server) {
    terms.remove(server);
  }
}
