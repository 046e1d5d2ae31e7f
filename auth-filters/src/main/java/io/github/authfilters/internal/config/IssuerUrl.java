package io.github.authfilters.internal.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads a URL of another issuer. */
final class IssuerUrl {

  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,1000}");

  private final boolean insecureHttp;

  /**
   * @param insecureHttp whether the line says so
   */
  IssuerUrl(boolean insecureHttp) {
    this.insecureHttp = insecureHttp;
  }

  /** The issuer itself: what its tokens have in {@code iss}, and metadata are found below it. */
  URI issuer(String text) {
    URI url = endpoint(text);
    if (url.getRawQuery() != null) {
      throw new UnusableValueException(
          "an issuer is a URL without a query (RFC 8414 section 2), as its tokens have it in iss");
    }
    if (text.endsWith(",")) {
      throw new UnusableValueException("blanks part the words of a line, and no commas");
    }
    if (url.getRawPath().contains("/.well-known/")) {
      throw new UnusableValueException(
          "that is where its metadata are; it must be what they have in 'issuer', as its tokens"
              + " have it in iss");
    }
    return url;
  }

  /** A place to ask. */
  URI endpoint(String text) {
    URI url = parsed(text);
    if (url.getRawUserInfo() != null) {
      throw new UnusableValueException("a URL has no user name and no password in it");
    }
    if (url.getRawFragment() != null) {
      throw new UnusableValueException("a URL has no part behind # here");
    }
    if (!insecureHttp && scheme(url).equals("http")) {
      throw new UnusableValueException(
          "over http anybody on the way could put keys of his own in; it must be https, or on a"
              + " developer's machine stand beside insecureHttp=true");
    }
    return url;
  }

  private static URI parsed(String text) {
    if (PRINTABLE.matcher(text).matches()) {
      try {
        URI url = new URI(text);
        if (url.getHost() != null && scheme(url).matches("https?")) {
          return url;
        }
      } catch (URISyntaxException e) {
        // Falls through without the cause, which quotes the text.
      }
    }
    throw new UnusableValueException("it must be an https URL with a host");
  }

  private static String scheme(URI url) {
    String scheme = url.getScheme();
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }
}
