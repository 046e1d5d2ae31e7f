package io.github.authfilters.internal.config;

import jakarta.servlet.ServletConfig;
import java.util.Map;

/** The settings of a {@code BasicLoginServlet}. */
public record LoginSettings(String realm, String successPath) {

  public static LoginSettings of(ServletConfig config) {
    throw new UnsupportedOperationException();
  }

  public static LoginSettings of(String place, Map<String, String> values) {
    throw new UnsupportedOperationException();
  }
}
