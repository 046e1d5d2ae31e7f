package io.github.authfilters.internal.config;

import io.github.authfilters.internal.config.WebXml.Component;
import io.github.authfilters.internal.config.WebXml.Mapping;
import io.github.authfilters.internal.config.WebXml.Param;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what is wrong about us in a {@code web.xml}, and what servers pass over in silence. */
final class WebXmlMistakes {

  private final WebXml webXml;

  WebXmlMistakes(WebXml webXml) {
    this.webXml = webXml;
  }

  Stream<SettingsProblem> all() {
    return Stream.of(
            sharedNames(webXml.filters()),
            sharedNames(webXml.servlets()),
            repeated("context-param '", webXml.ownContextParams()),
            webXml.ours().flatMap(own -> repeated(own.place() + " init-param '", own.params())),
            webXml.ours().flatMap(WebXmlMistakes::withoutRequest))
        .flatMap(found -> found);
  }

  /** Tomcat takes the first of two, Jetty the last. */
  private static Stream<SettingsProblem> repeated(String before, List<Param> params) {
    Map<String, Set<String>> texts =
        params.stream()
            .collect(
                Collectors.groupingBy(
                    Param::name,
                    TreeMap::new,
                    Collectors.mapping(Param::text, Collectors.toSet())));
    return texts.entrySet().stream()
        .filter(param -> param.getValue().size() > 1)
        .map(
            param ->
                new SettingsProblem(
                    before + Shown.escaped(param.getKey()) + "'",
                    "stands in web.xml twice, with different values",
                    "servers differ in which of them counts",
                    "keep one of the two"));
  }

  private static Stream<SettingsProblem> sharedNames(List<Component> components) {
    return components.stream()
        .collect(Collectors.groupingBy(Component::name, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .filter(same -> same.size() > 1 && same.stream().anyMatch(Component::isOurs))
        .map(
            same ->
                new SettingsProblem(
                    same.get(0).place(),
                    "stands in web.xml twice",
                    "servers differ in which of them counts",
                    "give each a name of its own"));
  }

  /** A mapping for error pages or forwards only is fine beside one of the same paths. */
  private static Stream<SettingsProblem> withoutRequest(Component own) {
    Set<String> asked =
        own.mappings().stream()
            .filter(Mapping::isForRequests)
            .flatMap(Mapping::targets)
            .collect(Collectors.toSet());
    return own.mappings().stream()
        .filter(mapping -> !mapping.isForRequests())
        .flatMap(Mapping::targets)
        .filter(target -> !asked.contains("/*") && !asked.contains(target))
        .distinct()
        .map(
            target ->
                new SettingsProblem(
                    own.place(),
                    "is mapped to %s without the dispatcher REQUEST"
                        .formatted(Shown.quoted(target)),
                    "requests of clients would pass by it",
                    "write <dispatcher>REQUEST</dispatcher> too"));
  }
}
