package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Which decoded paths mean the same to every server, proxy and browser. */
final class SafePath {

  private SafePath() {}

  /** What the container decoded and chose the servlet by; not plain by itself. */
  static String mapped(HttpServletRequest request) {
    @Nullable String rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }

  /**
   * Starts with one slash and has no empty or dot segments, path parameters, backslashes, control
   * characters, or percent signs (encoded twice).
   */
  static boolean isPlain(String path) {
    if (!path.startsWith("/") || path.contains("//") || hasDotSegment(path)) {
      return false;
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (Character.isISOControl(c) || c == ';' || c == '\\' || c == '%') {
        return false;
      }
    }
    return true;
  }

  private static boolean hasDotSegment(String path) {
    for (int dot = path.indexOf("/."); dot >= 0; dot = path.indexOf("/.", dot + 1)) {
      int end = path.startsWith("/..", dot) ? dot + 3 : dot + 2;
      if (end == path.length() || path.charAt(end) == '/') {
        return true;
      }
    }
    return false;
  }
}
