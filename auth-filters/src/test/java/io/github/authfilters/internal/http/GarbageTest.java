package io.github.authfilters.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.FakeRequest;
import io.github.authfilters.internal.http.TokenCookie.SameSite;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a client sends, nothing is thrown, and nothing unsafe comes out. */
class GarbageTest {

  private static final int ROUNDS = 10_000;

  /** Pieces that mean something to the parsers, so that garbage gets past the first check. */
  private static final List<String> PIECES =
      List.of(
          "Bearer ",
          "bearer",
          "Basic ",
          "a.b.c",
          "am9obmRvZTpzZWNyZXQ=",
          "=",
          "==",
          ";",
          ",",
          " ",
          "\t",
          "\"",
          "\\",
          "auth=",
          "__Host-auth=",
          "auth-ask",
          "for=",
          "proto=https",
          "host=",
          "[2001:db8::1]",
          "[",
          "]",
          ":",
          "::",
          ":80",
          "10.0.0.1",
          "203.0.113.7",
          "unknown",
          "_x",
          "https",
          "://",
          "example.com",
          "null",
          "same-origin",
          "text/html",
          "*/*",
          "q=",
          ";q=0.5",
          "next=",
          "/",
          "//",
          "..",
          "/.",
          "%2f",
          "%",
          "%25",
          "%C3%BC",
          "%zz",
          "?",
          "#",
          "&",
          "+",
          "application/x-www-form-urlencoded",
          "charset=utf-8",
          "websocket",
          "\u0000",
          "\r\n",
          "\u00fc",
          "\u20ac",
          "\ud800",
          "a",
          "1",
          "*.css",
          "/static");

  private final Random random = new Random(20261125);
  private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "::1"));
  private final TokenCookie cookie =
      new TokenCookie("auth", Optional.empty(), SameSite.LAX, proxies);
  private final TokenLocator locator = new TokenLocator(cookie);
  private final CsrfGuard guard = new CsrfGuard(Set.of("https://app.example.com"), proxies);
  private final PathPatterns patterns = new PathPatterns(List.of("/", "/static/*", "*.css"));

  private String garbage() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(
          random.nextInt(5) == 0
              ? String.valueOf((char) random.nextInt(0x300))
              : PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private HttpServletRequest request() {
    FakeRequest request =
        FakeRequest.of(random.nextBoolean() ? "GET" : "POST", "/" + garbage())
            .scheme(random.nextBoolean() ? "https" : garbage())
            .serverName(garbage())
            .serverPort(random.nextInt(70_000) - 2)
            .remoteAddr(random.nextBoolean() ? "10.0.0.1" : garbage())
            .contextPath(random.nextBoolean() ? "/app" : garbage())
            .requestUri(garbage())
            .queryString(random.nextBoolean() ? "next=/" + garbage() : garbage())
            .body(garbage().getBytes(ISO_8859_1))
            .contentLength(random.nextInt(40) - 1);
    for (String name :
        List.of(
            "Authorization",
            "Cookie",
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "Origin",
            "Sec-Fetch-Site",
            "Sec-Fetch-Mode",
            "Accept",
            "Upgrade",
            "Sec-Purpose",
            "Content-Type",
            "Content-Encoding")) {
      for (int i = random.nextInt(3); i > 0; i--) {
        request.header(name, garbage());
      }
    }
    return request.request();
  }

  @Test
  void throwsNothing() throws IOException {
    for (int i = 0; i < ROUNDS; i++) {
      HttpServletRequest request = request();

      assertThat(locator.find(request)).isNotNull();
      assertThat(proxies.view(request).origin()).startsWith("http");
      assertThat(BasicHeader.read(request)).isNotNull();
      assertThat(FormBody.read(request)).isNotNull();
      assertThat(
              List.of(
                  cookie.asksAgain(request),
                  guard.allows(request),
                  guard.isSameOrigin(request),
                  FetchMetadata.isPageNavigation(request),
                  FetchMetadata.isPrefetch(request),
                  patterns.match(request)))
          .hasSize(6);
    }
  }

  @Test
  void neverLeavesTheApplicationAndBreaksNoField() {
    for (int i = 0; i < ROUNDS; i++) {
      HttpServletRequest request = request();

      assertThat(ReturnPath.accepted(request).orElse("/")).matches("/(?!/)[\\x21-\\x7e&&[^\\\\]]*");
      assertThat(ReturnPath.toLogin(request, "/login")).matches("/(?!/)[\\x21-\\x7e]*");
      assertThat(cookie.cleared(request)).matches("[\\x20-\\x7e]*");
    }
  }

  @Test
  void tokensThatAreFoundAreSpeltAsTokens() {
    for (int i = 0; i < ROUNDS; i++) {
      if (locator.find(request()) instanceof PresentedToken token) {
        assertThat(token.value()).matches("[A-Za-z0-9._~+/-]+=*");
      }
    }
  }
}
