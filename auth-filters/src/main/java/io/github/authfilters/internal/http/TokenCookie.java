package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The cookie that carries the token, and the marker beside it by which a logout makes the next
 * login ask once more.
 *
 * <p>Over https and without a domain the cookie takes the prefix {@code __Host-}, which keeps
 * neighbours from planting one; it then belongs to the whole host. Otherwise it belongs to the
 * context path. The text is ours, since {@code jakarta.servlet.http.Cookie} can't write all of it
 * alike on every server.
 */
public final class TokenCookie {

  private static final String HOST_PREFIX = "__Host-";
  private static final String GONE = "; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT";

  private final String name;
  private final Optional<String> domain;
  private final SameSite sameSite;
  private final TrustedProxies proxies;

  /** The values of {@code cookieSameSite}. */
  public enum SameSite {
    LAX("Lax"),
    STRICT("Strict"),
    NONE("None");

    private final String text;

    SameSite(String text) {
      this.text = text;
    }
  }

  /** IllegalArgumentException with the rule for a name or a domain that can't be one. */
  public TokenCookie(
      String name, Optional<String> domain, SameSite sameSite, TrustedProxies proxies) {
    this.name = checkedName(name);
    this.domain = domain.map(TokenCookie::checkedDomain);
    this.sameSite = sameSite;
    this.proxies = proxies;
  }

  private static String checkedName(String name) {
    boolean isToken = !name.isEmpty() && name.chars().allMatch(TokenCookie::isTokenCharacter);
    // Such a prefix is a promise to the browser that only we can tell when to give.
    if (!isToken || name.startsWith("__")) {
      throw new IllegalArgumentException(
          "\""
              + name
              + "\" is no name for the cookie: letters, digits, - and _, not starting with __,"
              + " e.g. auth");
    }
    return name;
  }

  private static boolean isTokenCharacter(int c) {
    return HeaderFields.isTokenCharacter((char) c);
  }

  private static String checkedDomain(String domain) {
    String host = domain.toLowerCase(Locale.ROOT);
    boolean isName =
        Authority.parse(host).filter(parsed -> parsed.isName() && parsed.port() == 0).isPresent();
    if (!isName || host.startsWith(".") || host.endsWith(".")) {
      throw new IllegalArgumentException(
          "\"" + domain + "\" is no domain for the cookie: a bare host name, e.g. example.com");
    }
    return host;
  }

  /** The values of all cookies of our name, in order, raw: quotes belong to them. */
  public List<String> values(HttpServletRequest request) {
    return CookieFields.values(request, tokenName(isSecure(request)));
  }

  /** A {@code Set-Cookie} field value. */
  public String issued(HttpServletRequest request, String token, Duration lifetime) {
    if (!TokenAlphabet.spells(token)) {
      throw new IllegalArgumentException("not a token that a cookie can carry");
    }
    long seconds = Math.max(0, lifetime.toSeconds());
    return tokenCookie(request, token, "; Max-Age=" + seconds);
  }

  public String cleared(HttpServletRequest request) {
    return tokenCookie(request, "", GONE);
  }

  private String tokenCookie(HttpServletRequest request, String value, String lifetime) {
    boolean secure = isSecure(request);
    String path = hasHostPrefix(secure) ? "/" : contextPath(request);
    return tokenName(secure)
        + "="
        + value
        + "; Path="
        + path
        + domain.map(host -> "; Domain=" + host).orElse("")
        + lifetime
        + (secure ? "; Secure" : "")
        + "; HttpOnly; SameSite="
        + sameSite.text;
  }

  private String tokenName(boolean secure) {
    return hasHostPrefix(secure) ? HOST_PREFIX + name : name;
  }

  private boolean hasHostPrefix(boolean secure) {
    return secure && domain.isEmpty();
  }

  /** Whether the marker that a logout sets is there: the login must ask once more. */
  public boolean asksAgain(HttpServletRequest request) {
    return !CookieFields.values(request, markerName(isSecure(request))).isEmpty();
  }

  /** Without a lifetime: it must not end before the browser forgets the password. */
  public String askAgain(HttpServletRequest request) {
    return marker(request, "1", "");
  }

  public String askAgainCleared(HttpServletRequest request) {
    return marker(request, "", GONE);
  }

  /**
   * Never with the domain, and always Lax: with Strict, a link from elsewhere would not carry it.
   */
  private String marker(HttpServletRequest request, String value, String lifetime) {
    boolean secure = isSecure(request);
    return markerName(secure)
        + "="
        + value
        + "; Path="
        + (secure ? "/" : contextPath(request))
        + lifetime
        + (secure ? "; Secure" : "")
        + "; HttpOnly; SameSite=Lax";
  }

  private String markerName(boolean secure) {
    return (secure ? HOST_PREFIX : "") + name + "-ask";
  }

  private boolean isSecure(HttpServletRequest request) {
    return proxies.isSecure(request);
  }

  private static String contextPath(HttpServletRequest request) {
    String path = ContextPath.of(request);
    return path.isEmpty() ? "/" : path;
  }
}
