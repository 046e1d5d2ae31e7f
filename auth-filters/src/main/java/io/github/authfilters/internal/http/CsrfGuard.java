package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Says whether a request that the cookie authenticates may come from where it comes. */
public final class CsrfGuard {

  public CsrfGuard(Set<String> allowedOrigins, TrustedProxies proxies) {}

  /** Safe methods pass, a WebSocket handshake counts as unsafe. */
  public boolean allows(HttpServletRequest request) {
    throw new UnsupportedOperationException();
  }

  /** The same question for a request of any method (a logout by GET). */
  public boolean isSameOrigin(HttpServletRequest request) {
    throw new UnsupportedOperationException();
  }
}
