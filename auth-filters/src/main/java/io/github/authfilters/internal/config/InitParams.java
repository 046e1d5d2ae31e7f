package io.github.authfilters.internal.config;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Registration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a web application says to us.
 *
 * @param components our filters and servlets, in the order of their names
 * @param context the context-params that carry our prefix, without it
 * @param strays what was likely meant for us, and says so to nobody
 */
record InitParams(
    List<Component> components, List<InitParam> context, List<SettingsProblem> strays) {

  static final String PREFIX = "authFilters.";

  /**
   * One registered filter or servlet of ours, and the URL patterns that lead to it.
   *
   * @param isInWebXml whether these patterns are all; others may still come where Java registers
   *     it, and Jetty tells those of a filter only when its initializers have run
   */
  record Component(
      Door door, String name, List<InitParam> params, Set<String> mappings, boolean isInWebXml) {

    Component with(WebXml webXml) {
      return webXml
          .mappings(door, name)
          .map(declared -> new Component(door, name, params, union(mappings, declared), true))
          .orElse(this);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
      return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    String place() {
      return "%s '%s'".formatted(door.kind(), Shown.escaped(name));
    }
  }

  InitParams {
    components = List.copyOf(components);
    context = List.copyOf(context);
    strays = List.copyOf(strays);
  }

  /** Throws UnsupportedOperationException where the context may not be asked. */
  static InitParams of(ServletContext context) {
    return of(context, WebXml.NONE);
  }

  /** The same, with what a web.xml says beside. */
  static InitParams of(ServletContext context, WebXml webXml) {
    Map<String, ? extends FilterRegistration> filters = context.getFilterRegistrations();
    Map<String, ? extends ServletRegistration> servlets = context.getServletRegistrations();
    List<String> names = Collections.list(context.getInitParameterNames());
    Map<String, String> ours = new HashMap<>();
    for (String name : names) {
      String text = context.getInitParameter(name);
      if (name.startsWith(PREFIX) && text != null) {
        ours.put(name, text);
      }
    }
    return new InitParams(
        Stream.concat(components(filters, webXml), components(servlets, webXml)).toList(),
        InitParam.ofContext(AsWritten.of(ours, webXml.ownContextParams())).toList(),
        Stream.of(
                Strays.contextParams(names),
                Strays.components("filter", filters),
                Strays.components("servlet", servlets),
                new WebXmlMistakes(webXml).all())
            .flatMap(found -> found)
            .toList());
  }

  boolean isEmpty() {
    return components.isEmpty() && context.isEmpty() && strays.isEmpty();
  }

  List<InitParam> all() {
    return Stream.concat(
            context.stream(), components.stream().flatMap(component -> component.params().stream()))
        .toList();
  }

  List<Component> of(Door door) {
    return components.stream().filter(component -> component.door() == door).toList();
  }

  private static Stream<Component> components(
      Map<String, ? extends Registration> registrations, WebXml webXml) {
    return new TreeMap<String, Registration>(registrations)
        .entrySet().stream()
            .flatMap(
                entry ->
                    Door.ofClass(entry.getValue().getClassName()).stream()
                        .map(
                            door ->
                                component(door, entry.getKey(), entry.getValue(), webXml)
                                    .with(webXml)));
  }

  private static Component component(
      Door door, String name, Registration registration, WebXml webXml) {
    return new Component(
        door,
        name,
        InitParam.ofComponent(door, name, registration.getInitParameters(), webXml).toList(),
        mappings(registration),
        false);
  }

  /** Of a filter also the servlets that it is mapped to by name, which look like no pattern. */
  private static Set<String> mappings(Registration registration) {
    if (registration instanceof FilterRegistration filter) {
      return Stream.concat(
              filter.getUrlPatternMappings().stream(),
              filter.getServletNameMappings().stream().map(name -> "servlet " + name))
          .collect(Collectors.toUnmodifiableSet());
    }
    return registration instanceof ServletRegistration servlet
        ? Set.copyOf(servlet.getMappings())
        : Set.of();
  }
}
