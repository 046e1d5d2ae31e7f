package io.github.authfilters.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.LogLines;
import io.github.authfilters.identity.UnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TroubleTest {

  private static final Duration SOON = Duration.ofSeconds(1);

  @Test
  void warnsOfTroubleOfOurOwn() {
    try (LogLines log = new LogLines("io.github.authfilters")) {
      Trouble.refusal(new UnavailableException("no database", SOON));

      assertThat(log.lines()).containsExactly("WARNING answered with 503: no database");
    }
  }

  /** Or each request with a token of a dead issuer would write a line. */
  @Test
  void saysNothingOfTroubleThatTheLogHasAlready() {
    try (LogLines log = new LogLines("io.github.authfilters")) {
      Trouble.refusal(UnavailableException.logged("no keys", SOON));

      assertThat(log.lines()).isEmpty();
    }
  }
}
