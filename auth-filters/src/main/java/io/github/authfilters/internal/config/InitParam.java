package io.github.authfilters.internal.config;

import io.github.authfilters.internal.config.Setting.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One name and text as somebody wrote them, and where.
 *
 * @param place for messages
 * @param accepted the scopes whose settings may stand there
 */
record InitParam(String place, Set<Scope> accepted, String name, String text) {

  /** Those of a filter or servlet, in the order of their names. */
  static Stream<InitParam> ofComponent(
      Door door, String component, Map<String, String> params, WebXml webXml) {
    String place = "%s '%s' init-param '".formatted(door.kind(), Shown.escaped(component));
    return of(place, "'", door.accepted(), AsWritten.of(params, webXml.ownParams(door, component)));
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
