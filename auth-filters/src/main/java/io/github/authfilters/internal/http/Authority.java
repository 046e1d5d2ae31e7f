package io.github.authfilters.internal.http;

import java.util.Locale;
import java.util.Optional;

/**
 * A host and its port as in a {@code Host} field.
 *
 * @param host lower case; IPv6 in brackets
 * @param port 0 where none is given
 */
record Authority(String host, int port) {

  private static final int LONGEST_HOST = 255;

  /** Empty for what no URL can have there: user names, blanks, non-ASCII, ports out of range. */
  static Optional<Authority> parse(String text) {
    int bracket = text.lastIndexOf(']');
    int colon = text.lastIndexOf(':');
    boolean hasPort = colon > bracket;
    int port = hasPort ? port(text.substring(colon + 1)) : 0;
    if (port < 0) {
      return Optional.empty();
    }
    Optional<String> host = host(hasPort ? text.substring(0, colon) : text);
    return host.map(found -> new Authority(found, port));
  }

  /** Minus one for what is none. */
  static int port(String text) {
    int port = IpAddress.number(text, 10, 5);
    return port >= 1 && port <= 65535 ? port : -1;
  }

  private static Optional<String> host(String text) {
    if (text.startsWith("[") && text.endsWith("]")) {
      String literal = text.substring(1, text.length() - 1);
      // Without a colon it would be IPv4, which has no brackets; with a zone it is of no use in a
      // URL.
      boolean isIpv6 = literal.indexOf(':') >= 0 && literal.indexOf('%') < 0;
      return isIpv6 ? IpAddress.parse(literal).map(IpAddress::inUrl) : Optional.empty();
    }
    return isName(text) ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  /** Also with an underscore, as names inside of container networks have it. */
  private static boolean isName(String text) {
    if (text.isEmpty() || text.length() > LONGEST_HOST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!HeaderFields.isAsciiLetterOrDigit(c) && c != '-' && c != '.' && c != '_') {
        return false;
      }
    }
    return true;
  }

  /** Whether the host is a name and no IP address. */
  boolean isName() {
    return !host.startsWith("[") && IpAddress.parse(host).isEmpty();
  }
}
