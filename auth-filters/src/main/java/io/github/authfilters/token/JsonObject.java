package io.github.authfilters.token;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object that {@link StrictJson} has read.
 *
 * @param members deeply immutable, in the order of the text: String, Long, Double, Boolean, List or
 *     Map; without the members that are null
 * @param nulls the names of the members of this object, not of inner ones, that are null
 */
record JsonObject(Map<String, Object> members, Set<String> nulls) {

  /** Whether the member is there, be it null. */
  boolean has(String name) {
    return members.containsKey(name) || nulls.contains(name);
  }

  /** The member, or empty where it is missing, null or of another type. */
  <T> Optional<T> member(String name, Class<T> type) {
    Object value = members.get(name);
    return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
  }

  /** The member as strings, or empty where it is missing or anything but an array of strings. */
  Optional<List<String>> strings(String name) {
    Object value = members.get(name);
    if (!(value instanceof List<?> items) || !items.stream().allMatch(String.class::isInstance)) {
      return Optional.empty();
    }
    return Optional.of(items.stream().map(String.class::cast).toList());
  }
}
