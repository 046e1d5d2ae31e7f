package io.github.authfilters.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link LoginThrottle} does. */
abstract class LoginThrottleContract {

  private static final LoginLimit LIMIT = new LoginLimit(5, 20, 100, Duration.ofMinutes(1));

  final FakeClock clock = new FakeClock();

  /** A throttle that has counted nothing yet and goes by {@link #clock}. */
  abstract LoginThrottle throttle(LoginLimit limit);

  private static int passed(LoginThrottle throttle, int times, String user, String address) {
    int passed = 0;
    for (int i = 0; i < times; i++) {
      passed += throttle.attempt(user, address).isEmpty() ? 1 : 0;
    }
    return passed;
  }

  @Test
  void letsTheFailuresOfAUserFromAnAddressThroughUpToTheLimit() {
    LoginThrottle throttle = throttle(LIMIT);

    assertThat(passed(throttle, 9, "bob", "192.0.2.1")).isEqualTo(5);
    assertThat(throttle.attempt("bob", "192.0.2.2")).isEmpty();
    assertThat(throttle.attempt("eve", "192.0.2.1")).isEmpty();
  }

  @Test
  void tellsToWaitForAWholeSecondAtLeast() {
    LoginThrottle throttle = throttle(LIMIT);
    passed(throttle, 5, "bob", "192.0.2.1");

    Optional<Duration> wait = throttle.attempt("bob", "192.0.2.1");
    clock.pass(wait.orElseThrow().minusMillis(1));
    Optional<Duration> rest = throttle.attempt("bob", "192.0.2.1");

    assertThat(wait.get()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
    assertThat(wait.get()).isEqualTo(wait.get().truncatedTo(ChronoUnit.SECONDS));
    assertThat(rest).contains(Duration.ofSeconds(1));
  }

  @Test
  void letsThroughAgainWhenTheWaitIsOver() {
    LoginThrottle throttle = throttle(LIMIT);
    passed(throttle, 5, "bob", "192.0.2.1");

    clock.pass(throttle.attempt("bob", "192.0.2.1").orElseThrow());

    assertThat(throttle.attempt("bob", "192.0.2.1")).isEmpty();
  }

  @Test
  void startsAnewAfterAWindowWithoutFailure() {
    LoginThrottle throttle = throttle(LIMIT);
    passed(throttle, 5, "bob", "192.0.2.1");

    clock.pass(LIMIT.window());

    assertThat(passed(throttle, 9, "bob", "192.0.2.1")).isEqualTo(5);
  }

  @Test
  void letsFewerThanTwiceTheLimitThroughInTheWorstWindow() {
    LoginThrottle throttle = throttle(LIMIT);
    int passed = 0;

    for (int second = 0; second < 60; second++) {
      passed += passed(throttle, 10, "bob", "192.0.2.1");
      clock.pass(Duration.ofSeconds(1));
    }

    assertThat(passed).isBetween(5, 9);
  }

  @Test
  void limitsAnAddressWhoeverTheUserIs() {
    LoginThrottle throttle = throttle(LIMIT);
    int passed = 0;

    for (int user = 0; user < 50; user++) {
      passed += passed(throttle, 1, "user" + user, "192.0.2.1");
    }

    assertThat(passed).isEqualTo(20);
  }

  @Test
  void limitsAUserWhereverTheFailuresComeFromAndSparesAKnownAddress() {
    LoginThrottle throttle = throttle(LIMIT);
    throttle.attempt("bob", "198.51.100.7");
    throttle.succeeded("bob", "198.51.100.7");
    int passed = 0;

    for (int address = 0; address < 250; address++) {
      passed += passed(throttle, 1, "bob", "192.0.2." + address);
    }

    assertThat(passed).isEqualTo(100);
    assertThat(throttle.attempt("bob", "198.51.100.7")).isEmpty();
    assertThat(throttle.attempt("bob", "198.51.100.8")).isPresent();
  }

  @Test
  void knowsAnAddressForTheNameThatLoggedInAndForNoOtherSpelling() {
    LoginThrottle throttle = throttle(LIMIT);
    throttle.attempt("Bob", "198.51.100.7");
    throttle.succeeded("Bob", "198.51.100.7");

    for (int address = 0; address < 100; address++) {
      throttle.attempt("bob", "192.0.2." + address);
    }

    assertThat(throttle.attempt("bob", "198.51.100.7")).isPresent();
    assertThat(throttle.attempt("Bob", "198.51.100.7")).isEmpty();
  }

  @Test
  void limitsAKnownAddressToo() {
    LoginThrottle throttle = throttle(LIMIT);
    throttle.attempt("bob", "192.0.2.1");
    throttle.succeeded("bob", "192.0.2.1");

    assertThat(passed(throttle, 9, "bob", "192.0.2.1")).isEqualTo(5);
  }

  @Test
  void forgetsAKnownAddressAfterADay() {
    LoginThrottle throttle = throttle(LIMIT);
    throttle.attempt("bob", "198.51.100.7");
    throttle.succeeded("bob", "198.51.100.7");
    clock.pass(Duration.ofDays(1));

    for (int address = 0; address < 100; address++) {
      throttle.attempt("bob", "192.0.2." + address);
    }

    assertThat(throttle.attempt("bob", "198.51.100.7")).isPresent();
  }

  @Test
  void takesNothingWhereItRefuses() {
    LoginThrottle throttle = throttle(LIMIT);
    passed(throttle, 50, "bob", "192.0.2.1");

    int others = 0;
    for (int user = 0; user < 50; user++) {
      others += passed(throttle, 1, "user" + user, "192.0.2.1");
    }

    assertThat(others).isEqualTo(15);
  }

  @Test
  void givesBackWhatASuccessAndAnUndecidedLoginTook() {
    LoginThrottle throttle = throttle(LIMIT);
    int passed = 0;

    for (int i = 0; i < 50; i++) {
      passed += passed(throttle, 1, "bob", "192.0.2.1");
      throttle.succeeded("bob", "192.0.2.1");
      passed += passed(throttle, 1, "eve", "192.0.2.1");
      throttle.undecided("eve", "192.0.2.1");
    }

    assertThat(passed).isEqualTo(100);
  }

  @Test
  void neverGrowsACounterBeyondItsLimit() {
    LoginThrottle throttle = throttle(LIMIT);
    for (int i = 0; i < 50; i++) {
      throttle.succeeded("bob", "192.0.2.1");
      throttle.undecided("bob", "192.0.2.1");
    }

    assertThat(passed(throttle, 50, "bob", "192.0.2.1")).isEqualTo(5);
  }

  @Test
  void letsNoBurstSlipThrough() throws Exception {
    LoginThrottle throttle = throttle(LIMIT);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      Callable<Boolean> attempt = () -> throttle.attempt("bob", "192.0.2.1").isEmpty();
      List<Future<Boolean>> all = threads.invokeAll(Collections.nCopies(200, attempt));
      int passed = 0;
      for (Future<Boolean> one : all) {
        passed += one.get() ? 1 : 0;
      }

      assertThat(passed).isEqualTo(5);
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest(name = "{0} from {1}")
  @CsvSource({
    "BOB@example.com, 192.0.2.1",
    "'  bob@example.com ', 192.0.2.1",
    "b\u00f6b@example.com, 192.0.2.1",
    "\uff42ob@example.com, 192.0.2.1",
    "bob@example.com, ::ffff:192.0.2.1"
  })
  void countsVariantsTogether(String user, String address) {
    LoginThrottle throttle = throttle(LIMIT);
    passed(throttle, 5, "bob@example.com", "192.0.2.1");

    assertThat(throttle.attempt(user, address)).isPresent();
  }
}
