package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says whether a request that the cookie authenticates may come from where it comes.
 *
 * <p>{@code Sec-Fetch-Site} decides where the browser sends it; {@code Origin} then counts for the
 * allowed origins only. A browser sends no {@code Sec-Fetch-Site} over plain http: there {@code
 * Origin} may also equal the request's own origin. A field that comes twice refuses.
 */
public final class CsrfGuard {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final Set<Origin> allowedOrigins;
  private final TrustedProxies proxies;

  /** IllegalArgumentException with the rule for what is no origin. */
  public CsrfGuard(Set<String> allowedOrigins, TrustedProxies proxies) {
    this.allowedOrigins =
        allowedOrigins.stream().map(CsrfGuard::parsed).collect(Collectors.toUnmodifiableSet());
    this.proxies = proxies;
  }

  /** The origin as browsers write it; IllegalArgumentException with the rule for what is none. */
  public static String parseOrigin(String text) {
    return parsed(text).toString();
  }

  private static Origin parsed(String text) {
    return Origin.parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + text
                        + "\" is no origin: http or https, a host and maybe a port, without a path,"
                        + " a slash at the end or a wildcard, e.g. https://app.example.com"));
  }

  /** Safe methods pass, a WebSocket handshake counts as unsafe. */
  public boolean allows(HttpServletRequest request) {
    boolean isSafe = SAFE_METHODS.contains(request.getMethod());
    return (isSafe && !isWebSocketHandshake(request)) || comesFromUs(request);
  }

  /**
   * The same question for a request of any method (a logout by GET). A GET that says nothing about
   * where it comes from passes: no browser of today over https, but a tool, or a link over http.
   */
  public boolean isSameOrigin(HttpServletRequest request) {
    boolean isRead = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return (isRead && saysNothing(request)) || comesFromUs(request);
  }

  /** Neither {@code Sec-Fetch-Site} nor {@code Origin}: a POST of a browser has one at least. */
  public boolean saysNothing(HttpServletRequest request) {
    return HeaderFields.of(request, "Sec-Fetch-Site").isEmpty()
        && HeaderFields.of(request, "Origin").isEmpty();
  }

  /** Whether a browser says so; a tool says nothing. */
  public boolean comesFromElsewhere(HttpServletRequest request) {
    return !saysNothing(request) && !comesFromUs(request);
  }

  private boolean comesFromUs(HttpServletRequest request) {
    List<String> sites = HeaderFields.of(request, "Sec-Fetch-Site");
    List<String> origins = HeaderFields.of(request, "Origin");
    if (sites.size() > 1 || origins.size() > 1) {
      return false;
    }
    if (sites.contains("same-origin") || sites.contains("none")) {
      return true;
    }
    Optional<Origin> origin = origins.stream().findFirst().flatMap(Origin::parse);
    if (origin.isEmpty()) {
      return false;
    }
    // A browser that says "cross-site" knows it better than we know our own origin behind a proxy.
    return allowedOrigins.contains(origin.get())
        || (sites.isEmpty() && isOwn(origin.get(), request));
  }

  private boolean isOwn(Origin origin, HttpServletRequest request) {
    return origin.toString().equals(proxies.view(request).origin());
  }

  private static boolean isWebSocketHandshake(HttpServletRequest request) {
    for (String field : HeaderFields.of(request, "Upgrade")) {
      for (String protocol : field.split(",", -1)) {
        String name = HeaderFields.strip(protocol);
        int slash = name.indexOf('/');
        if ("websocket".equalsIgnoreCase(slash < 0 ? name : name.substring(0, slash))) {
          return true;
        }
      }
    }
    return false;
  }
}
