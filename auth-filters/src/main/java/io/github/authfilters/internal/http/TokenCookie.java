package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The cookie that carries the token, and the marker beside it. */
public final class TokenCookie {

  /** The values of {@code cookieSameSite}. */
  public enum SameSite {
    LAX,
    STRICT,
    NONE
  }

  public TokenCookie(String name, Optional<String> domain, SameSite sameSite, TrustedProxies proxies) {}

  /** The values of all cookies of our name, in order, raw. */
  public List<String> values(HttpServletRequest request) {
    throw new UnsupportedOperationException();
  }

  /** A {@code Set-Cookie} field value. */
  public String issued(HttpServletRequest request, String token, Duration lifetime) {
    throw new UnsupportedOperationException();
  }

  public String cleared(HttpServletRequest request) {
    throw new UnsupportedOperationException();
  }

  /** Whether the marker that a logout sets is there: the login must ask once more. */
  public boolean asksAgain(HttpServletRequest request) {
    throw new UnsupportedOperationException();
  }

  public String askAgain(HttpServletRequest request) {
    throw new UnsupportedOperationException();
  }

  public String askAgainCleared(HttpServletRequest request) {
    throw new UnsupportedOperationException();
  }
}
