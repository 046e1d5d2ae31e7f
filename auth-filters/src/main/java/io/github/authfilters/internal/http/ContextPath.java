package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The context path as the browser spelt it, where that can stand in a header field.
 *
 * <p>The container hands on the client's own spelling, which may hold path parameters or start with
 * two slashes; in a {@code Location} that would be another host, in a cookie another attribute.
 */
final class ContextPath {

  private ContextPath() {}

  /** Empty for the root context and for a spelling that isn't safe. */
  static String of(HttpServletRequest request) {
    String path = request.getContextPath();
    return isSafe(path) ? path : "";
  }

  private static boolean isSafe(String path) {
    if (!path.startsWith("/") || path.contains("//") || path.endsWith("/")) {
      return false;
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (!HeaderFields.isAsciiLetterOrDigit(c)
          && c != '%'
          && PercentEncoding.PATH.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
