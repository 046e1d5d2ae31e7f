package io.github.authfilters.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.authfilters.FakeRequest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.MappingMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternsTest {

  private final PathPatterns patterns =
      new PathPatterns(List.of("/health", "/static/*", "*.css", "/a/b.txt"));
  private final PathPatterns root = new PathPatterns(List.of("/"));

  @ParameterizedTest(name = "[{0}]: {1}")
  @CsvSource({
    "/health, true",
    "/health/, false",
    "/healthy, false",
    "/Health, false",
    "/health/x, false",
    "/static, true",
    "/static/, true",
    "/static/a/b.js, true",
    "/statics, false",
    "/a/b.txt, true",
    "/x/y.css, true",
    "/y.CSS, false",
    "/y.css.txt, false",
    "/y.css/z, false",
    "/ycss, false",
    "/, false",
    "'', false",
    "/static/a;b, false",
    "/static//a, false",
    "/static/./a, false",
    "/static/../admin, false",
    "/static/.., false",
    "/static/., false",
    "/static/..a, true",
    "/static/.a, true",
    "'/static/a\\b', false",
    "/static/%2e, false",
    "static/a, false"
  })
  void matchesTheMappedPath(String path, boolean matches) {
    assertThat(patterns.match(FakeRequest.get(path).request())).isEqualTo(matches);
  }

  @Test
  void neverMatchesControlCharacters() {
    assertThat(patterns.match(FakeRequest.get("/static/a\u0000b").request())).isFalse();
    assertThat(patterns.match(FakeRequest.get("/static/a\u0085b").request())).isFalse();
  }

  @Test
  void putsServletPathAndPathInfoTogether() {
    assertThat(patterns.match(FakeRequest.get("/static").pathInfo("/a.js").request())).isTrue();
    assertThat(patterns.match(FakeRequest.get("").pathInfo("/health").request())).isTrue();
    assertThat(patterns.match(FakeRequest.get("/health").pathInfo("/x").request())).isFalse();
    assertThat(patterns.match(FakeRequest.get("/static").pathInfo("/../x").request())).isFalse();
  }

  @Test
  void ignoresTheSpellingOfTheRequest() {
    var request = FakeRequest.get("/admin").contextPath("/app").requestUri("/app/health").request();

    assertThat(patterns.match(request)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(MappingMatch.class)
  void goesByTheExtensionOnlyWhereTheContainerFoundNothingBetter(MappingMatch mapping) {
    var request = FakeRequest.get("/api").pathInfo("/secret.css").mapping(mapping).request();

    assertThat(patterns.match(request))
        .isEqualTo(mapping == MappingMatch.EXTENSION || mapping == MappingMatch.DEFAULT);
  }

  @ParameterizedTest
  @EnumSource(DispatcherType.class)
  void asksTheSameInEveryDispatch(DispatcherType type) {
    assertThat(patterns.match(FakeRequest.get("/health").dispatcherType(type).request())).isTrue();
    assertThat(patterns.match(FakeRequest.get("/admin").dispatcherType(type).request())).isFalse();
  }

  @ParameterizedTest(name = "{0} + {1}, asked {2}: {3}")
  @CsvSource({
    "'', , /app/, true",
    "'', /, /app/, true",
    "/, , /app/, true",
    "/index.html, , /app/, true",
    "/index.html, , /app, true",
    "/index.html, , /app/index.html, false",
    "/a/index.html, , /app/, false",
    "/admin, , /app/admin, false",
    "/admin, , /app/;x, false",
    "/admin, , //app/, false",
    "/admin, , /, false"
  })
  void takesASlashForTheRootPageAlone(
      String servletPath, @Nullable String pathInfo, String uri, boolean matches) {
    var request = FakeRequest.get(servletPath).contextPath("/app").requestUri(uri);
    if (pathInfo != null) {
      request.pathInfo(pathInfo);
    }

    assertThat(root.match(request.request())).isEqualTo(matches);
  }

  @Test
  void protectsTheRootPageWithoutASlash() {
    var request = FakeRequest.get("/index.html").contextPath("/app").requestUri("/app/").request();

    assertThat(patterns.match(request)).isFalse();
  }

  @Test
  void matchesNothingWithoutPatterns() {
    PathPatterns none = new PathPatterns(List.of());

    assertThat(none.match(FakeRequest.get("/").request())).isFalse();
    assertThat(none.match(FakeRequest.get("/x.css").request())).isFalse();
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        "*",
        "foo",
        "/a*",
        "/*/b",
        "/x/*.css",
        "*.",
        "*.tar.gz",
        "*.c*",
        "**.css",
        "//a",
        "/a//b",
        "/a/../b",
        "/a/./b",
        "/a;b",
        "/a%20b",
        "/a\\b",
        "//*",
        "/a/*/*",
        "a/*",
        " /a"
      })
  void refusesWhatIsNoPattern(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PathPatterns(List.of("/health", pattern)))
        .withMessageContaining("\"" + pattern + "\"")
        .withMessageContaining("e.g. /health");
  }

  @Test
  void refusesToMakeEverythingPublic() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PathPatterns(List.of("/*")))
        .withMessageContaining("every path public");
  }
}
