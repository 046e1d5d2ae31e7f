package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;

/** What a browser tells about why it sends a request. */
public final class FetchMetadata {

  private FetchMetadata() {}

  public static boolean isPageNavigation(HttpServletRequest request) {
    throw new UnsupportedOperationException();
  }

  public static boolean isPrefetch(HttpServletRequest request) {
    throw new UnsupportedOperationException();
  }

  public static boolean isCorsPreflight(HttpServletRequest request) {
    throw new UnsupportedOperationException();
  }
}
