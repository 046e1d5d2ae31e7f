package io.github.authfilters.demo;

import java.nio.file.Path;

/**
 * Puts paths into a demo that are for one role each: {@code /role/editor} and so on. Nothing is
 * there, so that the role's bearers see a 404 and all others a 403.
 */
final class RolePaths {

  private static final String FILTER =
      """
      <filter>
        <filter-name>role-%1$s</filter-name>
        <filter-class>io.github.authfilters.servlet.BearerOrCookieFilter</filter-class>
        <async-supported>true</async-supported>
        <init-param><param-name>requiredRoles</param-name><param-value>%1$s</param-value></init-param>
      </filter>
      <filter-mapping>
        <filter-name>role-%1$s</filter-name><url-pattern>/role/%1$s</url-pattern>
      </filter-mapping>
      """;

  private RolePaths() {}

  /** The WAR with them, in this folder. */
  static Path war(Path folder, String... roles) {
    StringBuilder filters = new StringBuilder();
    for (String role : roles) {
      filters.append(FILTER.formatted(role));
    }
    return ChangedWar.in(folder)
        .webXml(webXml -> webXml.replace("</web-app>", filters + "</web-app>"))
        .path();
  }
}
