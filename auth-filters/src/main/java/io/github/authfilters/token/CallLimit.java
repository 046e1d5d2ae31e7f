package io.github.authfilters.token;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds the calls that are under way at once and those that wait for one to end, and keeps some of
 * both for known callers, so that a flood of strangers doesn't starve them.
 */
final class CallLimit {

  static final int MOST_CALLS = 16;
  static final int CALLS_KEPT = 4;
  static final int MOST_WAITING = 48;
  static final int WAITING_KEPT = 12;

  private final Semaphore calls = new Semaphore(MOST_CALLS, true);
  private final Semaphore strangers = new Semaphore(MOST_CALLS - CALLS_KEPT, true);
  private final Semaphore waitingKnown = new Semaphore(WAITING_KEPT);
  private final Semaphore waitingStrangers = new Semaphore(MOST_WAITING - WAITING_KEPT);
  private final Duration patience;

  /**
   * @param patience how long one waits at most; zero for not at all
   */
  CallLimit(Duration patience) {
    this.patience = patience;
  }

  /**
   * Whether the call may begin; then {@link #leave} ends it. Not so for one who is interrupted, and
   * stays so.
   */
  boolean enter(boolean known) {
    try {
      return acquire(known, System.nanoTime()) || waited(known);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean waited(boolean known) throws InterruptedException {
    Semaphore room = known ? waitingKnown : waitingStrangers;
    if (!room.tryAcquire()) {
      return false;
    }
    try {
      return acquire(known, System.nanoTime() + patience.toNanos());
    } finally {
      room.release();
    }
  }

  /** A stranger needs a place among the strangers first, of which there are fewer than calls. */
  private boolean acquire(boolean known, long end) throws InterruptedException {
    if (!known && !acquire(strangers, end)) {
      return false;
    }
    boolean entered = false;
    try {
      entered = acquire(calls, end);
      return entered;
    } finally {
      if (!known && !entered) {
        strangers.release();
      }
    }
  }

  /** With a time, if only zero, since without one it would overtake those who wait. */
  private static boolean acquire(Semaphore some, long end) throws InterruptedException {
    return some.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
  }

  void leave(boolean known) {
    calls.release();
    if (!known) {
      strangers.release();
    }
  }
}
