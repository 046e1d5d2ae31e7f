package io.github.authfilters.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.FakeClock;
import io.github.authfilters.identity.Identity;
import io.github.authfilters.token.VerifiedToken;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The keys change while all threads issue and verify, and no token fails. */
final class RotationUnderLoadTest {

  private static final int THREADS = 8;
  private static final int ROTATIONS = 12;

  private static final List<String> KEYS = new ArrayList<>();

  static {
    for (int i = 0; i <= ROTATIONS; i++) {
      KEYS.add(
          "{\"kty\":\"oct\",\"kid\":\"k%d\",\"k\":\"%s\"}".formatted(i, FakeSurroundings.key()));
    }
  }

  private final FakeClock clock = new FakeClock();
  private final AtomicIntegerArray rounds = new AtomicIntegerArray(THREADS);
  private final AtomicInteger failed = new AtomicInteger();
  private volatile boolean stopped;

  @Test
  @Timeout(60)
  void noTokenFailsWhileTheKeysChange(@TempDir Path folder) throws Exception {
    KeyFile file = new KeyFile(folder);
    file.write(key(0), clock.instant());
    AuthFilters realm = realm(file);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      running.add(threads.submit(() -> work(realm, thread)));
    }

    for (int i = 1; i <= ROTATIONS; i++) {
      file.replace(key(i) + "\n" + key(i - 1), clock.instant());
      clock.advance(Duration.ofSeconds(2));
      awaitRounds();
      assertThat(realm.keys().orElseThrow().get().keyIds()).containsExactly("k" + i, "k" + (i - 1));
    }

    stopped = true;
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    for (Future<?> each : running) {
      each.get();
    }
    assertThat(failed).hasValue(0);
  }

  private AuthFilters realm(KeyFile file) {
    FakeContext application =
        new FakeContext().filter("api", Map.of("signingKeys", "file:" + file.path()));
    return new FakeSurroundings().at(clock).start(application).realm();
  }

  /** Verifies the token of the round before, which an older key may have signed, and a new one. */
  private void work(AuthFilters realm, int thread) {
    String before = token(realm);
    while (!stopped) {
      String token = token(realm);
      if (!verifies(realm, token) || !verifies(realm, before)) {
        failed.incrementAndGet();
      }
      before = token;
      rounds.incrementAndGet(thread);
    }
  }

  private static String token(AuthFilters realm) {
    return realm
        .issuer()
        .orElseThrow()
        .issue(new Identity("alice", Set.of(), Set.of()), Set.of())
        .value();
  }

  private static boolean verifies(AuthFilters realm, String token) {
    return realm.verifier().verify(token) instanceof VerifiedToken;
  }

  /** Until nobody holds a token of the key before the last one. */
  private void awaitRounds() {
    for (int i = 0; i < THREADS; i++) {
      int enough = rounds.get(i) + 3;
      while (rounds.get(i) < enough) {
        Thread.onSpinWait();
      }
    }
  }

  private static String key(int number) {
    return KEYS.get(number);
  }
}
