package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;

/** Finds which credential of a request counts, and by which carrier. */
public final class TokenLocator {

  public TokenLocator(TokenCookie cookie) {}

  public PresentedCredential find(HttpServletRequest request) {
    throw new UnsupportedOperationException();
  }
}
