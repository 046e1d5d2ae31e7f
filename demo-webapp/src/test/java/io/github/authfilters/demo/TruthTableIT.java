package io.github.authfilters.demo;

import static io.github.authfilters.demo.ServerKind.JETTY_12;
import static io.github.authfilters.demo.ServerKind.TOMCAT_10_1;
import static io.github.authfilters.demo.ServerKind.TOMCAT_11;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which token counts, and what is asked of the request that brings it. */
@OnServers(
    value = {TOMCAT_10_1, TOMCAT_11, JETTY_12},
    inContext = {TOMCAT_10_1, JETTY_12})
final class TruthTableIT {

  private static final String ACCEPT_PAGE =
      "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  private final ServerUnderTest server;
  private final Visitor visitor;
  private final Words words;

  TruthTableIT(ServerUnderTest server) {
    this.server = server;
    this.visitor = Visitor.of(server);
    this.words = server.words();
  }

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          no credential                         | ''                              | ''                     | 401
          a good header                         | Bearer {good}                   | ''                     | 200
          the scheme in lower case              | bearer {good}                   | ''                     | 200
          a good header, a garbled cookie       | Bearer {good}                   | auth={garbage}         | 200
          a good header, a dead cookie          | Bearer {good}                   | auth={dead}            | 200
          a good header, two cookies            | Bearer {good}                   | auth={good}; auth=x    | 200
          a garbled header, a good cookie       | Bearer {garbage}                | auth={good}            | 401 invalid_token
          a tampered header, a good cookie      | Bearer {tampered}               | auth={good}            | 401 invalid_token
          a dead header, a good cookie          | Bearer {dead}                   | auth={good}            | 401 invalid_token
          no token in the header, a good cookie | Bearer                          | auth={good}            | 400 invalid_request
          no token in the header                | Bearer                          | ''                     | 400 invalid_request
          a token twice in one field            | Bearer {good} {good}            | ''                     | 400 invalid_request
          the same with a comma                 | Bearer {good},{good}            | ''                     | 400 invalid_request
          a comma and the scheme again          | Bearer {good}, Bearer {good}    | ''                     | 400 invalid_request
          two fields                            | Bearer {good} + Bearer {good}   | ''                     | 400 invalid_request
          two fields, the second garbled        | Bearer {good} + Bearer x        | ''                     | 400 invalid_request
          two fields, Basic before Bearer       | Basic {b64 a:b} + Bearer {good} | ''                     | 400 invalid_request
          two fields, both Basic, a good cookie | Basic {b64 a:b} + Basic {b64 a:b} | auth={good}          | 400 invalid_request
          right Basic, a good cookie            | Basic {b64 johndoe:secret}      | auth={good}            | 200
          wrong Basic, a good cookie            | Basic {b64 johndoe:wrong}       | auth={good}            | 200
          right Basic, a dead cookie            | Basic {b64 johndoe:secret}      | auth={dead}            | 401 invalid_token
          right Basic alone                     | Basic {b64 johndoe:secret}      | ''                     | 401
          another scheme, a good cookie         | Negotiate YII=                  | auth={good}            | 200
          a scheme that starts alike            | BearerX {good}                  | ''                     | 401
          a good cookie                         | ''                              | auth={good}            | 200
          a good cookie among others            | ''                              | a=b; auth={good}; c=d  | 200
          a garbled cookie                      | ''                              | auth={garbage}         | 401 invalid_token
          a dead cookie                         | ''                              | auth={dead}            | 401 invalid_token
          a tampered cookie                     | ''                              | auth={tampered}        | 401 invalid_token
          the cookie twice                      | ''                              | auth={good}; auth=x    | 401 invalid_token
          the cookie twice, the other way round | ''                              | auth=x; auth={good}    | 401 invalid_token
          the cookie twice alike                | ''                              | auth={good}; auth={good} | 401 invalid_token
          a cookie of nearly that name          | ''                              | Auth={good}            | 401
          five parts in the header              | Bearer {encrypted}              | ''                     | 401 invalid_token
          five parts in the cookie              | ''                              | auth={encrypted}       | 401 invalid_token
          a long token in the header            | Bearer {9 KiB}                  | ''                     | 400/401/431
          a long token in the cookie            | ''                              | auth={9 KiB}           | 400/401/431
          """)
  void countsTheRightToken(String what, String authorization, String cookie, String answer) {
    Request request = words.credentials(visitor.get("/users/me"), authorization, cookie);

    Response response = visitor.send(request);

    Answers.assertBearer(response, answer);
  }

  @Test
  void looksAtNoTokenInTheQuery() {
    String query = words.fill("?access_token={good}&auth={good}&token={good}");

    Response response = visitor.send(visitor.get("/users/me" + query));

    Answers.assertBearer(response, "401");
  }

  /** Behind the filter a POST to the profile is a 405, by the application. */
  @ParameterizedTest(name = "{0}: {4}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          from our page                      | POST    | cookie | Sec-Fetch-Site: same-origin                       | 405
          by the person's own doing          | POST    | cookie | Sec-Fetch-Site: none                              | 405
          from a neighbour                   | POST    | cookie | Sec-Fetch-Site: same-site                         | 403
          from another site                  | POST    | cookie | Sec-Fetch-Site: cross-site                        | 403
          from another site, Origin forged   | POST    | cookie | Sec-Fetch-Site: cross-site + Origin: {own}        | 403
          an old browser, our page           | POST    | cookie | Origin: {own}                                     | 405
          an old browser, another site       | POST    | cookie | Origin: http://evil.example                       | 403
          an old browser, another port       | POST    | cookie | Origin: http://127.0.0.1:1                        | 403
          an old browser, another scheme     | POST    | cookie | Origin: {https own}                               | 403
          an old browser, a sandboxed frame  | POST    | cookie | Origin: null                                      | 403
          nothing tells where from           | POST    | cookie | X: y                                              | 403
          DELETE from another site           | DELETE  | cookie | Sec-Fetch-Site: cross-site                        | 403
          PUT from another site              | PUT     | cookie | Sec-Fetch-Site: cross-site                        | 403
          PATCH from another site            | PATCH   | cookie | Sec-Fetch-Site: cross-site                        | 403
          an invented method                 | BREW    | cookie | Sec-Fetch-Site: cross-site                        | 403
          get, in small letters              | get     | cookie | Sec-Fetch-Site: cross-site                        | 400/403
          GET from another site              | GET     | cookie | Sec-Fetch-Site: cross-site                        | 200
          HEAD from another site             | HEAD    | cookie | Sec-Fetch-Site: cross-site                        | 200
          POST by header from another site   | POST    | header | Sec-Fetch-Site: cross-site                        | 405
          POST by header, nothing told       | POST    | header | X: y                                              | 405
          POST by both from another site     | POST    | both   | Sec-Fetch-Site: cross-site                        | 405
          WebSocket from another site        | GET     | cookie | {websocket} + Sec-Fetch-Site: cross-site          | 403
          WebSocket from another origin      | GET     | cookie | {websocket} + Origin: http://evil.example         | 403
          WebSocket, nothing told            | GET     | cookie | {websocket}                                       | 403
          WebSocket from our page            | GET     | cookie | {websocket} + Origin: {own}                       | 200
          WebSocket by header                | GET     | header | {websocket} + Origin: http://evil.example         | 200
          """)
  void asksAnUnsafeRequestWhereItComesFrom(
      String what, String method, String carrier, String fields, String answer) {
    String own = "127.0.0.1:" + server.port();
    String lines =
        fields
            .replace("{own}", "http://" + own)
            .replace("{https own}", "https://" + own)
            .replace("{websocket}", "Connection: Upgrade + Upgrade: websocket");
    String authorization = carrier.equals("cookie") ? "" : "Bearer {good}";
    String cookie = carrier.equals("header") ? "" : "auth={good}";
    Request request = visitor.request(method, "/users/me").with(lines.split(" \\+ "));

    Response response = visitor.send(words.credentials(request, authorization, cookie));

    assertThat(response.status()).as(response.toString()).isIn(Answers.statuses(answer));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a page navigation            | GET  | Sec-Fetch-Mode: navigate                                 | 303
          a navigation of any type     | GET  | Sec-Fetch-Mode: navigate + Accept: */*                   | 303
          an old browser's navigation  | GET  | Accept: text/html,application/xhtml+xml,*/*;q=0.8        | 303
          a navigation with a bad token| GET  | Sec-Fetch-Mode: navigate + Cookie: auth={garbage}        | 303
          a navigation with a dead one | GET  | Sec-Fetch-Mode: navigate + Cookie: auth={dead}           | 303
          a fetch                      | GET  | Sec-Fetch-Mode: cors + Accept: */*                       | 401
          a fetch that wants HTML      | GET  | Sec-Fetch-Mode: cors + Accept: text/html                 | 401
          an old browser's XHR         | GET  | Accept: application/json, text/plain, */*                | 401
          curl                         | GET  | Accept: */*                                              | 401
          JSON rather than HTML        | GET  | Accept: text/html;q=0.5,application/json                 | 401
          a form that is posted        | POST | Accept: text/html                                        | 401
          """)
  void sendsOnlyAPersonToTheLogin(String what, String method, String fields, String answer) {
    Request request =
        visitor.request(method, "/docs?a=b&c=%20d").with(words.fill(fields).split(" \\+ "));

    Response response = visitor.send(request);

    assertThat(response.status()).as(response.toString()).isIn(Answers.statuses(answer));
    assertThat(response.field("Cache-Control")).contains("no-store");
    if (response.status() == 303) {
      String login = server.contextPath() + "/login_basic?next=";
      String next = response.field("Location").substring(login.length());
      assertThat(response.field("Location")).startsWith(login);
      assertThat(URLDecoder.decode(next, StandardCharsets.UTF_8))
          .isEqualTo(server.contextPath() + "/docs?a=b&c=%20d");
    } else {
      assertThat(response.field("WWW-Authenticate")).startsWith("Bearer ");
    }
  }

  @Test
  void comesBackFromTheLoginToThePageThatWasAskedFor() {
    Request page = visitor.get("/docs?a=b&c=%20d").with(ACCEPT_PAGE);
    String login = visitor.send(page).field("Location");

    Response response = visitor.send(Request.get(login).basic("johndoe", "secret"));

    assertThat(response.field("Location")).isEqualTo(server.contextPath() + "/docs?a=b&c=%20d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/%5Cevil.example/",
        "/%09/evil.example/",
        "javascript:alert(1)",
        "%0d%0aSet-Cookie:a=b",
        "https:evil.example",
        ""
      })
  void goesToNoOtherPlaceAfterTheLogin(String next) {
    Request request = visitor.get("/login_basic?next=" + next).basic("johndoe", "secret");

    Response response = visitor.send(request);

    assertThat(response.status()).as(response.toString()).isIn(303, 400);
    if (response.status() == 303) {
      assertThat(response.field("Location")).isEqualTo(server.contextPath() + "/docs");
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a preflight         | Origin: http://a.example + Access-Control-Request-Method: PUT | 204
          an OPTIONS only     | X: y                                                          | 401
          without Origin      | Access-Control-Request-Method: PUT                            | 401
          without the method  | Origin: http://a.example                                      | 401
          """)
  void letsACorsPreflightPass(String what, String fields, String answer) {
    Request request = visitor.request("OPTIONS", "/users/me").with(fields.split(" \\+ "));

    Response response = visitor.send(request);

    assertThat(response.status()).as(response.toString()).isIn(Answers.statuses(answer));
  }

  @ParameterizedTest(name = "{0} {1}, {2}")
  @CsvSource({
    "GET,/login_basic,Sec-Purpose: prefetch",
    "GET,/login_basic,Sec-Purpose: prefetch;prerender",
    "GET,/logout,Sec-Purpose: prefetch;prerender",
    "POST,/logout,Sec-Purpose: prefetch",
  })
  void changesNothingForAPrefetch(String method, String path, String purpose) {
    String token = visitor.token("johndoe", "secret");
    Request request =
        visitor
            .request(method, path)
            .with(purpose, "Sec-Fetch-Site: none")
            .basic("johndoe", "secret")
            .cookie(token);

    Response response = visitor.send(request);

    assertThat(response.status()).as(response.toString()).isEqualTo(503);
    assertThat(response.field("Cache-Control")).contains("no-store");
    assertThat(response.all("WWW-Authenticate")).isEmpty();
    assertThat(response.all("Set-Cookie")).isEmpty();
    assertThat(visitor.opens(token)).isTrue();
  }
}
