package io.github.authfilters.internal.config;

import io.github.authfilters.internal.config.Setting.Scope;
import io.github.authfilters.internal.http.PathPatterns;
import jakarta.servlet.FilterConfig;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of one {@code BearerOrCookieFilter}.
 *
 * @param requiredRoles a caller needs any one of them; empty asks for none
 * @param requiredScopes a caller needs all of them
 */
public record FilterSettings(
    Optional<String> loginPath,
    boolean optional,
    Set<String> requiredRoles,
    Set<String> requiredScopes,
    PathPatterns publicPaths,
    boolean hidesBearer) {

  public FilterSettings {
    requiredRoles = Set.copyOf(requiredRoles);
    // In the order of the setting: a refusal names them so.
    requiredScopes = Collections.unmodifiableSet(new LinkedHashSet<>(requiredScopes));
  }

  /** Reads the init-params of the filter; throws {@link SettingsException}. */
  public static FilterSettings of(FilterConfig config) {
    FilterTargets.check(config);
    return Values.readAll(
        InitParam.ofStarting(Door.FILTER, config),
        Scope.FILTER,
        config.getServletContext(),
        FilterSettings::of);
  }

  /** The same from a builder: setting name to text. */
  public static FilterSettings of(String place, Map<String, String> values) {
    return Values.readAll(
        InitParam.ofBuilder(place, Scope.FILTER, values).toList(),
        Scope.FILTER,
        Surroundings.ofProcess(),
        FilterSettings::of);
  }

  static FilterSettings of(Values values) {
    FilterSettings settings =
        new FilterSettings(
            values.find(Setting.LOGIN_PATH, Syntax::path),
            values.read(Setting.OPTIONAL, Syntax::flag),
            values.find(Setting.REQUIRED_ROLES, Syntax::roles).orElse(Set.of()),
            values.find(Setting.REQUIRED_SCOPES, Syntax::scopes).orElse(Set.of()),
            values
                .find(Setting.PUBLIC_PATHS, text -> new PathPatterns(Syntax.list(text)))
                .orElseGet(() -> new PathPatterns(List.of())),
            values.read(Setting.HIDE_CREDENTIALS, Syntax::hidesBearer));
    if (settings.optional && settings.requiresMore()) {
      values.refuse(
          Setting.OPTIONAL,
          "a filter with requiredRoles or requiredScopes can't let anonymous callers pass",
          "take one of them out");
    }
    return settings;
  }

  private boolean requiresMore() {
    return !requiredRoles.isEmpty() || !requiredScopes.isEmpty();
  }
}
