package io.github.authfilters.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.authfilters.identity.Identity;
import io.github.authfilters.token.IssuedToken;
import io.github.authfilters.token.VerifiedToken;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpTester;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table "which token counts" of docs/behaviour.md, row by row. */
@TestInstance(Lifecycle.PER_CLASS)
class TruthTableTest {

  private static final String INVALID_TOKEN =
      "401 Bearer realm=\"auth-filters\", error=\"invalid_token\"";
  private static final String NOT_AUTHENTICATED = "401 Bearer realm=\"auth-filters\"";
  private static final String INVALID_REQUEST =
      "400 Bearer realm=\"auth-filters\", error=\"invalid_request\"";
  private static final String CROSS_ORIGIN = "403 null";
  private static final String ALICE = "200 alice";
  private static final String BOB = "200 bob";
  private static final String NOBODY = "200 null";

  private final Realm realm =
      Realm.builder().signingKeys("generated").allowedOrigins("https://friend.example").build();
  private final Jetty jetty = new Jetty("/");
  private final String alice = token("alice");
  private final String bob = token("bob");
  private final String dead = token("carol");

  @BeforeAll
  void start() throws Exception {
    realm.graph().verifier().revoke(verified(dead));
    jetty
        .filter(BearerOrCookieFilter.builder(realm).build(), "/closed/*")
        .filter(BearerOrCookieFilter.builder(realm).optional(true).build(), "/optional/*")
        .filter(BearerOrCookieFilter.builder(realm).loginPath("/login").build(), "/with-login/*")
        .filter(BearerOrCookieFilter.builder(realm).publicPaths("/public/*").build(), "/public/*")
        .servlet(new WhoAmI(), "/*")
        .start();
  }

  @AfterAll
  void stop() throws Exception {
    jetty.stop();
  }

  Stream<Arguments> rows() {
    return Stream.of(
        row("no credential", "GET /closed/x", NOT_AUTHENTICATED),
        row("no credential, optional", "GET /optional/x", NOBODY),
        row("no credential, unknown method", "FROB /closed/x", NOT_AUTHENTICATED),
        row("no credential, TRACE", "TRACE /closed/x", NOT_AUTHENTICATED),
        row(
            "a token in the query string",
            "GET /closed/x?access_token=" + alice,
            NOT_AUTHENTICATED),
        row("good Bearer", "GET /closed/x", ALICE, bearer(alice)),
        row(
            "good Bearer, scheme in small letters",
            "GET /closed/x",
            ALICE,
            field("bearer " + alice)),
        row("good Bearer, two blanks", "GET /closed/x", ALICE, field("BEARER  " + alice)),
        row("good Bearer, bad cookie", "GET /closed/x", ALICE, bearer(alice), cookie("bad")),
        row("good Bearer, another's cookie", "GET /closed/x", ALICE, bearer(alice), cookie(bob)),
        row(
            "good Bearer, unsafe, cross-site",
            "POST /closed/x",
            ALICE,
            bearer(alice),
            site("cross-site")),
        row(
            "bad Bearer, good cookie",
            "GET /closed/x",
            INVALID_TOKEN,
            bearer("a.b.c"),
            cookie(alice)),
        row("bad Bearer, optional", "GET /optional/x", INVALID_TOKEN, bearer("a.b.c")),
        row("revoked Bearer", "GET /closed/x", INVALID_TOKEN, bearer(dead)),
        row("Basic and good cookie", "GET /closed/x", ALICE, field("Basic YTpi"), cookie(alice)),
        row("Digest and good cookie", "GET /closed/x", ALICE, field("Digest x"), cookie(alice)),
        row("Basic and no cookie", "GET /closed/x", NOT_AUTHENTICATED, field("Basic YTpi")),
        row("good cookie", "GET /closed/x", ALICE, cookie(alice)),
        row(
            "good cookie beside others",
            "GET /closed/x",
            ALICE,
            "Cookie: a=1; auth=" + alice + "; b=2"),
        row("good cookie, HEAD", "HEAD /closed/x", "200 head", cookie(alice)),
        row("bad cookie", "GET /closed/x", INVALID_TOKEN, cookie("bad")),
        row("revoked cookie", "GET /closed/x", INVALID_TOKEN, cookie(dead)),
        row("bad cookie, optional", "GET /optional/x", INVALID_TOKEN, cookie("bad")),
        row(
            "Bearer with no token",
            "GET /closed/x",
            INVALID_REQUEST,
            field("Bearer"),
            cookie(alice)),
        row(
            "Bearer with a garbled token",
            "GET /closed/x",
            INVALID_TOKEN,
            field("Bearer !!"),
            cookie(alice)),
        row(
            "two Authorization fields",
            "GET /closed/x",
            INVALID_REQUEST,
            bearer(alice),
            bearer(alice)),
        row(
            "Basic beside Bearer",
            "GET /closed/x",
            INVALID_REQUEST,
            field("Basic YTpi"),
            bearer(alice)),
        row(
            "two tokens in a field",
            "GET /closed/x",
            INVALID_REQUEST,
            field("Bearer " + alice + ", Bearer " + bob)),
        row("the cookie twice", "GET /closed/x", INVALID_TOKEN, cookie(alice), cookie(bob)),
        row(
            "the cookie twice, the same",
            "GET /closed/x",
            INVALID_TOKEN,
            "Cookie: auth=" + alice + "; auth=" + alice),
        row(
            "a token over 8 KiB",
            "GET /closed/x",
            INVALID_TOKEN,
            field("Bearer " + "a".repeat(4000) + "." + "b".repeat(4000) + "." + "c".repeat(250))),
        row("a token of five parts", "GET /closed/x", INVALID_TOKEN, bearer("a.b.c.d.e")),
        row("unsafe, cookie, no origin told", "POST /closed/x", CROSS_ORIGIN, cookie(alice)),
        row(
            "unsafe, cookie, same-origin",
            "POST /closed/x",
            ALICE,
            cookie(alice),
            site("same-origin")),
        row(
            "unsafe, cookie, by the person",
            "DELETE /closed/x",
            ALICE,
            cookie(alice),
            site("none")),
        row(
            "unsafe, cookie, same-site",
            "POST /closed/x",
            CROSS_ORIGIN,
            cookie(alice),
            site("same-site")),
        row(
            "unsafe, cookie, cross-site",
            "PUT /closed/x",
            CROSS_ORIGIN,
            cookie(alice),
            site("cross-site")),
        row(
            "unsafe, cookie, own Origin",
            "POST /closed/x",
            ALICE,
            cookie(alice),
            origin("http://app.example")),
        row(
            "unsafe, cookie, other Origin",
            "POST /closed/x",
            CROSS_ORIGIN,
            cookie(alice),
            origin("http://evil.example")),
        row(
            "unsafe, cookie, other port",
            "POST /closed/x",
            CROSS_ORIGIN,
            cookie(alice),
            origin("http://app.example:81")),
        row(
            "unsafe, cookie, Origin null",
            "POST /closed/x",
            CROSS_ORIGIN,
            cookie(alice),
            origin("null")),
        row(
            "unsafe, cookie, allowed Origin",
            "POST /closed/x",
            ALICE,
            cookie(alice),
            site("cross-site"),
            origin("https://friend.example")),
        row(
            "unknown method, cookie, cross-site",
            "FROB /closed/x",
            CROSS_ORIGIN,
            cookie(alice),
            site("cross-site")),
        row("safe, cookie, cross-site", "GET /closed/x", ALICE, cookie(alice), site("cross-site")),
        row(
            "WebSocket handshake, cookie, cross-site",
            "GET /closed/x",
            CROSS_ORIGIN,
            cookie(alice),
            "Upgrade: websocket",
            "Connection: Upgrade",
            origin("http://evil.example")),
        row(
            "WebSocket handshake, cookie, own Origin",
            "GET /closed/x",
            ALICE,
            cookie(alice),
            "Upgrade: WebSocket",
            "Connection: Upgrade",
            origin("http://app.example")),
        row(
            "a preflight",
            "OPTIONS /closed/x",
            NOBODY,
            origin("http://evil.example"),
            "Access-Control-Request-Method: PUT"),
        row("OPTIONS that is no preflight", "OPTIONS /closed/x", NOT_AUTHENTICATED),
        row("a public path", "GET /public/x", NOBODY),
        row("a public path, good cookie", "GET /public/x", ALICE, cookie(alice)),
        row("a public path, bad cookie", "GET /public/x", NOBODY, cookie("bad")),
        row("a public path, bad Bearer", "GET /public/x", NOBODY, bearer("a.b.c")),
        row("a public path, two fields", "GET /public/x", NOBODY, bearer(alice), bearer(bob)),
        row(
            "a public path, unsafe, cross-site",
            "POST /public/x",
            NOBODY,
            cookie(alice),
            site("cross-site")),
        row(
            "a page navigation",
            "GET /with-login/x",
            "303 /login?next=/with-login/x",
            "Sec-Fetch-Mode: navigate"),
        row(
            "a page navigation of an old browser",
            "GET /with-login/x",
            "303 /login?next=/with-login/x",
            "Accept: text/html,*/*;q=0.8"),
        row(
            "a page navigation, dead cookie",
            "GET /with-login/x",
            "303 /login?next=/with-login/x",
            cookie(dead),
            "Sec-Fetch-Mode: navigate"),
        row(
            "fetch",
            "GET /with-login/x",
            NOT_AUTHENTICATED,
            "Sec-Fetch-Mode: cors",
            "Accept: text/html"),
        row(
            "a page navigation that is malformed",
            "GET /with-login/x",
            INVALID_REQUEST,
            field("Bearer"),
            "Sec-Fetch-Mode: navigate"),
        row(
            "a page navigation, no login",
            "GET /closed/x",
            NOT_AUTHENTICATED,
            "Sec-Fetch-Mode: navigate"),
        row("good cookie, another user", "GET /closed/x", BOB, cookie(bob)));
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @MethodSource("rows")
  void answersAsTheTableSays(String name, String requestLine, String expected, List<String> fields)
      throws Exception {
    HttpTester.Response response = jetty.send(requestLine, fields.toArray(String[]::new));

    assertThat(answer(requestLine, response)).as(name).isEqualTo(expected);
  }

  private static String answer(String requestLine, HttpTester.Response response) {
    return response.getStatus()
        + " "
        + switch (response.getStatus()) {
          case 200 -> requestLine.startsWith("HEAD") ? "head" : user(response.getContent());
          case 303 -> response.get("Location");
          default -> response.get("WWW-Authenticate");
        };
  }

  private static String user(String content) {
    return content.replaceFirst("(?s).* user=(\\S+) remote=.*", "$1");
  }

  private static Arguments row(String name, String requestLine, String answer, String... fields) {
    return arguments(name, requestLine, answer, List.of(fields));
  }

  private static String bearer(String token) {
    return field("Bearer " + token);
  }

  private static String field(String authorization) {
    return "Authorization: " + authorization;
  }

  private static String cookie(String token) {
    return "Cookie: auth=" + token;
  }

  private static String site(String site) {
    return "Sec-Fetch-Site: " + site;
  }

  private static String origin(String origin) {
    return "Origin: " + origin;
  }

  private String token(String name) {
    IssuedToken token =
        realm.tokenIssuer().issue(new Identity(name, Set.of("user"), Set.of("me")), Set.of("me"));
    return token.value();
  }

  private VerifiedToken verified(String token) {
    return (VerifiedToken) realm.graph().verifier().verify(token);
  }
}
