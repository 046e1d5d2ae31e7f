package io.github.authfilters.identity;

import java.time.Duration;

/**
 * Says that a question can't be answered right now: a database, a store or an issuer is out of
 * reach, or this node has no capacity left. It is neither a yes nor a no; the doors answer it with
 * 503 and {@code Retry-After}.
 *
 * <p>The message goes to the log. It names what is out of reach and never holds a secret.
 */
public class UnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public UnavailableException(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  public UnavailableException(String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  /** When asking again may be worth it. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
