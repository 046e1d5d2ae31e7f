package io.github.authfilters.internal.config;

import jakarta.servlet.Registration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that a web application says to us.
 *
 * @param components our filters and servlets, in the order of their names
 * @param context the context-params that carry our prefix, without it
 */
record InitParams(List<Component> components, List<InitParam> context) {

  static final String PREFIX = "authFilters.";

  /** One registered filter or servlet of ours; no mappings for a filter. */
  record Component(Door door, String name, List<InitParam> params, Set<String> mappings) {

    String place() {
      return "%s '%s'".formatted(door.kind(), Shown.escaped(name));
    }
  }

  InitParams {
    components = List.copyOf(components);
    context = List.copyOf(context);
  }

  /** Throws UnsupportedOperationException where the context may not be asked. */
  static InitParams of(ServletContext context) {
    List<Component> components =
        Stream.concat(
                components(context.getFilterRegistrations()),
                components(context.getServletRegistrations()))
            .toList();
    Map<String, String> ours = new HashMap<>();
    for (String name : Collections.list(context.getInitParameterNames())) {
      String text = context.getInitParameter(name);
      if (name.startsWith(PREFIX) && text != null) {
        ours.put(name.substring(PREFIX.length()), text);
      }
    }
    return new InitParams(components, InitParam.ofContext(ours).toList());
  }

  boolean isEmpty() {
    return components.isEmpty() && context.isEmpty();
  }

  List<InitParam> all() {
    return Stream.concat(
            context.stream(), components.stream().flatMap(component -> component.params().stream()))
        .toList();
  }

  List<Component> of(Door door) {
    return components.stream().filter(component -> component.door() == door).toList();
  }

  private static Stream<Component> components(Map<String, ? extends Registration> registrations) {
    return new TreeMap<String, Registration>(registrations)
        .entrySet().stream()
            .flatMap(
                entry ->
                    Door.ofClass(entry.getValue().getClassName()).stream()
                        .map(door -> component(door, entry.getKey(), entry.getValue())));
  }

  private static Component component(Door door, String name, Registration registration) {
    Collection<String> mappings =
        registration instanceof ServletRegistration servlet ? servlet.getMappings() : Set.of();
    return new Component(
        door,
        name,
        InitParam.ofComponent(door, name, registration.getInitParameters()).toList(),
        Set.copyOf(mappings));
  }
}
