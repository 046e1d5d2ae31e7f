package io.github.authfilters.internal.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What files outside of the settings mean, read again when they change, without a restart.
 *
 * <p>They are looked at when somebody asks, at most once a second, by one of the callers; there is
 * no thread. A change counts when two looks in a row saw the same, or when the files have not been
 * written to for a while: so nobody takes half a file for a whole one, and a node that is asked
 * seldom does not accept a removed key once more. What can't be read or makes no sense leaves all
 * as it was, with one WARNING.
 *
 * @param <S> how the files read, compared by {@code equals}
 * @param <T> what that means
 */
final class Reread<S, T> implements Supplier<T> {

  private static final Logger LOG = System.getLogger("io.github.authfilters");
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private final String what;
  private final Content<S, T> content;
  private final InstantSource clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Instant looked;
  private volatile T meaning;
  // The rest is only touched while looking.
  private Look<S> last;
  private Look<S> judged;

  /** Files and their meaning. */
  interface Content<S, T> {

    /** Throws {@link UnusableValueException} where they can't be read. */
    Found<S> read();

    /** Throws {@link UnusableValueException} where it makes no sense. */
    T parse(S text);

    /** What an operator wants to know of it; no secrets. */
    String describe(T meaning);
  }

  /** How the files read, and when one of them was last written to. */
  record Found<S>(S text, Instant modified) {}

  /** One look at the files: how they read, or why they can't be read. */
  private record Look<S>(@Nullable S text, String failure) {}

  /**
   * Reads the files for the first time; throws {@link UnusableValueException} where that fails.
   *
   * @param what for the log
   */
  Reread(String what, Content<S, T> content, InstantSource clock) {
    this.what = what;
    this.content = content;
    this.clock = clock;
    this.looked = clock.instant();
    S text = content.read().text();
    this.meaning = content.parse(text);
    this.last = new Look<>(text, "");
    this.judged = last;
  }

  /** The newest meaning that is any good: the same object as long as nothing changes. */
  @Override
  public T get() {
    Instant now = clock.instant();
    if (isDue(now) && looking.tryLock()) {
      try {
        if (isDue(now)) {
          looked = now;
          look(now);
        }
      } finally {
        looking.unlock();
      }
    }
    return meaning;
  }

  /** A second after the last look exactly, it is; and when the clock was put back. */
  private boolean isDue(Instant now) {
    return !now.isBefore(looked.plus(PAUSE)) || now.isBefore(looked);
  }

  private void look(Instant now) {
    Look<S> seen;
    boolean settled = false;
    try {
      Found<S> found = content.read();
      seen = new Look<>(found.text(), "");
      settled = !now.isBefore(found.modified().plus(SETTLED));
    } catch (RuntimeException e) {
      seen = new Look<>(null, reason(e));
    }
    settled |= seen.equals(last);
    last = seen;
    if (settled && !seen.equals(judged)) {
      judged = seen;
      judge(seen);
    }
  }

  private void judge(Look<S> seen) {
    S text = seen.text();
    if (text == null) {
      warn(seen.failure());
      return;
    }
    try {
      T next = content.parse(text);
      meaning = next;
      LOG.log(Level.INFO, "auth-filters: " + what + " were read again: " + content.describe(next));
    } catch (RuntimeException e) {
      warn(reason(e));
    }
  }

  private void warn(String reason) {
    LOG.log(
        Level.WARNING,
        "auth-filters: %s stay as they were, what is there now is unusable: %s"
            .formatted(what, reason));
  }

  /** The message of an exception that isn't ours may quote a secret. */
  private static String reason(RuntimeException e) {
    return e instanceof UnusableValueException unusable
        ? unusable.rule().orElse("it breaks its rule")
        : e.getClass().getName();
  }
}
