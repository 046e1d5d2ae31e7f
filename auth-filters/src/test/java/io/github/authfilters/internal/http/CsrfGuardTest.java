package io.github.authfilters.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.authfilters.FakeRequest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfGuardTest {

  private final CsrfGuard guard =
      new CsrfGuard(Set.of("https://App.example.com:443"), new TrustedProxies(List.of("10.0.0.1")));

  private static FakeRequest post() {
    return FakeRequest.post("/items").at("https://example.com");
  }

  private static FakeRequest get() {
    return FakeRequest.get("/logout").at("https://example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE"})
  void letsSafeMethodsPassFromAnywhere(String method) {
    var request = FakeRequest.of(method, "/items").header("Sec-Fetch-Site", "cross-site");

    assertThat(guard.allows(request.request())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "CONNECT", "get", "PROPFIND", ""})
  void refusesEveryOtherMethodThatSaysNothing(String method) {
    assertThat(guard.allows(FakeRequest.of(method, "/items").request())).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "same-origin, true",
    "none, true",
    "same-site, false",
    "cross-site, false",
    "SAME-ORIGIN, false",
    "'same-origin, none', false",
    "'', false"
  })
  void goesByTheFetchSite(String site, boolean passes) {
    assertThat(guard.allows(post().header("Sec-Fetch-Site", site).request())).isEqualTo(passes);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "https://example.com, true",
    "https://example.com:443, true",
    "HTTPS://Example.com, true",
    "http://example.com, false",
    "https://example.com:8443, false",
    "https://example.com., false",
    "https://evil.example, false",
    "https://example.com.evil.example, false",
    "https://evil.example/https://example.com, false",
    "https://example.com/, false",
    "https://user@example.com, false",
    "null, false",
    "'', false",
    "https://, false",
    "'https://example.com https://evil.example', false",
    "https://app.example.com, true",
    "http://app.example.com, false",
    "https://xapp.example.com, false"
  })
  void goesByTheOriginWithoutAFetchSite(String origin, boolean passes) {
    assertThat(guard.allows(post().header("Origin", origin).request())).isEqualTo(passes);
  }

  @Test
  void letsAnAllowedOriginPassAlsoAcrossSites() {
    var request =
        post().header("Sec-Fetch-Site", "cross-site").header("Origin", "https://app.example.com");

    assertThat(guard.allows(request.request())).isTrue();
  }

  @Test
  void believesTheBrowserThatOurOwnOriginIsAnother() {
    var request =
        post().header("Sec-Fetch-Site", "cross-site").header("Origin", "https://example.com");

    assertThat(guard.allows(request.request())).isFalse();
  }

  @Test
  void letsAPageOfOursPassThatHidesItsOrigin() {
    var request = post().header("Sec-Fetch-Site", "same-origin").header("Origin", "null");

    assertThat(guard.allows(request.request())).isTrue();
  }

  @Test
  void comparesWithTheOriginThatTheProxySaw() {
    var request =
        FakeRequest.post("/items")
            .at("http://backend:8080")
            .remoteAddr("10.0.0.1")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "example.com")
            .header("Origin", "https://example.com")
            .request();

    assertThat(guard.allows(request)).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Sec-Fetch-Site", "Origin"})
  void refusesAFieldThatComesTwice(String name) {
    String value = name.equals("Origin") ? "https://example.com" : "same-origin";
    var request = post().header(name, value).header(name, value).request();

    assertThat(guard.allows(request)).isFalse();
    assertThat(guard.isSameOrigin(request)).isFalse();
  }

  @Test
  void hasNoOwnOriginWhereTheRequestNamesNoHost() {
    var request = post().serverName("a b").header("Origin", "https://").request();

    assertThat(guard.allows(request)).isFalse();
  }

  @ParameterizedTest(name = "{0}: refused {1}")
  @CsvSource({
    "websocket, true",
    "WebSocket, true",
    "'h2c, websocket', true",
    "websocket/13, true",
    "h2c, false",
    "websockets, false"
  })
  void countsAWebSocketHandshakeAsUnsafe(String upgrade, boolean refused) {
    var request =
        get().header("Upgrade", upgrade).header("Origin", "https://evil.example").request();

    assertThat(guard.allows(request)).isNotEqualTo(refused);
  }

  @Test
  void letsAWebSocketHandshakeOfOurOwnPassOverHttp() {
    var request =
        FakeRequest.get("/socket")
            .at("http://localhost:8080")
            .header("Upgrade", "websocket")
            .header("Origin", "http://localhost:8080")
            .request();

    assertThat(guard.allows(request)).isTrue();
  }

  @Test
  void asksForTheOriginOfAGetToo() {
    assertThat(guard.isSameOrigin(get().header("Sec-Fetch-Site", "same-origin").request()))
        .isTrue();
    assertThat(guard.isSameOrigin(get().header("Sec-Fetch-Site", "none").request())).isTrue();
    assertThat(guard.isSameOrigin(get().header("Sec-Fetch-Site", "cross-site").request()))
        .isFalse();
    assertThat(guard.isSameOrigin(get().header("Origin", "https://evil.example").request()))
        .isFalse();
  }

  @Test
  void letsAGetButNoPostPassThatSaysNothing() {
    assertThat(guard.isSameOrigin(get().request())).isTrue();
    assertThat(guard.isSameOrigin(post().request())).isFalse();
    assertThat(guard.saysNothing(post().request())).isTrue();
    assertThat(guard.saysNothing(post().header("Origin", "null").request())).isFalse();
    assertThat(guard.saysNothing(post().header("Sec-Fetch-Site", "x").request())).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "https://app.example.com, https://app.example.com",
    "HTTPS://App.Example.com:443, https://app.example.com",
    "http://localhost:80, http://localhost",
    "http://localhost:8080, http://localhost:8080",
    "https://[::1]:8443, https://[0:0:0:0:0:0:0:1]:8443"
  })
  void writesAnOriginAsBrowsersDo(String text, String origin) {
    assertThat(CsrfGuard.parseOrigin(text)).isEqualTo(origin);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        "*",
        "null",
        "app.example.com",
        "https://",
        "https://app.example.com/",
        "https://app.example.com/path",
        "https://*.example.com",
        "https://user@app.example.com",
        "https://app.example.com:0",
        "https://app.example.com:65536",
        "https://app.example.com:",
        "ftp://app.example.com",
        "https://b\u00fccher.example",
        "https://a b"
      })
  void refusesASettingThatIsNoOrigin(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsrfGuard(Set.of(text), new TrustedProxies(List.of())))
        .withMessageContaining("e.g. https://app.example.com");
  }
}
