package io.github.authfilters.internal.config;

import io.github.authfilters.internal.config.Setting.Scope;
import jakarta.servlet.ServletConfig;
import java.util.Map;

/** The settings of a {@code BasicLoginServlet}. */
public record LoginSettings(String realm, String successPath) {

  /** Reads the init-params of the servlet; throws {@link SettingsException}. */
  public static LoginSettings of(ServletConfig config) {
    return Values.readAll(
        InitParam.ofStarting(Door.LOGIN, config),
        Scope.LOGIN,
        config.getServletContext(),
        LoginSettings::of);
  }

  /** The same from a builder: setting name to text. */
  public static LoginSettings of(String place, Map<String, String> values) {
    return Values.readAll(
        InitParam.ofBuilder(place, Scope.LOGIN, values).toList(),
        Scope.LOGIN,
        Surroundings.ofProcess(),
        LoginSettings::of);
  }

  static LoginSettings of(Values values) {
    return new LoginSettings(
        values.read(Setting.LOGIN_REALM, Syntax::realm),
        values.read(Setting.LOGIN_SUCCESS_PATH, Syntax::path));
  }
}
