package io.github.authfilters.demo;

import static io.github.authfilters.demo.ServerKind.JAVA_JAR;
import static io.github.authfilters.demo.ServerKind.JETTY_12;
import static io.github.authfilters.demo.ServerKind.TOMCAT_10_1;
import static io.github.authfilters.demo.ServerKind.TOMCAT_11;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No spelling of a path leads past the filter. */
@OnServers(
    value = {TOMCAT_10_1, TOMCAT_11, JETTY_12, JAVA_JAR},
    inContext = {TOMCAT_10_1, JETTY_12})
final class OddPathsIT {

  private final ServerUnderTest server;
  private final Visitor visitor;

  OddPathsIT(ServerUnderTest server) {
    this.server = server;
    this.visitor = Visitor.of(server);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs;x",
        "/docs;jsessionid=1",
        "/docs/;x",
        "/./docs",
        "//docs",
        "///docs",
        "/%64ocs",
        "/%2564ocs",
        "/docs/",
        "/docs/x",
        "/docs//",
        "/docs/.",
        "/docs%2f",
        "/docs%5c",
        "/docs%00",
        "/docs%20",
        "/docs%3b",
        "/docs.",
        "/docs?",
        "/docs#",
        "/DOCS",
        "/Docs",
        "/d\\ocs",
        "/\\docs",
        "/x/../docs",
        "/x/..;/docs",
        "/x/..;a=b/docs",
        "/x/%2e%2e/docs",
        "/x%2f..%2fdocs",
        "/%2e/docs",
        "/;/docs",
        "/;x/docs",
        "/demo/../docs",
        "/demo/..;/docs",
        "/demo/%2e%2e/docs",
        "/demo/%2e%2e;/docs",
        "/demo/..%2fdocs",
        "/demo/..%5cdocs",
        "/demo/;/../docs",
        "/demo;/../docs",
        "/demo/x/../../users/me",
        "/login_basic/../docs",
        "/login_basic/..;/docs",
        "/login_basic/docs",
        "/login_basic;/docs",
        "/token/../users/me",
        "/logout/../users/me",
        "/users/me/",
        "/users/me;x",
        "/users/me/;x",
        "/users//me",
        "/users/./me",
        "/users/%6de",
        "/users/ME",
        "/users/me/items/",
        "/users/me/items;x",
        "/openapi.json",
        "/openapi.json;x",
        "/openapi.json/",
        "/openapi%2ejson",
        "/WEB-INF/web.xml",
        "/web-inf/web.xml",
        "/WEB-INF/users.json",
        "/demo/../WEB-INF/users.json",
        "/demo/..;/WEB-INF/users.json",
        "/demo/%2e%2e/WEB-INF/users.json",
        "/META-INF/MANIFEST.MF",
        "/io/github/authfilters/demo/Main.class",
        "/webjars/",
        "/index.html",
        "/docs\u00e9",
        "/%c3%a9",
        "/%ff",
        "/%",
        "/%zz",
        "/%u0064ocs",
        "/docs%0d%0aX:y",
        "/[docs]",
        "/\"docs\"",
        "/<docs>",
      })
  void opensNothingWithoutAToken(String path) {
    for (String method : new String[] {"GET", "HEAD", "POST"}) {
      Response response = visitor.send(visitor.request(method, path));

      assertThat(response.status()).as("%s %s: %s", method, path, response).isBetween(300, 499);
      assertThat(response.content())
          .doesNotContain("swagger-ui", "johndoe", "\"paths\"", "<web-app");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "//docs",
    "/%2e{}/docs",
    "/.{}/docs",
    "/x/..{}/docs",
    "/;x{}/docs",
    "{};x/docs",
    "http://a{}/docs",
    "docs",
    "*"
  })
  void opensNothingByAnotherSpellingOfTheContext(String target) {
    String path = target.replace("{}", server.contextPath());

    Response response = visitor.send(Request.get(path));

    assertThat(response.content()).doesNotContain("swagger-ui", "johndoe@", "\"paths\"");
    assertThat(response.status()).as("%s: %s", path, response).isLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/me", "/users/me/", "/users/me;x", "/%75sers/me", "/./users/me"})
  void opensTheSameByAnySpellingWithAToken(String path) {
    String token = server.words().fill("{good}");

    Response response = visitor.send(visitor.get(path).bearer(token));

    assertThat(response.status()).as(response.toString()).isEqualTo(200);
    assertThat(response.text()).contains("\"johndoe\"");
  }
}
