package io.github.authfilters.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginLimitTest {

  @Test
  void readsTheWholeInAnyOrder() {
    assertThat(LoginLimit.parse(" window=PT2M user=9\n address=8  userAndAddress=7 "))
        .isEqualTo(new LoginLimit(7, 8, 9, Duration.ofMinutes(2)));
  }

  @Test
  void takesTheDefaultForWhatIsLeftOut() {
    assertThat(LoginLimit.parse("user=50"))
        .isEqualTo(new LoginLimit(5, 20, 50, Duration.ofMinutes(1)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'', no part of a login limit",
    "5, no part of a login limit",
    "users=5, no part of a login limit",
    "user=0, user is 0",
    "user=-1, user is -1",
    "user=, must be a number",
    "user=many, must be a number",
    "user=99999999999, must be a number",
    "user=5 user=5, user is given twice",
    "window=1m, ISO-8601",
    "window=PT0S, PT1S to P1D",
    "window=P2D, PT1S to P1D"
  })
  void refusesWithTheRuleAndAnExample(String text, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LoginLimit.parse(text))
        .withMessageContaining(reason)
        .withMessageContaining("userAndAddress=5 address=20 user=100 window=PT1M");
  }
}
