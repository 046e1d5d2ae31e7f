package io.github.authfilters.internal.config;

import io.github.authfilters.internal.config.Setting.Scope;
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
  static Stream<InitParam> ofComponent(Door door, String component, Map<String, String> params) {
    String place = "%s '%s' init-param '".formatted(door.kind(), Shown.escaped(component));
    return of(place, "'", door.accepted(), params);
  }

  static Stream<InitParam> ofContext(Map<String, String> params) {
    return of("context-param '" + InitParams.PREFIX, "'", Set.of(Scope.REALM), params);
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
