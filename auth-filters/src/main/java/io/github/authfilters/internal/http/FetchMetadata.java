package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/** What a browser tells about why it sends a request. */
public final class FetchMetadata {

  private FetchMetadata() {}

  /**
   * Whether a person waits for a page. Old browsers don't say so, and none does over plain http:
   * there it is a GET that prefers HTML to JSON.
   */
  public static boolean isPageNavigation(HttpServletRequest request) {
    List<String> modes = HeaderFields.of(request, "Sec-Fetch-Mode");
    if (!modes.isEmpty()) {
      return modes.size() == 1 && modes.get(0).equals("navigate");
    }
    String method = request.getMethod();
    return (method.equals("GET") || method.equals("HEAD"))
        && HeaderFields.of(request, "X-Requested-With").isEmpty()
        && AcceptedMedia.prefersHtml(HeaderFields.of(request, "Accept"));
  }

  /** Also a prerender, which carries the same word, and the words of older browsers. */
  public static boolean isPrefetch(HttpServletRequest request) {
    return mentionsPrefetch(request, "Sec-Purpose")
        || mentionsPrefetch(request, "Purpose")
        || mentionsPrefetch(request, "X-Moz");
  }

  private static boolean mentionsPrefetch(HttpServletRequest request, String name) {
    for (String field : HeaderFields.of(request, name)) {
      if (field.toLowerCase(Locale.ROOT).contains("prefetch")) {
        return true;
      }
    }
    return false;
  }

  public static boolean isCorsPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && !HeaderFields.of(request, "Origin").isEmpty()
        && !HeaderFields.of(request, "Access-Control-Request-Method").isEmpty();
  }
}
