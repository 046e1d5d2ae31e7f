package io.github.authfilters.internal.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place to go to after the login: {@code next}.
 *
 * <p>It is always a path of this web application, spelt by us: no other host, no way out by dots,
 * and nothing that a browser and a server could read differently.
 */
public final class ReturnPath {

  private static final int LONGEST = 2048;

  private ReturnPath() {}

  /**
   * A path of this web application as a {@code Location}: it stays on this host, whatever spelling
   * of the context path the request has.
   */
  public static String inContext(HttpServletRequest request, String path) {
    return ContextPath.of(request) + path;
  }

  /**
   * {@code loginPath} with the place of this request as {@code next}, context path included;
   * without it where the place can't be visited again (another method), is the login itself, or is
   * odd.
   */
  public static String toLogin(HttpServletRequest request, String loginPath) {
    String login = inContext(request, loginPath);
    String method = request.getMethod();
    String path = SafePath.mapped(request);
    boolean isPage = method.equals("GET") || method.equals("HEAD");
    if (!isPage || path.equals(loginPath) || !SafePath.isPlain(path)) {
      return login;
    }
    String place = inContext(request, PercentEncoding.encoded(path, PercentEncoding.PATH));
    @Nullable String query = request.getQueryString();
    String next =
        query == null || query.isEmpty() || checkedQuery(query).isEmpty()
            ? place
            : place + "?" + query;
    String parameter = "?next=" + PercentEncoding.encoded(next, PercentEncoding.PARAMETER);
    return parameter.length() > LONGEST ? login : login + parameter;
  }

  /**
   * The {@code next} of this request's query, re-serialised and with the context path; empty where
   * there is none that is safe. A path outside of the context is taken as one inside.
   */
  public static Optional<String> accepted(HttpServletRequest request) {
    @Nullable String query = request.getQueryString();
    return query == null
        ? Optional.empty()
        : onlyNext(query)
            .filter(next -> next.length() <= LONGEST && isAscii(next))
            .flatMap(next -> PercentEncoding.formDecoded(next.getBytes(US_ASCII)))
            .flatMap(next -> place(request, next));
  }

  /** By hand: {@code getParameter} would read the body, and hides that a name comes twice. */
  private static Optional<String> onlyNext(String query) {
    List<String> found = new ArrayList<>(1);
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      if (PercentEncoding.decoded(name).filter("next"::equals).isPresent()) {
        found.add(equals < 0 ? "" : parameter.substring(equals + 1));
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private static Optional<String> place(HttpServletRequest request, String next) {
    int hash = next.indexOf('#');
    String whole = hash < 0 ? next : next.substring(0, hash);
    int mark = whole.indexOf('?');
    Optional<String> path = path(request, mark < 0 ? whole : whole.substring(0, mark));
    Optional<String> query =
        mark < 0 ? Optional.of("") : checkedQuery(whole.substring(mark + 1)).map("?"::concat);
    return path.flatMap(found -> query.map(found::concat));
  }

  private static Optional<String> path(HttpServletRequest request, String encoded) {
    if (encoded.toLowerCase(Locale.ROOT).contains("%2f")) {
      return Optional.empty();
    }
    String context = request.getContextPath();
    Optional<String> contextName = PercentEncoding.decoded(context);
    if (!ContextPath.of(request).equals(context) || contextName.isEmpty()) {
      return Optional.empty();
    }
    return PercentEncoding.decoded(encoded)
        .filter(SafePath::isPlain)
        .map(path -> withinContext(path, contextName.get()))
        .filter(path -> !isOwn(path, request))
        .map(path -> context + PercentEncoding.encoded(path, PercentEncoding.PATH));
  }

  /** The path behind the context path, whether it was said or not. */
  private static String withinContext(String path, String context) {
    boolean isInside = path.equals(context) || path.startsWith(context + "/");
    String rest = isInside ? path.substring(context.length()) : path;
    return rest.isEmpty() ? "/" : rest;
  }

  /** The login itself, and what is below it: that would go round in a circle. */
  private static boolean isOwn(String path, HttpServletRequest request) {
    String login = request.getServletPath();
    return path.equals(SafePath.mapped(request))
        || (!login.isEmpty() && (path.equals(login) || path.startsWith(login + "/")));
  }

  /** Stays encoded as it came; what needs it and isn't encoded gets it. */
  private static Optional<String> checkedQuery(String query) {
    boolean isOdd = query.contains("//") || query.indexOf('\\') >= 0;
    Optional<String> plain = PercentEncoding.decoded(query);
    return isOdd || plain.filter(text -> !HeaderFields.hasControlCharacters(text)).isEmpty()
        ? Optional.empty()
        : Optional.of(PercentEncoding.encoded(query, PercentEncoding.QUERY + "%"));
  }
}
