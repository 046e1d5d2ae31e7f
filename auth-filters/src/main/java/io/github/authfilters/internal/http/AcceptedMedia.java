package io.github.authfilters.internal.http;

import java.util.List;
import java.util.Locale;

/** The one question that we have to {@code Accept}: a page or data? */
final class AcceptedMedia {

  private AcceptedMedia() {}

  /**
   * HTML is named, with a weight above zero, and no JSON type weighs more. A wildcard names
   * nothing, and a type with a garbled weight isn't counted.
   */
  static boolean prefersHtml(List<String> fields) {
    int html = 0;
    int json = 0;
    for (String field : fields) {
      for (String range : field.split(",", -1)) {
        String type = type(range);
        if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
          html = Math.max(html, weight(range));
        } else if (type.endsWith("/json") || type.endsWith("+json")) {
          json = Math.max(json, weight(range));
        }
      }
    }
    return html > 0 && html >= json;
  }

  private static String type(String range) {
    int semicolon = range.indexOf(';');
    String type = semicolon < 0 ? range : range.substring(0, semicolon);
    return HeaderFields.strip(type).toLowerCase(Locale.ROOT);
  }

  /** In thousandths (RFC 9110 section 12.4.2). */
  private static int weight(String range) {
    String[] parameters = range.split(";", -1);
    for (int i = 1; i < parameters.length; i++) {
      String parameter = HeaderFields.strip(parameters[i]);
      if (parameter.startsWith("q=") || parameter.startsWith("Q=")) {
        return thousandths(parameter.substring(2));
      }
    }
    return 1000;
  }

  private static int thousandths(String text) {
    boolean isShort = text.length() == 1 || (text.length() >= 2 && text.charAt(1) == '.');
    if (!isShort || text.length() > 5 || "01".indexOf(text.charAt(0)) < 0) {
      return 0;
    }
    String decimals = text.length() < 2 ? "" : text.substring(2);
    int value = IpAddress.number((text.charAt(0) + decimals + "000").substring(0, 4), 10, 4);
    return value > 1000 ? 0 : Math.max(0, value);
  }
}
