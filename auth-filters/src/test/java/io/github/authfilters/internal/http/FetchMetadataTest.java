package io.github.authfilters.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.FakeRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchMetadataTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "navigate, true",
    "cors, false",
    "no-cors, false",
    "same-origin, false",
    "websocket, false",
    "Navigate, false",
    "'', false"
  })
  void goesByTheFetchModeWhateverIsAccepted(String mode, boolean navigation) {
    var request =
        FakeRequest.get("/").header("Sec-Fetch-Mode", mode).header("Accept", "text/html").request();

    assertThat(FetchMetadata.isPageNavigation(request)).isEqualTo(navigation);
  }

  @Test
  void countsAFormThatIsSentAsANavigation() {
    var request = FakeRequest.post("/").header("Sec-Fetch-Mode", "navigate").request();

    assertThat(FetchMetadata.isPageNavigation(request)).isTrue();
  }

  @ParameterizedTest(name = "[{0}]: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | true
          TEXT/HTML                                    | true
          application/xhtml+xml                        | true
          text/html;charset=utf-8;q=0.5                | true
          text/html, application/json                  | true
          text/html;q=0.9, application/json;q=0.9      | true
          text/html;q=0.9, application/json            | false
          text/html;q=0.899, application/ld+json;Q=0.9 | false
          text/html; q=1.000                           | true
          text/html;q=0                                | false
          text/html;q=0.000                            | false
          text/html;q=1.5                              | false
          text/html;q=0.1234                           | false
          text/html;q=.5                               | false
          text/html;q=-1                               | false
          text/html;q=                                 | false
          text/html;q=high                             | false
          */*                                          | false
          text/*                                       | false
          application/json                             | false
          application/json, text/plain, */*            | false
          ,;,,;=                                       | false
          """)
  void goesByTheAcceptedMediaWithoutAFetchMode(String accept, boolean navigation) {
    assertThat(
            FetchMetadata.isPageNavigation(FakeRequest.get("/").header("Accept", accept).request()))
        .isEqualTo(navigation);
  }

  @Test
  void readsAllAcceptFields() {
    var request =
        FakeRequest.get("/")
            .header("Accept", "application/json")
            .header("Accept", "text/html;q=0.5")
            .request();

    assertThat(FetchMetadata.isPageNavigation(request)).isFalse();
  }

  @Test
  void takesNeitherAPostNorAScriptForANavigationByWhatItAccepts() {
    var post = FakeRequest.post("/").header("Accept", "text/html").request();
    var script =
        FakeRequest.get("/")
            .header("Accept", "text/html")
            .header("X-Requested-With", "XMLHttpRequest")
            .request();

    assertThat(FetchMetadata.isPageNavigation(post)).isFalse();
    assertThat(FetchMetadata.isPageNavigation(script)).isFalse();
    assertThat(FetchMetadata.isPageNavigation(FakeRequest.get("/").request())).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Sec-Purpose, prefetch, true",
    "Sec-Purpose, prefetch;prerender, true",
    "Sec-Purpose, Prefetch;anonymous-client-ip, true",
    "Purpose, prefetch, true",
    "X-Moz, prefetch, true",
    "Sec-Purpose, '', false",
    "Purpose, preview, false",
    "X-Other, prefetch, false"
  })
  void knowsAPrefetch(String name, String value, boolean prefetch) {
    assertThat(FetchMetadata.isPrefetch(FakeRequest.get("/").header(name, value).request()))
        .isEqualTo(prefetch);
  }

  @Test
  void knowsACorsPreflightByAllThreeOfItsMarks() {
    assertThat(FetchMetadata.isCorsPreflight(preflight("OPTIONS", "Origin"))).isTrue();
    assertThat(FetchMetadata.isCorsPreflight(preflight("GET", "Origin"))).isFalse();
    assertThat(FetchMetadata.isCorsPreflight(preflight("OPTIONS", "X-Origin"))).isFalse();
    assertThat(
            FetchMetadata.isCorsPreflight(
                FakeRequest.of("OPTIONS", "/").header("Origin", "https://a.example").request()))
        .isFalse();
  }

  private static HttpServletRequest preflight(String method, String name) {
    return FakeRequest.of(method, "/")
        .header(name, "https://a.example")
        .header("Access-Control-Request-Method", "PUT")
        .request();
  }
}
