package io.github.authfilters.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.authfilters.identity.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Answers about tokens, remembered for a time and shared by requests that want the same one at
 * once; both bounded, and so are the questions under way.
 */
final class SharedAnswers {

  /** Who waits at once for what another request asks. */
  static final int MOST_WAITING = 48;

  private static final int MOST_REMEMBERED = 16 * 1024 * 1024;
  private static final int WEIGHT_OF_NONE = 256;
  private static final int MOST_ACTIVE = 10_000;
  private static final Duration ACTIVE_LATELY = Duration.ofMinutes(5);
  private static final Duration SOON = Duration.ofSeconds(1);

  private final String name;
  private final boolean isShared;
  private final Cache<String, Answer> remembered;

  /** Digests of tokens that were active: a reason to ask sooner, and no proof of anything. */
  private final Cache<String, Boolean> activeLately;

  private final ConcurrentMap<String, CompletableFuture<Answer>> asking = new ConcurrentHashMap<>();
  private final CallLimit calls = new CallLimit(SOON);
  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  /**
   * An answer.
   *
   * @param claims empty for a token that isn't active
   * @param length of the text that it came in
   */
  record Answer(Optional<JsonObject> claims, int length) {}

  /**
   * @param remembered zero for answers that serve one request only
   */
  SharedAnswers(String name, Duration remembered, InstantSource clock) {
    this.name = name;
    this.isShared = !remembered.isZero();
    this.remembered =
        Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED)
            .weigher((String key, Answer answer) -> WEIGHT_OF_NONE + answer.length)
            .expireAfterWrite(remembered)
            .ticker(() -> nanos(clock.instant()))
            .executor(Runnable::run)
            .build();
    this.activeLately =
        Caffeine.newBuilder()
            .maximumSize(MOST_ACTIVE)
            .expireAfterWrite(ACTIVE_LATELY)
            .ticker(() -> nanos(clock.instant()))
            .executor(Runnable::run)
            .build();
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  /**
   * The answer that is known, or the one that the question brings.
   *
   * @param question throws {@link UnavailableException} where there is no answer
   */
  Answer about(String token, Supplier<Answer> question) {
    String key = Digest.sha256(token);
    if (!isShared) {
      return bounded(key, question);
    }
    Answer known = remembered.getIfPresent(key);
    if (known != null) {
      return known;
    }
    CompletableFuture<Answer> mine = new CompletableFuture<>();
    CompletableFuture<Answer> others = asking.putIfAbsent(key, mine);
    return others == null ? ask(key, question, mine) : waited(others);
  }

  private Answer ask(String key, Supplier<Answer> question, CompletableFuture<Answer> mine) {
    try {
      Answer answer = bounded(key, question);
      remembered.put(key, answer);
      mine.complete(answer);
      return answer;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      asking.remove(key);
    }
  }

  private Answer bounded(String key, Supplier<Answer> question) {
    boolean known = activeLately.getIfPresent(key) != null;
    if (!calls.enter(known)) {
      throw tooMany();
    }
    try {
      Answer answer = question.get();
      note(key, answer.claims().isPresent());
      return answer;
    } finally {
      calls.leave(known);
    }
  }

  private void note(String key, boolean isActive) {
    if (isActive) {
      activeLately.put(key, true);
    } else {
      activeLately.invalidate(key);
    }
  }

  /** The one who asks has a deadline, and so needs none here. */
  private Answer waited(CompletableFuture<Answer> others) {
    if (!waiting.tryAcquire()) {
      throw tooMany();
    }
    try {
      return others.get();
    } catch (ExecutionException e) {
      throw UnavailableException.logged(name + ": asking failed for another request", SOON);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UnavailableException.logged(name + ": nobody waits any more", SOON);
    } finally {
      waiting.release();
    }
  }

  private UnavailableException tooMany() {
    return UnavailableException.logged(name + ": it is asked enough at once", SOON);
  }
}
