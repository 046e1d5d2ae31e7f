package io.github.authfilters.internal.http;

import java.util.Locale;
import java.util.Optional;

/** An origin (RFC 6454) of a browser's page; its text has no default port. */
record Origin(String scheme, String host, int port) {

  /** Empty for {@code null}, for a URL with a path, and for schemes other than http and https. */
  static Optional<Origin> parse(String text) {
    int colon = text.indexOf("://");
    if (colon < 0) {
      return Optional.empty();
    }
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty();
    }
    return Authority.parse(text.substring(colon + 3))
        .map(found -> new Origin(scheme, found.host(), portOr(found.port(), scheme)));
  }

  private static int portOr(int port, String scheme) {
    return port == 0 ? defaultPort(scheme) : port;
  }

  static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  @Override
  public String toString() {
    String text = scheme + "://" + host;
    return port == defaultPort(scheme) ? text : text + ":" + port;
  }
}
