package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Servlet URL patterns, matched against the container's own mapping.
 *
 * <p>The path is what the container decoded and chose the servlet by, never the request's own
 * spelling; one with anything odd in it matches nothing. Differences from a {@code url-pattern}:
 * {@code /} is the root page alone, and an extension counts only where the container went by it or
 * found nothing better, since {@code /api/*} serves {@code /api/secret.css} too.
 */
public final class PathPatterns {

  private final Set<String> exact = new HashSet<>();
  private final List<String> below = new ArrayList<>();
  private final Set<String> extensions = new HashSet<>();
  private final boolean hasRoot;

  /** IllegalArgumentException with the rule for what is no servlet pattern. */
  public PathPatterns(List<String> patterns) {
    for (String pattern : patterns) {
      add(pattern);
    }
    hasRoot = patterns.contains("/");
  }

  private void add(String pattern) {
    if (pattern.equals("/*")) {
      throw new IllegalArgumentException(
          "\"/*\" would make every path public: name the paths, e.g. /static/*, or map the filter"
              + " to fewer");
    }
    String path = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern;
    if (pattern.startsWith("*.") && isExtension(pattern.substring(2))) {
      extensions.add(pattern.substring(2));
    } else if (path.indexOf('*') >= 0 || !SafePath.isPlain(pattern)) {
      throw new IllegalArgumentException(
          "\""
              + pattern
              + "\" is no servlet pattern: a path, a path with /* at its end, or *. and an"
              + " extension, in plain characters, e.g. /health, /static/* or *.css");
    } else if (path.length() < pattern.length()) {
      below.add(path);
    } else {
      exact.add(path);
    }
  }

  /** Without a dot: containers take what follows the last one. */
  private static boolean isExtension(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> HeaderFields.isAsciiLetterOrDigit((char) c) || c == '-');
  }

  public boolean match(HttpServletRequest request) {
    String path = SafePath.mapped(request);
    if (path.isEmpty() || path.equals("/")) {
      return hasRoot;
    }
    if (!SafePath.isPlain(path)) {
      return false;
    }
    return exact.contains(path)
        || isBelow(path)
        || hasExtension(path, request)
        || (hasRoot && isWelcomeFile(path, request));
  }

  private boolean isBelow(String path) {
    for (String prefix : below) {
      if (path.startsWith(prefix)
          && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
        return true;
      }
    }
    return false;
  }

  private boolean hasExtension(String path, HttpServletRequest request) {
    if (extensions.isEmpty()) {
      return false;
    }
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/')
        && extensions.contains(path.substring(dot + 1))
        && isMappedByNothingBetter(request);
  }

  private static boolean isMappedByNothingBetter(HttpServletRequest request) {
    @Nullable HttpServletMapping mapping = request.getHttpServletMapping();
    return mapping != null
        && (mapping.getMappingMatch() == MappingMatch.EXTENSION
            || mapping.getMappingMatch() == MappingMatch.DEFAULT);
  }

  /** Tomcat shows filters the welcome file that it is about to serve: the root was asked for. */
  private static boolean isWelcomeFile(String path, HttpServletRequest request) {
    String asked = request.getRequestURI();
    String context = request.getContextPath();
    return path.indexOf('/', 1) < 0 && (asked.equals(context + "/") || asked.equals(context));
  }
}
