package io.github.authfilters.servlet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a builder was told: setting name to text. Null, and a second text that differs, throw {@link
 * IllegalArgumentException} at once, where the mistake is.
 */
final class BuilderWords {

  private final String place;
  private final Map<String, String> values = new LinkedHashMap<>();

  BuilderWords(String place) {
    this.place = place;
  }

  /** Refuses null, which Java code may bring whatever the signature says. */
  static <T> T known(String what, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(what + " is null");
    }
    return value;
  }

  void put(String setting, @Nullable Object value) {
    String text = known(name(setting), value).toString();
    String before = values.putIfAbsent(setting, text);
    if (before != null && !before.equals(text)) {
      throw new IllegalArgumentException(
          name(setting) + " is said twice, with different values; keep one of the two");
    }
  }

  /** A setting of many elements. */
  void putAll(String setting, String separator, @Nullable String @Nullable [] elements) {
    for (String element : known(name(setting), elements)) {
      known("an element of " + name(setting), element);
    }
    put(setting, String.join(separator, known(name(setting), elements)));
  }

  /** Each element is one role, blanks included. */
  void putRoles(String setting, @Nullable String @Nullable [] roles) {
    for (String role : known(name(setting), roles)) {
      if (role != null && (role.contains(",") || role.lines().count() > 1)) {
        throw new IllegalArgumentException(
            name(setting)
                + " has an element with a comma or a newline; each element is one role, e.g."
                + " \"admin\", \"super user\"");
      }
    }
    putAll(setting, ",", roles);
  }

  Map<String, String> values() {
    return values;
  }

  private String name(String setting) {
    return place + "." + setting;
  }
}
