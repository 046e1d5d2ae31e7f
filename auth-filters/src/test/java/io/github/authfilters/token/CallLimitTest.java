package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CallLimitTest {

  private final CallLimit hasty = new CallLimit(Duration.ZERO);
  private final CallLimit patient = new CallLimit(Duration.ofMinutes(1));
  private final ExecutorService callers = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    callers.shutdownNow();
  }

  private static long entered(CallLimit limit, boolean known, int tries) {
    return IntStream.range(0, tries).filter(i -> limit.enter(known)).count();
  }

  private static void leave(CallLimit limit, boolean known, int times) {
    IntStream.range(0, times).forEach(i -> limit.leave(known));
  }

  @Test
  void keepsFourOfSixteenCallsForThoseItKnows() {
    assertThat(entered(hasty, false, 100)).isEqualTo(12);
    assertThat(entered(hasty, true, 100)).isEqualTo(4);
  }

  @Test
  void letsThoseItKnowsHaveAllCalls() {
    assertThat(entered(hasty, true, 100)).isEqualTo(16);
    assertThat(entered(hasty, false, 100)).isZero();
  }

  @Test
  void losesNoPlaceByThoseItTurnsAwayOrWhoLeave() {
    entered(hasty, true, 16);
    entered(hasty, false, 100);
    leave(hasty, true, 16);

    assertThat(entered(hasty, false, 100)).isEqualTo(12);
    leave(hasty, false, 12);
    assertThat(entered(hasty, true, 100)).isEqualTo(16);
  }

  @Test
  void letsThirtySixStrangersWaitAndTurnsOthersAwayAtOnce() throws Exception {
    entered(patient, false, 12);
    List<Future<Boolean>> all = inTurn(false, 40);
    RemoteRealm.eventually(() -> all.stream().filter(Future::isDone).count() == 4);

    leave(patient, false, 12);

    assertThat(let(all)).isEqualTo(36);
  }

  @Test
  void letsTwelveThatItKnowsWaitBesideTheStrangers() throws Exception {
    entered(patient, false, 12);
    entered(patient, true, 4);
    List<Future<Boolean>> strangers = inTurn(false, 40);
    List<Future<Boolean>> known = inTurn(true, 15);
    RemoteRealm.eventually(() -> known.stream().filter(Future::isDone).count() == 3);

    leave(patient, true, 4);

    assertThat(let(known)).isEqualTo(12);
    leave(patient, false, 12);
    assertThat(let(strangers)).isEqualTo(36);
  }

  /** Each leaves at once after it has come in. */
  private List<Future<Boolean>> inTurn(boolean known, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                callers.submit(
                    () -> {
                      boolean entered = patient.enter(known);
                      if (entered) {
                        patient.leave(known);
                      }
                      return entered;
                    }))
        .toList();
  }

  private static int let(List<Future<Boolean>> all) throws Exception {
    int let = 0;
    for (Future<Boolean> one : all) {
      let += one.get() ? 1 : 0;
    }
    return let;
  }

  @Test
  void turnsAwayOneWhoIsInterruptedAndKeepsNoPlaceForHim() {
    entered(patient, true, 16);
    Thread.currentThread().interrupt();

    boolean entered = patient.enter(false);

    assertThat(entered).isFalse();
    assertThat(Thread.interrupted()).isTrue();
    leave(patient, true, 16);
    IntStream.range(0, 12).forEach(i -> assertThat(patient.enter(false)).isTrue());
  }
}
