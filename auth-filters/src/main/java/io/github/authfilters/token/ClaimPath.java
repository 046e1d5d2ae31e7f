package io.github.authfilters.token;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in the claims something is: {@code groups}, {@code realm_access.roles}, or a name with dots
 * of its own as {@code https://api.example.com/roles}.
 *
 * @param text names of members with dots between them
 */
record ClaimPath(String text) {

  /**
   * The words there, none where there is nothing; empty where the value is neither an array of
   * strings nor a string of words with blanks between them.
   */
  Optional<List<String>> words(JsonObject claims) {
    if (claims.nulls().contains(text)) {
      return Optional.empty();
    }
    Optional<Object> value = find(claims.members(), text);
    if (value.isEmpty()) {
      return Optional.of(List.of());
    }
    if (value.get() instanceof String words) {
      return Optional.of(present(List.of(words.split(" ", -1))));
    }
    return value
        .filter(items -> items instanceof List<?> list && list.stream().allMatch(ClaimPath::isText))
        .map(items -> present((List<?>) items));
  }

  private static boolean isText(Object item) {
    return item instanceof String;
  }

  private static List<String> present(List<?> words) {
    return words.stream().map(String.class::cast).filter(word -> !word.isEmpty()).toList();
  }

  /** The whole rest is a name first, and only then one before a dot, the shortest one first. */
  private static Optional<Object> find(Map<?, ?> members, String rest) {
    Object literal = members.get(rest);
    if (literal != null) {
      return Optional.of(literal);
    }
    for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.', dot + 1)) {
      if (members.get(rest.substring(0, dot)) instanceof Map<?, ?> inner) {
        Optional<Object> found = find(inner, rest.substring(dot + 1));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
