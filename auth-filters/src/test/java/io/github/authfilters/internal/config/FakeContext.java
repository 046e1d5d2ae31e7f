package io.github.authfilters.internal.config;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** As much of a servlet container as the settings ask. */
final class FakeContext {

  /** Before the name of a servlet that a filter is mapped to. */
  private static final String SERVLET = "servlet ";

  private static final String OURS = "io.github.authfilters.servlet.";

  private final Map<String, FilterRegistration> filters = new HashMap<>();
  private final Map<String, ServletRegistration> servlets = new HashMap<>();
  private final Map<String, String> params = new HashMap<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private final Map<String, String> packedFiles = new HashMap<>();
  private boolean restricted;

  FakeContext filter(String name, Map<String, String> initParams) {
    return filter(name, OURS + "BearerOrCookieFilter", initParams);
  }

  FakeContext filter(String name, String className, Map<String, String> initParams) {
    return filter(name, className, initParams, Set.of("/*"));
  }

  FakeContext filter(
      String name, String className, Map<String, String> initParams, Set<String> mappings) {
    filters.put(name, registration(FilterRegistration.class, className, initParams, mappings));
    return this;
  }

  FakeContext servlet(String name, String simpleName, Map<String, String> initParams) {
    return servlet(name, simpleName, initParams, Set.of("/" + name));
  }

  FakeContext servlet(
      String name, String simpleName, Map<String, String> initParams, Set<String> mappings) {
    servlets.put(
        name, registration(ServletRegistration.class, OURS + simpleName, initParams, mappings));
    return this;
  }

  FakeContext param(String name, String text) {
    params.put(name, text);
    return this;
  }

  FakeContext packedFile(String path, String content) {
    packedFiles.put(path, content);
    return this;
  }

  FakeContext restricted() {
    restricted = true;
    return this;
  }

  ServletContext context() {
    return proxy(
        ServletContext.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "getFilterRegistrations" -> answered(filters);
              case "getServletRegistrations" -> answered(servlets);
              case "getInitParameterNames" -> Collections.enumeration(params.keySet());
              case "getInitParameter" -> params.get(arguments[0]);
              case "getAttribute" -> attributes.get(arguments[0]);
              case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
              case "getContextPath" -> "/app";
              case "removeAttribute" -> attributes.remove(arguments[0]);
              case "getRealPath" -> null;
              case "getResourceAsStream" -> open(packedFiles.get(arguments[0]));
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  FilterConfig filterConfig(String name, Map<String, String> initParams) {
    return config(FilterConfig.class, name, initParams);
  }

  ServletConfig servletConfig(String name, Map<String, String> initParams) {
    return config(ServletConfig.class, name, initParams);
  }

  private <T> T config(Class<T> type, String name, Map<String, String> initParams) {
    ServletContext context = context();
    return proxy(
        type,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "getFilterName", "getServletName" -> name;
              case "getServletContext" -> context;
              case "getInitParameterNames" -> Collections.enumeration(initParams.keySet());
              case "getInitParameter" -> initParams.get(arguments[0]);
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private Object answered(Object registrations) {
    if (restricted) {
      throw new UnsupportedOperationException();
    }
    return registrations;
  }

  private static @Nullable ByteArrayInputStream open(@Nullable String content) {
    return content == null
        ? null
        : new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }

  private static <T> T registration(
      Class<T> type, String className, Map<String, String> initParams, Set<String> mappings) {
    return proxy(
        type,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "getClassName" -> className;
              case "getInitParameters" -> initParams;
              case "getMappings", "getUrlPatternMappings" ->
                  mappings.stream()
                      .filter(mapping -> !mapping.startsWith(SERVLET))
                      .collect(Collectors.toSet());
              case "getServletNameMappings" ->
                  mappings.stream()
                      .filter(mapping -> mapping.startsWith(SERVLET))
                      .map(mapping -> mapping.substring(SERVLET.length()))
                      .collect(Collectors.toSet());
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(FakeContext.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
