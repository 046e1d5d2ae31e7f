package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Servlet URL patterns, matched against the container's own mapping. */
public final class PathPatterns {

  /** IllegalArgumentException with the rule for what is no servlet pattern. */
  public PathPatterns(List<String> patterns) {}

  public boolean match(HttpServletRequest request) {
    throw new UnsupportedOperationException();
  }
}
