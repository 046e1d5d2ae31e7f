package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.authfilters.identity.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens with a key that nobody knows, one or ten thousand. */
final class KeyFloodTest {

  private static final int WAITING = 16;

  private final RemoteRealm realm = new RemoteRealm();
  private final TestProvider provider = realm.provider;
  private final KeySource source = realm.discovered();
  private final ExecutorService callers = Executors.newCachedThreadPool();

  @BeforeEach
  void knowTheKeys() {
    assertThat(RemoteRealm.kids(source)).isEqualTo(provider.kids());
  }

  @AfterEach
  void close() {
    callers.shutdownNow();
    realm.close();
  }

  @Test
  void fetchesOnceMoreForTenThousandUnknownKeys() throws Exception {
    List<Future<KeySet>> flood = new ArrayList<>();
    ExecutorService fifty = Executors.newFixedThreadPool(50);
    for (int i = 0; i < 10_000; i++) {
      flood.add(fifty.submit(() -> source.newer(source.keys())));
    }
    for (Future<KeySet> one : flood) {
      awaitEnd(one);
    }
    fifty.shutdownNow();

    assertThat(provider.asked(TestProvider.JWKS)).isEqualTo(2);
    assertThat(source.newer(source.keys())).isSameAs(source.keys());
  }

  /** Those beyond the sixteen that may wait are told to come back. */
  private static void awaitEnd(Future<KeySet> one) throws Exception {
    try {
      assertThat(one.get().all()).isNotEmpty();
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOf(UnavailableException.class);
    }
  }

  @Test
  void keepsValidTokensFromWaitingWhileTheProviderHangs() throws Exception {
    KeySet known = source.keys();
    TestProvider.Hold hold = provider.hold(TestProvider.JWKS);
    Future<KeySet> forged = callers.submit(() -> source.newer(known));
    hold.awaitArrival();

    for (int i = 0; i < 1000; i++) {
      assertThat(source.keys()).isSameAs(known);
    }

    // The fetch still hangs: nothing above can have waited for it.
    hold.release();
    awaitEnd(forged);
  }

  @Test
  void letsSixteenWaitAndTellsTheOthersAtOnce() throws Exception {
    KeySet known = source.keys();
    TestProvider.Hold hold = provider.hold(TestProvider.JWKS);
    for (int i = 0; i < WAITING; i++) {
      callers.execute(() -> askUntilItIsThere(known));
    }
    hold.awaitArrival();

    RemoteRealm.eventually(() -> refusal(known).endsWith("enough requests wait; again after PT1S"));

    hold.release();
    assertThat(provider.asked(TestProvider.JWKS)).isEqualTo(2);
  }

  private void askUntilItIsThere(KeySet known) {
    while (!refusal(known).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  /** Empty where there is none. */
  private String refusal(KeySet known) {
    try {
      source.newer(known);
      return "";
    } catch (UnavailableException e) {
      return e.getMessage() + "; again after " + e.retryAfter();
    }
  }

  @Test
  void acceptsARotatedKeyAtItsFirstUse() {
    KeySet old = source.keys();
    provider.rotate("ES256");

    KeySet newer = source.newer(old);

    assertThat(RemoteRealm.kids(newer)).isEqualTo(provider.kids());
    assertThat(RemoteRealm.kids(source.keys())).isEqualTo(provider.kids());
  }

  @Test
  void acceptsAKeyThatWasRotatedDuringAFloodThirtySecondsLater() {
    KeySet old = source.keys();
    assertThat(source.newer(old)).isSameAs(old);
    provider.rotate("ES256");

    realm.clock.advance(Duration.ofSeconds(30).minusMillis(1));
    assertThat(source.newer(old)).isSameAs(old);
    realm.clock.advance(Duration.ofMillis(1));

    assertThat(RemoteRealm.kids(source.newer(old))).isEqualTo(provider.kids());
    assertThat(provider.asked(TestProvider.JWKS)).isEqualTo(3);
  }

  @Test
  void keepsTheOldKeysWhileANewOneCantBeFetched() {
    KeySet old = source.keys();
    provider.answer(TestProvider.JWKS, ProviderAnswer.status(500));

    assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> source.newer(old));
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> source.newer(old))
        .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(30)));

    assertThat(source.keys()).isSameAs(old);
    assertThat(provider.asked(TestProvider.JWKS)).isEqualTo(2);
  }

  @Test
  void answersFromANewSetThatCameMeanwhileWithoutAFetch() {
    KeySet old = source.keys();
    provider.rotate("ES256");
    KeySet newer = source.newer(old);
    realm.clock.advance(Duration.ofMinutes(1));

    assertThat(source.newer(old)).isSameAs(newer);
    assertThat(provider.asked(TestProvider.JWKS)).isEqualTo(2);
  }
}
