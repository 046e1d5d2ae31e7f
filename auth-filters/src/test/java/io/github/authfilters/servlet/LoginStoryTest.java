package io.github.authfilters.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.eclipse.jetty.http.HttpTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Login, token and logout, as a browser and a script use them. */
class LoginStoryTest {

  private static final String JOHN = basic("johndoe:secret");
  private static final String CHALLENGE = "Basic realm=\"auth-filters\", charset=\"UTF-8\"";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  private final Jetty jetty = new Jetty("/app");

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    Path users = folder.resolve("users.htpasswd");
    Files.writeString(
        users, "johndoe:" + BcryptFunction.getInstance(Bcrypt.B, 10).hash("secret").getResult());
    Realm realm =
        Realm.builder()
            .signingKeys("generated")
            .users("htpasswd:" + users.toAbsolutePath())
            .allowedOrigins("https://allowed.example")
            .build();
    jetty
        .filter(BearerOrCookieFilter.builder(realm).loginPath("/login").build(), "/*")
        .servlet(BasicLoginServlet.builder(realm).build(), "/login")
        .servlet(new TokenServlet(realm), "/token")
        .servlet(LogoutServlet.builder(realm).build(), "/logout")
        .servlet(new WhoAmI(), "/who")
        .start();
  }

  @AfterEach
  void stop() throws Exception {
    jetty.stop();
  }

  @Test
  void theLoginAsksUntilThePasswordIsRight() throws Exception {
    HttpTester.Response nothing = jetty.send("GET /app/login");
    HttpTester.Response wrong = jetty.send("GET /app/login", basic("johndoe:wrong"));
    HttpTester.Response unknown = jetty.send("GET /app/login", basic("nobody:secret"));
    HttpTester.Response right = jetty.send("GET /app/login", JOHN);

    assertThat(List.of(nothing, wrong, unknown))
        .allSatisfy(
            refused -> {
              assertThat(refused.getStatus()).isEqualTo(401);
              assertThat(refused.get("WWW-Authenticate")).isEqualTo(CHALLENGE);
              assertThat(refused.getContent()).isEqualTo(nothing.getContent());
              assertThat(refused.get("Set-Cookie")).isNull();
            });
    assertThat(right.getStatus()).isEqualTo(303);
    assertThat(right.get("Location")).isEqualTo("/app/docs");
    assertThat(right.get("Cache-Control")).isEqualTo("no-store");
    assertThat(right.get("Set-Cookie"))
        .matches(
            "auth=[\\w-]+\\.[\\w-]+\\.[\\w-]+; Path=/app; Max-Age=1800; HttpOnly; SameSite=Lax");
  }

  @Test
  void theCookieOpensAndALogoutClosesForGood() throws Exception {
    String cookie = login();

    assertThat(jetty.send("GET /app/who", cookie).getContent()).contains("user=johndoe");
    HttpTester.Response out = jetty.send("GET /app/logout", cookie);

    assertThat(out.getStatus()).isEqualTo(303);
    assertThat(out.get("Location")).isEqualTo("/app/");
    assertThat(out.getFields("Set-Cookie").stream().map(Object::toString))
        .anyMatch(field -> field.contains("auth=;") && field.contains("Max-Age=0"))
        .anyMatch(field -> field.contains("auth-ask=1") && !field.contains("Max-Age"));
    assertThat(jetty.send("GET /app/who", cookie).getStatus()).isEqualTo(401);
    assertThat(
            jetty
                .send("GET /app/who", cookie.replace("Cookie: auth=", "Authorization: Bearer "))
                .getStatus())
        .isEqualTo(401);
  }

  @Test
  void afterALogoutTheNextLoginAsksOnceMoreThoughTheBrowserSendsThePassword() throws Exception {
    HttpTester.Response asked = jetty.send("GET /app/login", JOHN, "Cookie: auth-ask=1");

    assertThat(asked.getStatus()).isEqualTo(401);
    assertThat(asked.get("WWW-Authenticate")).isEqualTo(CHALLENGE);
    assertThat(asked.get("Set-Cookie")).startsWith("auth-ask=;").contains("Max-Age=0");
    assertThat(jetty.send("GET /app/login", JOHN).getStatus()).isEqualTo(303);
  }

  @Test
  void aBrowserThatWasLoggedOutFromElsewhereIsAskedAgain() throws Exception {
    String cookie = login();
    jetty.send("POST /app/logout", cookie, "Sec-Fetch-Site: same-origin");

    HttpTester.Response asked = jetty.send("GET /app/login", JOHN, cookie);

    assertThat(asked.getStatus()).isEqualTo(401);
    assertThat(asked.get("Set-Cookie")).startsWith("auth=;").contains("Max-Age=0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /app/login", "GET /app/logout", "POST /app/logout"})
  void aPrefetchChangesNothing(String requestLine) throws Exception {
    String cookie = login();

    HttpTester.Response response =
        jetty.send(requestLine, JOHN, cookie, "Sec-Purpose: prefetch;prerender");

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.get("Cache-Control")).isEqualTo("no-store");
    assertThat(response.get("Set-Cookie")).isNull();
    assertThat(response.get("WWW-Authenticate")).isNull();
    assertThat(jetty.send("GET /app/who", cookie).getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  Sec-Fetch-Site: cross-site",
    "POST, Sec-Fetch-Site: cross-site",
    "POST, Origin: http://evil.example",
    "POST, Origin: null"
  })
  void aLogoutFromAnotherSiteChangesNothing(String method, String field) throws Exception {
    String cookie = login();

    HttpTester.Response response = jetty.send(method + " /app/logout", cookie, field);

    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(response.get("Set-Cookie")).isNull();
    assertThat(jetty.send("GET /app/who", cookie).getStatus()).isEqualTo(200);
  }

  @Test
  void aLogoutByHeaderRevokesTheTokenAndLeavesTheCookiesAlone() throws Exception {
    String header = login().replace("Cookie: auth=", "Authorization: Bearer ");

    HttpTester.Response out = jetty.send("POST /app/logout", header);

    assertThat(out.getStatus()).isEqualTo(303);
    assertThat(out.get("Set-Cookie")).isNull();
    assertThat(jetty.send("GET /app/who", header).getStatus()).isEqualTo(401);
  }

  @Test
  void aLogoutOfNobodySetsTheMarkerToo() throws Exception {
    HttpTester.Response out = jetty.send("GET /app/logout");

    assertThat(out.getStatus()).isEqualTo(303);
    assertThat(out.getFields("Set-Cookie").stream().map(Object::toString))
        .anyMatch(field -> field.contains("auth-ask=1"));
  }

  @ParameterizedTest
  @CsvSource({
    "/app/who?a=b, /app/who?a=b",
    "/who, /app/who",
    "//evil.example/, /app/docs",
    "https://evil.example/, /app/docs",
    "/%5Cevil.example, /app/docs",
    "/app/../x, /app/docs",
    "/app/login, /app/docs"
  })
  void nextLeadsToAPathOfThisApplicationOnly(String next, String target) throws Exception {
    String encoded = java.net.URLEncoder.encode(next, StandardCharsets.UTF_8);

    HttpTester.Response right = jetty.send("GET /app/login?next=" + encoded, JOHN);

    assertThat(right.get("Location")).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT /app/login, 'GET, HEAD, OPTIONS'",
    "TRACE /app/login, 'GET, HEAD, OPTIONS'",
    "GET /app/token, 'POST, OPTIONS'",
    "DELETE /app/logout, 'GET, POST, OPTIONS'"
  })
  void anotherMethodIsToldWhichAreAllowed(String requestLine, String allow) throws Exception {
    HttpTester.Response response = jetty.send(requestLine, "X-Secret: echo");

    assertThat(response.getStatus()).isEqualTo(405);
    assertThat(response.get("Allow")).isEqualTo(allow);
    assertThat(response.getContent()).doesNotContain("X-Secret");
  }

  @Test
  void theTokenEndpointAnswersAsRfc6749() throws Exception {
    HttpTester.Response response =
        jetty.sendWithBody(
            "grant_type=password&username=johndoe&password=secret", "POST /app/token", FORM);

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.get("Content-Type")).isEqualTo("application/json");
    assertThat(response.get("Cache-Control")).isEqualTo("no-store");
    assertThat(response.get("Set-Cookie")).isNull();
    assertThat(response.getContent())
        .matches(
            "\\{\"access_token\":\"[^\"]+\",\"token_type\":\"bearer\",\"expires_in\":1800,"
                + "\"scope\":\"\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type=password&username=johndoe&password=wrong, 400, invalid_grant",
    "grant_type=password&username=nobody&password=secret, 400, invalid_grant",
    "grant_type=password&username=johndoe, 400, invalid_request",
    "grant_type=password&username=&password=secret, 400, invalid_request",
    "grant_type=refresh_token&username=johndoe&password=secret, 400, unsupported_grant_type",
    "username=johndoe&username=johndoe&password=secret, 400, invalid_request",
    "username=johndoe&password=%zz, 400, invalid_request",
    "username=johndoe&password=secret&scope=admin, 400, invalid_scope",
    "username=johndoe&password=secret&scope=%22, 400, invalid_scope"
  })
  void theTokenEndpointRefusesAsRfc6749(String form, int status, String error) throws Exception {
    HttpTester.Response response = jetty.sendWithBody(form, "POST /app/token", FORM);

    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(response.getContent()).startsWith("{\"error\":\"" + error + "\"").contains("detail");
    assertThat(response.get("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Origin: http://evil.example",
        "Origin: null"
      })
  void aFormOfAnotherSiteIsRefusedByTheTokenEndpointAndCountsAsNoLogin(String field)
      throws Exception {
    for (int i = 0; i < 30; i++) {
      HttpTester.Response refused =
          jetty.sendWithBody("username=johndoe&password=wrong", "POST /app/token", FORM, field);

      assertThat(refused.getStatus()).isEqualTo(403);
      assertThat(refused.getContent()).contains("\"error\":\"invalid_request\"");
    }

    assertThat(jetty.send("GET /app/login", JOHN).getStatus()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: same-origin",
        "Sec-Fetch-Site: none",
        "Origin: http://app.example",
        "Origin: https://allowed.example",
        "User-Agent: curl"
      })
  void ourOwnPagesAllowedOnesAndToolsReachTheTokenEndpoint(String field) throws Exception {
    HttpTester.Response response =
        jetty.sendWithBody("username=johndoe&password=secret", "POST /app/token", FORM, field);

    assertThat(response.getStatus()).isEqualTo(200);
  }

  @Test
  void credentialsInTheQueryOfTheTokenEndpointAreNotLookedAt() throws Exception {
    HttpTester.Response response =
        jetty.send("POST /app/token?grant_type=password&username=johndoe&password=secret");

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.getContent()).startsWith("{\"error\":\"invalid_request\"");
  }

  @Test
  void guessingIsSlowedDownAtBothDoorsByOneCounter() throws Exception {
    for (int guess = 0; guess < 5; guess++) {
      jetty.send("GET /app/login", basic("johndoe:guess" + guess));
    }

    HttpTester.Response login = jetty.send("GET /app/login", JOHN);
    HttpTester.Response token =
        jetty.sendWithBody("username=JohnDoe&password=secret", "POST /app/token", FORM);

    assertThat(login.getStatus()).isEqualTo(429);
    assertThat(login.getLongField("Retry-After")).isBetween(1L, 60L);
    assertThat(token.getStatus()).isEqualTo(429);
    assertThat(token.getLongField("Retry-After")).isBetween(1L, 60L);
  }

  private String login() throws Exception {
    String setCookie = jetty.send("GET /app/login", JOHN).get("Set-Cookie");
    return "Cookie: " + setCookie.substring(0, setCookie.indexOf(';'));
  }

  private static String basic(String userAndPassword) {
    return "Authorization: Basic "
        + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
  }
}
