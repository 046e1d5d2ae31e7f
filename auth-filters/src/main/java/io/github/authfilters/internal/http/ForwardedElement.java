package io.github.authfilters.internal.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What one proxy says in {@code Forwarded} (RFC 7239) about the request that it got. */
record ForwardedElement(Map<String, String> parameters) {

  private static final ForwardedElement GARBLED = new ForwardedElement(Map.of());

  /**
   * The elements of all fields, in order. A field with a mistake is one element that says nothing:
   * where its elements end can't be told, and the fields behind it come from nearer proxies.
   */
  static List<ForwardedElement> parse(List<String> fields) {
    List<ForwardedElement> elements = new ArrayList<>();
    for (String field : fields) {
      elements.addAll(new Reader(field).elements().orElse(List.of(GARBLED)));
    }
    return elements;
  }

  /** Empty also for "unknown" and for an obfuscated name. */
  Optional<IpAddress> client() {
    return text("for").flatMap(ForwardedElement::node);
  }

  Optional<String> text(String parameter) {
    return Optional.ofNullable(parameters.get(parameter));
  }

  /** An address, with or without a port (RFC 7239 section 6), IPv6 also without brackets. */
  static Optional<IpAddress> node(String text) {
    int bracket = text.indexOf(']');
    if (text.startsWith("[")) {
      return bracket > 0
              && isPort(text.substring(bracket + 1))
              && text.lastIndexOf(':', bracket) >= 0
          ? IpAddress.parse(text.substring(1, bracket))
          : Optional.empty();
    }
    int colon = text.indexOf(':');
    if (colon < 0 || colon != text.lastIndexOf(':')) {
      return IpAddress.parse(text);
    }
    return isPort(text.substring(colon))
        ? IpAddress.parse(text.substring(0, colon))
        : Optional.empty();
  }

  private static boolean isPort(String text) {
    return text.isEmpty()
        || text.startsWith(":_")
        || (text.startsWith(":") && IpAddress.number(text.substring(1), 10, 5) >= 0);
  }

  /** Reads one field from left to right. */
  private static final class Reader {

    private final String field;
    private int at;

    Reader(String field) {
      this.field = field;
    }

    /** Empty for a field with a mistake. */
    Optional<List<ForwardedElement>> elements() {
      List<ForwardedElement> elements = new ArrayList<>();
      Map<String, String> parameters = new HashMap<>();
      while (at < field.length()) {
        if (isNext(',')) {
          elements.add(new ForwardedElement(parameters));
          parameters = new HashMap<>();
        } else if (!isNext(';') && !readParameter(parameters)) {
          return Optional.empty();
        }
      }
      elements.add(new ForwardedElement(parameters));
      return Optional.of(elements);
    }

    private boolean isNext(char separator) {
      skipBlanks();
      if (at < field.length() && field.charAt(at) == separator) {
        at++;
        skipBlanks();
        return true;
      }
      return false;
    }

    private void skipBlanks() {
      while (at < field.length() && HeaderFields.isBlank(field.charAt(at))) {
        at++;
      }
    }

    /** False for what is no parameter, and for one that the element has already. */
    private boolean readParameter(Map<String, String> parameters) {
      int equals = field.indexOf('=', at);
      if (equals < 0) {
        return false;
      }
      String name = field.substring(at, equals).toLowerCase(Locale.ROOT);
      at = equals + 1;
      Optional<String> value = isNextQuote() ? quotedValue() : plainValue();
      boolean isToken = name.chars().allMatch(c -> HeaderFields.isTokenCharacter((char) c));
      return isToken
          && value.isPresent()
          && isAtSeparator()
          && parameters.put(name, value.get()) == null;
    }

    private boolean isNextQuote() {
      return at < field.length() && field.charAt(at) == '"';
    }

    private Optional<String> quotedValue() {
      StringBuilder value = new StringBuilder();
      for (at++; at < field.length(); at++) {
        char c = field.charAt(at);
        if (c == '"') {
          at++;
          return Optional.of(value.toString());
        }
        if (c == '\\' && ++at == field.length()) {
          break;
        }
        value.append(field.charAt(at));
      }
      return Optional.empty();
    }

    /** Colons and brackets should be quoted, but many proxies don't. */
    private Optional<String> plainValue() {
      int start = at;
      while (at < field.length() && "\",; \t".indexOf(field.charAt(at)) < 0) {
        at++;
      }
      return Optional.of(field.substring(start, at));
    }

    private boolean isAtSeparator() {
      skipBlanks();
      return at == field.length() || field.charAt(at) == ',' || field.charAt(at) == ';';
    }
  }
}
