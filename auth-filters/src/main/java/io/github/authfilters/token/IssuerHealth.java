package io.github.authfilters.token;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells the log when an issuer stops to answer well, and when it begins again: once a change, and
 * at most one trouble a minute, however many requests meet it.
 */
final class IssuerHealth {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final System.Logger log = System.getLogger(IssuerHealth.class.getName());
  private final String issuer;
  private final String consequence;
  private final IssuerClient client;
  private Instant told = Instant.EPOCH;
  private volatile boolean isIll;

  /**
   * @param consequence what the trouble means for tokens, the end of a sentence
   */
  IssuerHealth(String issuer, String consequence, IssuerClient client) {
    this.issuer = issuer;
    this.consequence = consequence;
    this.client = client;
  }

  /** At a minute after the last trouble exactly, it is told. */
  synchronized void failed(String trouble) {
    Instant now = client.clock().instant();
    if (!isIll && !isOurDoing() && !now.isBefore(told.plus(PAUSE))) {
      isIll = true;
      told = now;
      log.log(Level.WARNING, "Issuer " + Quoted.of(issuer) + ": " + trouble + "; " + consequence);
    }
  }

  /** What ends because we end it says nothing of the issuer. */
  private boolean isOurDoing() {
    return client.isClosed() || Thread.currentThread().isInterrupted();
  }

  void succeeded() {
    if (isIll) {
      recovered();
    }
  }

  private synchronized void recovered() {
    if (isIll) {
      isIll = false;
      log.log(Level.WARNING, "Issuer " + Quoted.of(issuer) + " answers well again");
    }
  }
}
