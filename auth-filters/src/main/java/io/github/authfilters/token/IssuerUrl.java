package io.github.authfilters.token;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for a URL at which an issuer is asked. */
final class IssuerUrl {

  /** Behind a host and a path, which may be garbled; ends where a quotation does, or a word. */
  private static final Pattern QUERY = Pattern.compile("(//[^\"?]*+)\\?[^\\s\"]*+");

  private IssuerUrl() {}

  /** What speaks against asking there. */
  static Optional<String> objection(URI url, boolean insecureHttp) {
    if (!isScheme(url, "https") && !(insecureHttp && isScheme(url, "http"))) {
      return Optional.of(
          "it is asked over https, e.g. https://login.example.com/keys (http: with insecureHttp)");
    }
    if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
      return Optional.of(
          "a URL has a host, and neither user nor fragment, e.g. https://login.example.com/keys");
    }
    return Optional.empty();
  }

  private static boolean isScheme(URI url, String scheme) {
    return scheme.equalsIgnoreCase(url.getScheme());
  }

  /** The text with no URL's query, which may hold an API key: fit for the log. */
  static String withoutQuery(String text) {
    return QUERY.matcher(text).replaceAll("$1?…");
  }

  /** Scheme, host and port: what may not change on the way. */
  static String server(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    int port = url.getPort() < 0 ? usual : url.getPort();
    return scheme + "://" + String.valueOf(url.getHost()).toLowerCase(Locale.ROOT) + ':' + port;
  }

  /**
   * The URL of a setting.
   *
   * @throws IllegalArgumentException if it is unusable
   */
  static URI ofSetting(String url, boolean insecureHttp) {
    URI parsed;
    try {
      parsed = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          withoutQuery(Quoted.of(url)) + " is no URL; write e.g. https://login.example.com");
    }
    objection(parsed, insecureHttp)
        .ifPresent(
            rule -> {
              throw new IllegalArgumentException(
                  withoutQuery(Quoted.of(url)) + " can't be asked: " + rule);
            });
    return parsed;
  }
}
