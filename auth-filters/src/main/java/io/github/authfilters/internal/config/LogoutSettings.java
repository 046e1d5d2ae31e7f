package io.github.authfilters.internal.config;

import io.github.authfilters.internal.config.Setting.Scope;
import jakarta.servlet.ServletConfig;
import java.util.Map;

/** The settings of a {@code LogoutServlet}. */
public record LogoutSettings(String successPath) {

  /** Reads the init-params of the servlet; throws {@link SettingsException}. */
  public static LogoutSettings of(ServletConfig config) {
    return Values.readAll(
        InitParam.ofStarting(Door.LOGOUT, config),
        Scope.LOGOUT,
        config.getServletContext(),
        LogoutSettings::of);
  }

  /** The same from a builder: setting name to text. */
  public static LogoutSettings of(String place, Map<String, String> values) {
    return Values.readAll(
        InitParam.ofBuilder(place, Scope.LOGOUT, values).toList(),
        Scope.LOGOUT,
        Surroundings.ofProcess(),
        LogoutSettings::of);
  }

  static LogoutSettings of(Values values) {
    return new LogoutSettings(values.read(Setting.LOGOUT_SUCCESS_PATH, Syntax::path));
  }
}
