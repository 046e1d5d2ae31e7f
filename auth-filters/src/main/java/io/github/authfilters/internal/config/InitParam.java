package io.github.authfilters.internal.config;

import io.github.authfilters.internal.config.Setting.Scope;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletConfig;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One name and text as somebody wrote them, and where.
 *
 * @param place for messages
 * @param accepted the scopes whose settings may stand there
 */
record InitParam(String place, Set<Scope> accepted, String name, String text) {

  /** How a container answers for one name. */
  private interface Lookup {
    @Nullable String text(String name);
  }

  /** Those of a filter or servlet, in the order of their names. */
  static Stream<InitParam> ofComponent(
      Door door, String component, Map<String, String> params, WebXml webXml) {
    String place = "%s '%s' init-param '".formatted(door.kind(), Shown.escaped(component));
    return of(place, "'", door.accepted(), AsWritten.of(params, webXml.ownParams(door, component)));
  }

  /** The same of one that starts, as it is asked itself. */
  static List<InitParam> ofStarting(Door door, FilterConfig config) {
    Map<String, String> params = asked(config.getInitParameterNames(), config::getInitParameter);
    return ofComponent(door, config.getFilterName(), params, WebXml.of(config.getServletContext()))
        .toList();
  }

  static List<InitParam> ofStarting(Door door, ServletConfig config) {
    Map<String, String> params = asked(config.getInitParameterNames(), config::getInitParameter);
    return ofComponent(door, config.getServletName(), params, WebXml.of(config.getServletContext()))
        .toList();
  }

  private static Map<String, String> asked(Enumeration<String> names, Lookup text) {
    Map<String, String> params = new HashMap<>();
    for (String name : Collections.list(names)) {
      String said = text.text(name);
      if (said != null) {
        params.put(name, said);
      }
    }
    return params;
  }

  /** Those of the context, each with our prefix. */
  static Stream<InitParam> ofContext(Map<String, String> params) {
    Map<String, String> names = new HashMap<>();
    params.forEach((name, text) -> names.put(name.substring(InitParams.PREFIX.length()), text));
    return of("context-param '" + InitParams.PREFIX, "'", Set.of(Scope.REALM), names);
  }

  /** Those that a builder was told. */
  static Stream<InitParam> ofBuilder(String place, Scope scope, Map<String, String> params) {
    return of(place + ".", "", Set.of(scope), params);
  }

  private static Stream<InitParam> of(
      String before, String after, Set<Scope> accepted, Map<String, String> params) {
    return new TreeMap<>(params)
        .entrySet().stream()
            .map(
                param ->
                    new InitParam(
                        before + Shown.escaped(param.getKey()) + after,
                        accepted,
                        param.getKey(),
                        param.getValue().strip()));
  }
}
