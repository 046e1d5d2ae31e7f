package io.github.authfilters.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryLoginThrottleTest extends LoginThrottleContract {

  @Override
  MemoryLoginThrottle throttle(LoginLimit limit) {
    return new MemoryLoginThrottle(limit, clock);
  }

  @Test
  void isBoundedAndKeepsTheCounterUnderAttackInAFloodOfAMillionAddresses() {
    LoginLimit limit = new LoginLimit(5, 20, 100, Duration.ofMinutes(1));
    MemoryLoginThrottle throttle = throttle(limit);
    int victim = 0;

    for (int i = 0; i < 1_000_000; i++) {
      String address = (i >>> 16) + "." + (i >>> 8 & 255) + ".7." + (i & 255);
      boolean attacksVictim = i % 10 == 0;
      String user = attacksVictim ? "victim" : "made-up-" + i;
      victim += throttle.attempt(user, address).isEmpty() && attacksVictim ? 1 : 0;
    }

    assertThat(throttle.size()).isLessThanOrEqualTo(4L * MemoryLoginThrottle.MOST);
    assertThat(victim).isEqualTo(100);
  }

  @Test
  void dropsCountersThatAreFullAgain() {
    MemoryLoginThrottle throttle = throttle(LoginLimit.DEFAULT);
    for (int i = 0; i < 1000; i++) {
      throttle.attempt("user" + i, "address" + i);
    }

    clock.pass(Duration.ofMinutes(1));

    assertThat(throttle.size()).isZero();
  }
}
