package io.github.authfilters.token;

import io.github.authfilters.identity.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call in the background that many requests want and few may start: one at a time, with a pause
 * between two starts; a few requests wait for it a short time.
 */
final class PacedCall {

  private static final int MOST_WAITING = 16;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final String name;
  private final Call call;
  private final Duration pause;
  private final Executor threads;
  private final InstantSource clock;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private Attempt last =
      new Attempt(Instant.EPOCH, CompletableFuture.completedFuture(Optional.empty()));

  /** What is called. */
  interface Call {
    void run() throws IssuerFailure;
  }

  /**
   * A call that was started.
   *
   * @param trouble empty where the call succeeded
   */
  private record Attempt(Instant start, CompletableFuture<Optional<String>> trouble) {

    boolean isOver() {
      return trouble.isDone();
    }
  }

  /**
   * @param name the subject of messages, e.g. {@code the keys of issuer "x"}
   */
  PacedCall(String name, Call call, Duration pause, Executor threads, InstantSource clock) {
    this.name = name;
    this.call = call;
    this.pause = pause;
    this.threads = threads;
    this.clock = clock;
  }

  /** Starts a call where that may be; waits for nothing. */
  void begin() {
    begun();
  }

  /**
   * Starts a call where that may be, and returns when the last one that was started has succeeded.
   *
   * @throws UnavailableException if it failed, takes long, or enough others wait for it
   */
  void await() {
    Attempt attempt = begun();
    if (attempt.isOver()) {
      check(attempt, Duration.ZERO);
    } else if (waiting.tryAcquire()) {
      try {
        check(attempt, LONGEST_WAIT);
      } finally {
        waiting.release();
      }
    } else {
      throw UnavailableException.logged(name + ": enough requests wait", LONGEST_WAIT);
    }
  }

  private void check(Attempt attempt, Duration patience) {
    Optional<String> trouble;
    try {
      trouble = attempt.trouble.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw UnavailableException.logged(name + ": not there yet", LONGEST_WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UnavailableException.logged(name + ": nobody waits any more", LONGEST_WAIT);
    }
    if (trouble.isPresent()) {
      throw UnavailableException.logged(name + ": " + trouble.get(), rest(attempt));
    }
  }

  /** Until the next start may be; a second at least, that a caller can count. */
  private Duration rest(Attempt attempt) {
    Duration rest = Duration.between(clock.instant(), attempt.start.plus(pause));
    return rest.compareTo(LONGEST_WAIT) < 0 ? LONGEST_WAIT : rest;
  }

  /** The last attempt, which is a new one where that may be. */
  private synchronized Attempt begun() {
    Instant now = clock.instant();
    if (last.isOver() && !isPause(now)) {
      last = new Attempt(now, new CompletableFuture<>());
      start(last);
    }
    return last;
  }

  /** Over at its end exactly, and when the clock was put back. */
  private boolean isPause(Instant now) {
    return now.isBefore(last.start.plus(pause)) && !now.isBefore(last.start);
  }

  private void start(Attempt attempt) {
    try {
      threads.execute(() -> run(attempt));
    } catch (RuntimeException | Error e) {
      // No thread to be had now; an attempt without an end would be the last one.
      attempt.trouble.complete(Optional.of(e.getClass().getSimpleName()));
    }
  }

  private void run(Attempt attempt) {
    try {
      call.run();
      attempt.trouble.complete(Optional.empty());
    } catch (IssuerFailure e) {
      attempt.trouble.complete(Optional.of(e.getMessage()));
    } catch (RuntimeException | Error e) {
      attempt.trouble.complete(Optional.of(e.getClass().getSimpleName()));
    }
  }
}
