package io.github.authfilters.demo;

import static io.github.authfilters.demo.ServerKind.JAVA_JAR;
import static io.github.authfilters.demo.ServerKind.JETTY_12;
import static io.github.authfilters.demo.ServerKind.TOMCAT_10_1;
import static io.github.authfilters.demo.ServerKind.TOMCAT_11;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README promises, from the first visit to the login as somebody else. */
@OnServers(
    value = {TOMCAT_10_1, TOMCAT_11, JETTY_12, JAVA_JAR},
    inContext = {TOMCAT_10_1, JETTY_12})
final class WalkThroughIT {

  private static final String OUR_PAGE = "Sec-Fetch-Site: same-origin";
  private static final String PROFILE =
      "{\"username\":\"johndoe\",\"email\":\"johndoe@example.com\",\"full_name\":\"John Doe\","
          + "\"disabled\":false}";

  private final ServerUnderTest server;
  private final Visitor visitor;
  private final String token;

  WalkThroughIT(ServerUnderTest server) {
    this.server = server;
    this.visitor = Visitor.of(server);
    this.token = server.words().fill("{good}");
  }

  private String at(String path) {
    return server.contextPath() + path;
  }

  /** The cookie's attributes; it belongs to the context path. */
  private String cookieEnd(String lifetime) {
    String path = server.contextPath().isEmpty() ? "/" : server.contextPath();
    return "; Path=" + path + lifetime + "; HttpOnly; SameSite=Lax";
  }

  @Test
  void showsTheStartPageToEverybody() {
    Response response = visitor.send(visitor.get("/"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.field("Content-Type")).startsWith("text/html");
    assertThat(response.text()).contains("href=\"login_basic\"").doesNotContain("Log out</button>");
  }

  @Test
  void greetsByNameAndOffersTheLogout() {
    Response response = visitor.send(visitor.get("/").cookie(token));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).contains("johndoe", "Log out</button>");
    assertThat(response.field("Cache-Control")).containsAnyOf("no-store", "private");
  }

  @Test
  void asksForNameAndPasswordUntilTheyAreRight() {
    Response first = visitor.send(visitor.get("/login_basic"));
    Response wrong = visitor.send(visitor.get("/login_basic").basic("johndoe", "wrong"));

    Answers.assertBasic(first, "401");
    Answers.assertBasic(wrong, "401");
  }

  @Test
  void logsInWithACookieAndGoesToTheDocumentation() {
    Response response = visitor.send(visitor.get("/login_basic").basic("johndoe", "secret"));

    assertThat(response.status()).isEqualTo(303);
    assertThat(response.field("Location")).isEqualTo(at("/docs"));
    assertThat(response.field("Cache-Control")).contains("no-store");
    assertThat(response.field("Set-Cookie"))
        .matches("auth=[\\w-]+\\.[\\w-]+\\.[\\w-]+\\Q" + cookieEnd("; Max-Age=1800") + "\\E");
  }

  @Test
  void handsOutATokenForAForm() {
    Response response = visitor.send(visitor.form("/token", Visitor.grant("johndoe", "secret")));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.field("Content-Type")).startsWith("application/json");
    assertThat(response.field("Cache-Control")).isEqualTo("no-store");
    assertThat(response.all("Set-Cookie")).isEmpty();
    assertThat(response.text())
        .matches(
            "\\{\"access_token\":\"[\\w-]+\\.[\\w-]+\\.[\\w-]+\",\"token_type\":\"bearer\","
                + "\"expires_in\":1800,\"scope\":\"items me\"}");
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          grant_type=password&username=johndoe                             | invalid_request
          grant_type=password&password=secret                              | invalid_request
          grant_type=password&username=johndoe&username=a&password=secret  | invalid_request
          grant_type=password&username=johndoe&password=wrong              | invalid_grant
          grant_type=password&username=nobody&password=secret              | invalid_grant
          grant_type=password&username=alice&password=secretalice          | invalid_grant
          grant_type=client_credentials                                    | unsupported_grant_type
          grant_type=password&username=johndoe&password=secret&scope=root  | invalid_scope
          grant_type=password&username=johndoe&password=secret&scope=%22   | invalid_scope
          """)
  void refusesAFormInTheWordsOfOauth(String form, String error) {
    Response response = visitor.send(visitor.form("/token", form));

    assertThat(response.status()).as(response.toString()).isEqualTo(400);
    assertThat(response.field("Content-Type")).startsWith("application/json");
    assertThat(response.field("Cache-Control")).isEqualTo("no-store");
    assertThat(response.text()).contains("\"error\":\"" + error + "\"", "\"detail\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/openapi.json"})
  void sendsAPersonWithoutTokenToTheLogin(String path) {
    Response response = visitor.send(visitor.get(path).with("Sec-Fetch-Mode: navigate"));

    assertThat(response.status()).isEqualTo(303);
    assertThat(response.field("Location")).startsWith(at("/login_basic?next="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/openapi.json", "/users/me", "/users/me/", "/users/me/items"})
  void refusesAProgramWithoutToken(String path) {
    Response response = visitor.send(visitor.get(path));

    Answers.assertBearer(response, "401");
    assertThat(response.field("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void showsTheDocumentationByCookie() {
    Response page = visitor.send(visitor.get("/docs").cookie(token));
    Response description = visitor.send(visitor.get("/openapi.json").cookie(token));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("swagger-ui", "johndoe", "Log out</button>");
    assertThat(page.field("Cache-Control")).containsAnyOf("no-store", "private");
    assertThat(description.status()).isEqualTo(200);
    assertThat(description.text()).contains("\"openapi\"", "/users/me");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/me", "/users/me/"})
  void showsTheProfileByHeaderAndByCookie(String path) {
    Response byHeader = visitor.send(visitor.get(path).bearer(token));
    Response byCookie = visitor.send(visitor.get(path).cookie(token));

    assertThat(byHeader.text()).isEqualTo(PROFILE);
    assertThat(byCookie.text()).isEqualTo(PROFILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/me/items", "/users/me/items/"})
  void showsTheItems(String path) {
    Response response = visitor.send(visitor.get(path).bearer(token));

    assertThat(response.text()).isEqualTo("[{\"item_id\":\"Foo\",\"owner\":\"johndoe\"}]");
  }

  @Test
  void asksForTheScopeThatIsMissing() {
    String narrow = visitor.token("johndoe", "secret&scope=me");

    Response profile = visitor.send(visitor.get("/users/me").bearer(narrow));
    Response items = visitor.send(visitor.get("/users/me/items").bearer(narrow));

    assertThat(profile.status()).isEqualTo(200);
    Answers.assertBearer(items, "403 insufficient_scope");
    assertThat(items.field("WWW-Authenticate")).contains("scope=\"me items\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void logsOutByCookieForGood(String method) {
    String cookie = visitor.login("johndoe", "secret");

    Response response =
        visitor.send(visitor.request(method, "/logout").cookie(cookie).with(OUR_PAGE));

    assertThat(response.status()).isEqualTo(303);
    assertThat(response.field("Location")).isEqualTo(at("/"));
    assertThat(response.field("Cache-Control")).contains("no-store");
    assertThat(response.all("Set-Cookie"))
        .containsExactly(
            "auth=" + cookieEnd("; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT"),
            "auth-ask=1" + cookieEnd(""));
    assertDead(cookie);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void logsOutByHeaderForGood(String method) {
    String header = visitor.token("johndoe", "secret");

    Response response = visitor.send(visitor.request(method, "/logout").bearer(header));

    assertThat(response.status()).isEqualTo(303);
    assertThat(response.all("Set-Cookie")).isEmpty();
    assertDead(header);
  }

  private void assertDead(String dead) {
    Answers.assertBearer(visitor.send(visitor.get("/users/me").bearer(dead)), "401 invalid_token");
    Answers.assertBearer(visitor.send(visitor.get("/users/me").cookie(dead)), "401 invalid_token");
    assertThat(visitor.opens(token)).as("another token of the same user").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void logsOutWhoIsNotIn(String method) {
    Response response = visitor.send(visitor.request(method, "/logout").with(OUR_PAGE));

    assertThat(response.status()).isEqualTo(303);
    assertThat(response.cookie("auth-ask")).contains("1");
  }

  @Test
  void asksOnceMoreAfterALogoutAlthoughTheBrowserSendsThePassword() {
    Request marked = visitor.get("/login_basic").with("Cookie: auth-ask=1");

    Response first = visitor.send(marked.basic("johndoe", "secret"));
    Response second = visitor.send(visitor.get("/login_basic").basic("admin", "admin-secret"));

    assertThat(first.status()).isEqualTo(401);
    assertThat(first.field("WWW-Authenticate"))
        .isEqualTo("Basic realm=\"auth-filters\", charset=\"UTF-8\"");
    assertThat(first.all("Set-Cookie"))
        .containsExactly(
            "auth-ask=" + cookieEnd("; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT"));
    assertThat(second.status()).isEqualTo(303);
  }

  @Test
  void asksOnceMoreWhereTheTokenWasLoggedOutElsewhere() {
    String cookie = visitor.login("johndoe", "secret");
    visitor.send(visitor.request("POST", "/logout").bearer(cookie));

    Response response =
        visitor.send(visitor.get("/login_basic").basic("johndoe", "secret").cookie(cookie));

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.cookie("auth")).contains("");
  }

  @Test
  void letsNoDisabledUserIn() {
    Response disabled = visitor.send(visitor.get("/login_basic").basic("alice", "secretalice"));
    Response unknown = visitor.send(visitor.get("/login_basic").basic("nobody", "secretalice"));

    Answers.assertBasic(disabled, "401");
    assertThat(disabled.withoutDate()).isEqualTo(unknown.withoutDate());
  }

  @Test
  void letsTheAdministratorIn() {
    String cookie = visitor.login("admin", "admin-secret");

    Response response = visitor.send(visitor.get("/users/me").cookie(cookie));

    assertThat(response.text()).startsWith("{\"username\":\"admin\"");
  }

  @Test
  void showsAReadablePageToWhoCancelsTheDialog() {
    Request request = visitor.get("/login_basic").with("Sec-Fetch-Mode: navigate");

    Response response = visitor.send(request);

    assertThat(response.field("Content-Type")).startsWith("text/html");
    assertThat(response.text()).contains("href=\"" + at("/") + "\"");
  }
}
