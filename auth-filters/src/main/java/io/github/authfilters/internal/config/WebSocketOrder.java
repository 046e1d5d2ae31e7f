package io.github.authfilters.internal.config;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds WebSocket endpoints that nobody guards: Jetty puts the filter that opens them before all
 * others, ours included, unless the application registers it after them.
 *
 * <p>The Servlet API tells no order of filters, so Jetty's own objects are asked by reflection,
 * with methods that its embedding documentation names. Where they don't answer, a WARNING tells so.
 */
public final class WebSocketOrder {

  private static final System.Logger LOG = System.getLogger("io.github.authfilters");
  private static final String JETTY = "org.eclipse.jetty.";
  private static final String FILTER = ".WebSocketUpgradeFilter";
  private static final String ENDPOINTS = JETTY + "websocket.core.server.WebSocketMappings";
  private static final String WARNED = WebSocketOrder.class.getName();

  private final ServletContext context;
  private final Map<String, ? extends FilterRegistration> filters;

  private WebSocketOrder(
      ServletContext context, Map<String, ? extends FilterRegistration> filters) {
    this.context = context;
    this.filters = filters;
  }

  /**
   * Throws {@link SettingsException} where endpoints are open. Later listeners may add more, so ask
   * again when filters start.
   */
  public static void check(ServletContext context) {
    check(context, false);
  }

  /** The same at last: warns where an endpoint that is added from now on would be open. */
  public static void checkAtLast(ServletContext context) {
    check(context, true);
  }

  private static void check(ServletContext context, boolean warns) {
    Map<String, ? extends FilterRegistration> filters;
    try {
      filters = context.getFilterRegistrations();
    } catch (UnsupportedOperationException e) {
      return;
    }
    for (Map.Entry<String, ? extends FilterRegistration> filter : filters.entrySet()) {
      String className = String.valueOf(filter.getValue().getClassName());
      if (className.startsWith(JETTY) && className.endsWith(FILTER)) {
        new WebSocketOrder(context, filters).check(filter.getKey(), className, warns);
      }
    }
  }

  private void check(String name, String className, boolean warns) {
    Optional<Boolean> runsFirst = runsBeforeOurs(name);
    if (runsFirst.isPresent() && !runsFirst.get()) {
      return;
    }
    if (runsFirst.isPresent() && hasEndpoints()) {
      SettingsException wrong = new SettingsException(List.of(problem(name, className)));
      AuthFilters.logRefusal(context, wrong);
      throw wrong;
    }
    if (warns && context.getAttribute(WARNED) == null) {
      context.setAttribute(WARNED, true);
      LOG.log(
          Level.WARNING,
          "auth-filters in "
              + AuthFilters.path(context)
              + ": Jetty's filter for WebSockets may run before ours, and an endpoint that is added"
              + " later would be open to everybody; where there are none, say so with the"
              + " context-param org.eclipse.jetty.websocket.jakarta=false");
    }
  }

  /** Empty where Jetty doesn't answer. */
  private Optional<Boolean> runsBeforeOurs(String webSockets) {
    try {
      Object handler =
          ask(ask(ask(context, "getContext"), "getContextHandler"), "getServletHandler");
      Object[] mappings = (Object[]) ask(handler, "getFilterMappings");
      int first = mappings.length;
      int lastOfOurs = -1;
      for (int at = 0; at < mappings.length; at++) {
        String filter = (String) ask(mappings[at], "getFilterName");
        if (filter.equals(webSockets)) {
          first = Math.min(first, at);
        } else if (isOurs(filters.get(filter)) && hasPaths(mappings[at])) {
          lastOfOurs = at;
        }
      }
      return Optional.of(first < lastOfOurs);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.DEBUG, "can't tell the order of filters", e);
      return Optional.empty();
    }
  }

  private static boolean isOurs(@Nullable FilterRegistration filter) {
    return filter != null && Door.ofClass(filter.getClassName()).isPresent();
  }

  /** A filter that is mapped to servlets only runs after those with paths, and sees no endpoint. */
  private static boolean hasPaths(Object mapping) throws ReflectiveOperationException {
    Object paths = mapping.getClass().getMethod("getPathSpecs").invoke(mapping);
    return paths instanceof String[] specs && specs.length > 0;
  }

  private boolean hasEndpoints() {
    Object endpoints = context.getAttribute(ENDPOINTS);
    if (endpoints == null) {
      return false;
    }
    StringBuilder dump = new StringBuilder();
    try {
      endpoints
          .getClass()
          .getMethod("dump", Appendable.class, String.class)
          .invoke(endpoints, dump, "");
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.DEBUG, "can't tell whether there are WebSocket endpoints", e);
      return false;
    }
    return dump.indexOf("[size=") >= 0 && dump.indexOf("[size=0]") < 0;
  }

  private static Object ask(Object whom, String method) throws ReflectiveOperationException {
    return Objects.requireNonNull(whom.getClass().getMethod(method).invoke(whom));
  }

  private static SettingsProblem problem(String name, String className) {
    return new SettingsProblem(
        "filter '" + Shown.escaped(name) + "'",
        "runs before the filters of auth-filters",
        "Jetty would open the application's WebSockets for everybody",
        """
        write in web.xml, after the last <filter-mapping> of auth-filters:
          <filter>
            <filter-name>NAME</filter-name>
            <filter-class>CLASS</filter-class>
            <async-supported>true</async-supported>
          </filter>
          <filter-mapping>
            <filter-name>NAME</filter-name>
            <url-pattern>/*</url-pattern>
          </filter-mapping>
        or register it in Java by this name, after them and before the server starts"""
            .replace("NAME", className)
            .replace("CLASS", className));
  }
}
