package io.github.authfilters.servlet;

import io.github.authfilters.identity.UnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Trouble of our own: a WARNING in the log and a 503 for the client, never a stack trace. */
final class Trouble {

  private static final Logger LOG = System.getLogger("io.github.authfilters");
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private Trouble() {}

  /** What is expected to happen now and then takes one line; a fault of ours shows where it is. */
  static void log(String consequence, RuntimeException trouble) {
    boolean isExpected =
        trouble instanceof UnavailableException || trouble instanceof IllegalArgumentException;
    if (isExpected && trouble.getMessage() != null) {
      boolean isLogged = trouble instanceof UnavailableException known && known.isLogged();
      LOG.log(isLogged ? Level.DEBUG : Level.WARNING, consequence + ": " + trouble.getMessage());
    } else {
      LOG.log(Level.WARNING, consequence, trouble);
    }
  }

  static Refusal refusal(RuntimeException trouble) {
    log("answered with 503", trouble);
    return Refusal.unavailable(
        trouble instanceof UnavailableException unavailable
            ? unavailable.retryAfter()
            : RETRY_AFTER);
  }
}
