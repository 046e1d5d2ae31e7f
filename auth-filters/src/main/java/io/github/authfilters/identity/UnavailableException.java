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
  private final boolean isLogged;

  public UnavailableException(String message, Duration retryAfter) {
    this(message, retryAfter, false);
  }

  public UnavailableException(String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
    this.isLogged = false;
  }

  private UnavailableException(String message, Duration retryAfter, boolean isLogged) {
    super(message);
    this.retryAfter = retryAfter;
    this.isLogged = isLogged;
  }

  /** Of trouble that the log has already, once, so that no request need say it again. */
  public static UnavailableException logged(String message, Duration retryAfter) {
    return new UnavailableException(message, retryAfter, true);
  }

  /** Whether the log knows of it without this. */
  public boolean isLogged() {
    return isLogged;
  }

  /** When asking again may be worth it. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
