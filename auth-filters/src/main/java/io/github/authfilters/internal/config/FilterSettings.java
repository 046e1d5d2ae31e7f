package io.github.authfilters.internal.config;

import io.github.authfilters.internal.http.PathPatterns;
import jakarta.servlet.FilterConfig;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The settings of one {@code BearerOrCookieFilter}. */
public record FilterSettings(
    Optional<String> loginPath,
    boolean optional,
    Set<String> requiredRoles,
    Set<String> requiredScopes,
    PathPatterns publicPaths,
    boolean hidesBearer) {

  /** Reads the init-params of the filter; throws {@link SettingsException}. */
  public static FilterSettings of(FilterConfig config) {
    throw new UnsupportedOperationException();
  }

  /** The same from a builder: setting name to text. */
  public static FilterSettings of(String place, Map<String, String> values) {
    throw new UnsupportedOperationException();
  }
}
