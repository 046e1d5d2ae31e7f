package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code Cookie} fields as they came: {@code getCookies} of some servers hides a name that
 * comes twice, cuts values at an equals sign and takes quotes away.
 */
final class CookieFields {

  private CookieFields() {}

  /** The values of all cookies of that name, in order; without an equals sign it has no name. */
  static List<String> values(HttpServletRequest request, String name) {
    List<String> values = List.of();
    for (String field : HeaderFields.of(request, "Cookie")) {
      for (int start = 0; start <= field.length(); ) {
        int semicolon = field.indexOf(';', start);
        int end = semicolon < 0 ? field.length() : semicolon;
        int equals = field.indexOf('=', start);
        if (equals >= 0 && equals < end && isNamed(name, field, start, equals)) {
          values = values.isEmpty() ? new ArrayList<>(2) : values;
          values.add(HeaderFields.strip(field.substring(equals + 1, end)));
        }
        start = end + 1;
      }
    }
    return values;
  }

  private static boolean isNamed(String name, String field, int start, int end) {
    return HeaderFields.strip(field.substring(start, end)).equals(name);
  }
}
