package io.github.authfilters.internal.config;

import jakarta.servlet.ServletConfig;
import java.util.Map;

/** The settings of a {@code LogoutServlet}. */
public record LogoutSettings(String successPath) {

  public static LogoutSettings of(ServletConfig config) {
    throw new UnsupportedOperationException();
  }

  public static LogoutSettings of(String place, Map<String, String> values) {
    throw new UnsupportedOperationException();
  }
}
