package io.github.authfilters.demo;

import static io.github.authfilters.demo.ServerKind.JETTY_12;
import static io.github.authfilters.demo.ServerKind.TOMCAT_10_1;
import static io.github.authfilters.demo.ServerKind.TOMCAT_11;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What FastAPI's tutorial and the article after it do on the wire, as it is to be done in Java: the
 * same where it was right, and by the standards where it was sloppy.
 */
@OnServers({TOMCAT_10_1, TOMCAT_11, JETTY_12})
final class SeedBehaviourIT {

  private final Visitor visitor;
  private final Words words;

  SeedBehaviourIT(ServerUnderTest server) {
    this.visitor = Visitor.of(server);
    this.words = server.words();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          no credential    | ''                          | ''
          a good header    | Bearer {good}               | ''
          a garbled header | Bearer {garbage}            | ''
          two headers      | Bearer x + Basic y          | ''
          wrong Basic      | Basic {b64 johndoe:wrong}   | ''
          a good cookie    | ''                          | auth={good}
          a dead cookie    | ''                          | auth={dead}
          a garbled cookie | ''                          | auth=\\xe9"
          two cookies      | ''                          | auth=x; auth=y
          """)
  void keepsTheStartPageOpen(String what, String authorization, String cookie) {
    Request get = words.credentials(visitor.get("/"), authorization, cookie);
    Request head = words.credentials(visitor.request("HEAD", "/"), authorization, cookie);

    assertThat(visitor.send(get).status()).isEqualTo(200);
    assertThat(visitor.send(head).status()).isEqualTo(200);
  }

  /** "am9obmRvZTpzZWNyZXQ=" is johndoe:secret. */
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          no field                  | ''                                         | 401
          right                     | Basic {b64 johndoe:secret}                 | 303
          scheme in small letters   | basic {b64 johndoe:secret}                 | 303
          scheme in capitals        | BASIC {b64 johndoe:secret}                 | 303
          two blanks                | Basic  {b64 johndoe:secret}                | 303
          a wrong password          | Basic {b64 johndoe:wrong}                  | 401
          an unknown user           | Basic {b64 nobody:secret}                  | 401
          a disabled user           | Basic {b64 alice:secretalice}              | 401
          the scheme alone          | Basic                                      | 401
          the scheme and a blank    | 'Basic '                                   | 401
          not Base64                | Basic ???                                  | 401
          no colon                  | Basic {b64 johnsecret}                     | 401
          without padding           | Basic am9obmRvZTpzZWNyZXQ                  | 401
          bytes that are not UTF-8  | Basic {b64 johndo\\xe9:secret}             | 401
          a name in UTF-8           | Basic {b64 johndo\\xc3\\xa9:secret}        | 401
          a foreign character       | Basic am9o!bmRvZTpzZWNyZXQ=                | 401
          a blank inside            | Basic am9o bmRvZTpzZWNyZXQ=                | 401
          garbage at the end        | Basic am9obmRvZTpzZWNyZXQ=garbage          | 401
          a second colon            | Basic {b64 johndoe:secret:x}               | 401
          a control in the name     | Basic {b64 john\\x07doe:secret}            | 401
          NUL after the name        | Basic {b64 johndoe\\x00:secret}            | 401
          NUL after the password    | Basic {b64 johndoe:secret\\x00}            | 401
          DEL after the password    | Basic {b64 johndoe:secret\\x7f}            | 401
          empty name and password   | Basic {b64 :}                              | 401
          empty password            | Basic {b64 johndoe:}                       | 401
          a good token              | Bearer {good}                              | 401
          two fields                | Basic {b64 johndoe:secret} + Basic {b64 johndoe:secret} | 400/401
          two fields, Bearer first  | Bearer {good} + Basic {b64 johndoe:secret} | 400/401
          two fields, Bearer second | Basic {b64 johndoe:secret} + Bearer {good} | 400/401
          another scheme            | Digest {b64 johndoe:secret}                | 401
          """)
  void readsBasicToTheLetter(String what, String authorization, String answer) {
    Visitor somebody = Visitor.of(visitor.server());
    Request request = words.credentials(somebody.get("/login_basic"), authorization, "");

    Response response = somebody.send(request);

    Answers.assertBasic(response, answer);
    assertThat(response.cookie("auth").isPresent()).isEqualTo(response.status() == 303);
  }

  @Test
  void doesNotTellAWrongPasswordFromAnUnknownUser() {
    Request wrong = visitor.get("/login_basic").basic("johndoe", "wrong");
    Request unknown = visitor.get("/login_basic").basic("nobody", "wrong");

    assertThat(visitor.send(wrong).withoutDate()).isEqualTo(visitor.send(unknown).withoutDate());
  }

  @Test
  void redirectsWithinTheContextAfterTheLogin() {
    Response response = visitor.send(visitor.get("/login_basic").basic("johndoe", "secret"));

    assertThat(response.status()).isEqualTo(303);
    assertThat(response.field("Location")).isEqualTo("/docs");
    assertThat(response.field("Cache-Control")).contains("no-store");
    assertThat(response.field("Set-Cookie"))
        .matches("auth=[\\w.-]+; Path=/; Max-Age=1800; HttpOnly; SameSite=Lax");
  }

  @Test
  void answersAHeadOfTheLoginAsAGet() {
    Response response = visitor.send(visitor.request("HEAD", "/login_basic"));

    Answers.assertBasic(response, "401");
  }

  @ParameterizedTest(name = "{0} {1}: Allow: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST   | /login_basic | GET, HEAD
          GET    | /token       | POST
          HEAD   | /token       | POST
          PUT    | /token       | POST
          DELETE | /logout      | GET, POST
          """)
  void namesTheMethodsThatAreAllowed(String method, String path, String allowed) {
    Response response = visitor.send(visitor.request(method, path));

    assertThat(response.status()).as(response.toString()).isEqualTo(405);
    assertThat(response.field("Allow")).startsWith(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login_basic", "/token", "/logout", "/users/me", "/docs"})
  void echoesNoCookieToATrace(String path) {
    Request request = words.credentials(visitor.request("TRACE", path), "", "auth={good}");

    Response response = visitor.send(request.with("Sec-Fetch-Site: same-origin"));

    assertThat(response.content()).doesNotContain(words.fill("{good}"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          right                   | grant_type=password&username=johndoe&password=secret             | 200
          fields in other order   | password=secret&username=johndoe&grant_type=password             | 200
          no grant_type           | username=johndoe&password=secret                                 | 200
          an empty grant_type     | grant_type=&username=johndoe&password=secret                     | 200/400
          an unknown field        | grant_type=password&username=johndoe&password=secret&x=y         | 200
          the tutorial's client   | grant_type=password&username=johndoe&password=secret&scope=&client_id=&client_secret= | 200
          a wrong password        | grant_type=password&username=johndoe&password=wrong              | 400 invalid_grant
          an unknown user         | grant_type=password&username=nobody&password=secret              | 400 invalid_grant
          a disabled user         | grant_type=password&username=alice&password=secretalice          | 400 invalid_grant
          no username             | grant_type=password&password=secret                              | 400 invalid_request
          no password             | grant_type=password&username=johndoe                             | 400 invalid_request
          an empty username       | grant_type=password&username=&password=secret                    | 400 invalid_request
          an empty password       | grant_type=password&username=johndoe&password=                   | 400 invalid_request
          an empty body           | ''                                                               | 400 invalid_request
          another grant_type      | grant_type=implicit&username=johndoe&password=secret             | 400 unsupported_grant_type
          with a prefix           | grant_type=xpassword&username=johndoe&password=secret            | 400 unsupported_grant_type
          with a suffix           | grant_type=passwordx&username=johndoe&password=secret            | 400 unsupported_grant_type
          username twice          | grant_type=password&username=johndoe&username=johndoe&password=secret | 400 invalid_request
          password twice          | grant_type=password&username=johndoe&password=x&password=secret  | 400 invalid_request
          grant_type twice        | grant_type=password&grant_type=password&username=johndoe&password=secret | 400 invalid_request
          a broken escape         | grant_type=password&username=johndoe&password=%zz                | 400
          an escape that is cut   | grant_type=password&username=johndoe&password=secret%            | 400
          not UTF-8               | grant_type=password&username=johndoe&password=%ff                | 400
          NUL after the password  | grant_type=password&username=johndoe&password=secret%00          | 400
          NUL itself              | grant_type=password&username=johndoe&password=secret\\x00        | 400
          names in other letters  | GRANT_TYPE=password&USERNAME=johndoe&PASSWORD=secret             | 400 invalid_request
          """)
  void readsAFormToTheLetter(String what, String form, String answer) {
    Visitor somebody = Visitor.of(visitor.server());

    Response response = somebody.send(somebody.form("/token", Words.bytes(form)));

    assertToken(response, answer);
  }

  private static void assertToken(Response response, String answer) {
    String[] expected = answer.split(" ", -1);
    assertThat(response.status()).as(response.toString()).isIn(Answers.statuses(answer));
    assertThat(response.field("Cache-Control")).isEqualTo("no-store");
    assertThat(response.field("Pragma")).isEqualTo("no-cache");
    assertThat(response.all("Set-Cookie")).isEmpty();
    if (expected.length > 1) {
      assertThat(response.text()).contains("\"error\":\"" + expected[1] + "\"", "\"detail\":");
    }
  }

  @Test
  void givesNoTokenForCredentialsInTheQuery() {
    String target = "/token?" + Visitor.grant("johndoe", "secret");

    assertToken(visitor.send(visitor.form(target, "")), "400 invalid_request");
    assertToken(visitor.send(visitor.form(target, "grant_type=password")), "400 invalid_request");
  }

  @Test
  void givesNoTokenForBasic() {
    Request request = visitor.form("/token", "grant_type=password").basic("johndoe", "secret");

    assertToken(visitor.send(request), "400 invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencodedx"})
  void readsAFormOnly(String type) {
    Request request =
        visitor
            .request("POST", "/token")
            .with("Content-Type: " + type)
            .withBody("{\"username\":\"johndoe\",\"password\":\"secret\"}");

    assertThat(visitor.send(request).status()).isIn(400, 415);
  }

  @Test
  void readsAFormInChunks() {
    String form = Visitor.grant("johndoe", "secret");
    Request chunked =
        new Request(
            "POST",
            "/token",
            java.util.List.of(
                "Content-Type: application/x-www-form-urlencoded", "Transfer-Encoding: chunked"),
            "5\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n"
                .formatted(form.substring(0, 5), form.length() - 5, form.substring(5)));

    assertThat(visitor.send(chunked).status()).isEqualTo(200);
  }

  @Test
  void takesNoHugeForm() {
    String form = Visitor.grant("johndoe", "x".repeat(70_000));

    assertThat(visitor.send(visitor.form("/token", form)).status()).isIn(400, 413);
  }

  @Test
  void tellsNobodyWhetherTheUserOrThePasswordIsWrong() {
    Response wrong = visitor.send(visitor.form("/token", Visitor.grant("johndoe", "wrong")));
    Response unknown = visitor.send(visitor.form("/token", Visitor.grant("nobody", "wrong")));
    Response disabled = visitor.send(visitor.form("/token", Visitor.grant("alice", "secretalice")));

    assertThat(wrong.withoutDate()).isEqualTo(unknown.withoutDate());
    assertThat(disabled.withoutDate()).isEqualTo(unknown.withoutDate());
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          no credential              | ''                                      | 401
          good                       | Bearer {good}                           | 200
          scheme in small letters    | bearer {good}                           | 200
          two blanks                 | Bearer  {good}                          | 200
          trailing blanks            | 'Bearer {good}  '                       | 200
          garbage                    | Bearer {garbage}                        | 401 invalid_token
          a bad signature            | Bearer {tampered}                       | 401 invalid_token
          another scheme             | Notexistent testtoken                   | 401
          Basic, though right        | Basic {b64 johndoe:secret}              | 401
          the scheme alone           | Bearer                                  | 400/401
          a field that is empty      | ''                                      | 401
          two fields                 | Bearer {good} + Bearer {garbage}        | 400/401
          two fields, the other way  | Bearer {garbage} + Bearer {good}        | 400/401
          = at the end               | Bearer {good}=                          | 401 invalid_token
          !! at the end              | Bearer {good}!!                         | 401 invalid_token
          e with an accent           | Bearer {good}\\xe9                      | 400/401
          the same in UTF-8          | Bearer {good}\\xc3\\xa9                 | 400/401
          other spelling of the last | Bearer {respelt}                        | 401 invalid_token
          a header of nested arrays  | Bearer {nested 1000}                    | 401 invalid_token
          more of them               | Bearer {nested 2500}                    | 401 invalid_token
          NUL in the field           | Bearer {good}\\x00                      | 400
          64 KiB                     | Bearer {64 KiB}                         | 0/400/401/413/431
          """)
  void opensTheProfileByAGoodTokenOnly(String what, String authorization, String answer) {
    Request request = words.credentials(visitor.get("/users/me/"), authorization, "");

    Response response = visitor.send(request);

    Answers.assertBearer(response, answer);
    assertThat(response.field("WWW-Authenticate")).doesNotContain("Basic");
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          Bearer {good}              | auth={garbage} | 200
          Bearer {garbage}           | auth={good}    | 401 invalid_token
          Bearer                     | auth={good}    | 400/401
          Basic {b64 johndoe:secret} | auth={good}    | 200
          Basic {b64 johndoe:wrong}  | auth={good}    | 200
          Basic {b64 johndoe:secret} | ''             | 401
          Digest username="johndoe"  | auth={good}    | 200/400/401
          Negotiate YII=             | auth={good}    | 200/400/401
          ''                         | auth={good}    | 200
          ''                         | auth={garbage} | 401 invalid_token
          ''                         | auth="{good}"  | 200/401
          ''                         | a="b; auth={good} | 200/401
          ''                         | auth=          | 401
          ''                         | auth           | 401
          ''                         | auth=Bearer {good} | 401 invalid_token
          ''                         | auth=\\xe9     | 401 invalid_token
          """)
  void prefersTheHeaderToTheCookie(String authorization, String cookie, String answer) {
    Request request = words.credentials(visitor.get("/users/me"), authorization, cookie);

    Answers.assertBearer(visitor.send(request), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization : Bearer x", "Authorization", "A\rB: c", "X: a\u0001"})
  void survivesABrokenField(String line) {
    assertThat(visitor.send(visitor.get("/users/me").with(line)).status()).isIn(400, 401);
  }

  @Test
  void readsNoFoldedField() {
    Request folded = visitor.get("/users/me").with(words.fill("Authorization: Bearer\r\n {good}"));

    assertThat(visitor.send(folded).status()).isIn(200, 400, 401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/openapi.json", "/users/me", "/users/me/items"})
  void answersAHeadAsAGet(String path) {
    Response open = visitor.send(visitor.request("HEAD", path).bearer(words.fill("{good}")));
    Response closed = visitor.send(visitor.request("HEAD", path));

    assertThat(open.status()).isEqualTo(200);
    assertThat(open.field("Cache-Control")).containsAnyOf("no-store", "private");
    assertThat(closed.status()).isEqualTo(401);
  }

  @ParameterizedTest(name = "{0} from {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | Sec-Fetch-Site: none        | 303
          GET  | Sec-Fetch-Site: same-origin | 303
          GET  | Sec-Fetch-Site: same-site   | 403
          GET  | Sec-Fetch-Site: cross-site  | 403
          POST | Sec-Fetch-Site: cross-site  | 403
          POST | Origin: http://evil.example | 403
          """)
  void letsNoOtherSiteLogAnybodyOut(String method, String from, String answer) {
    String token = visitor.token("johndoe", "secret");

    Response response = visitor.send(visitor.request(method, "/logout").cookie(token).with(from));

    assertThat(response.status()).as(response.toString()).isIn(Answers.statuses(answer));
    assertThat(visitor.opens(token)).isEqualTo(response.status() == 403);
    assertThat(response.all("Set-Cookie").isEmpty()).isEqualTo(response.status() == 403);
  }

  @Test
  void redirectsToNoAddressFromTheHostField() {
    Request page = visitor.get("/docs").with("Host: evil.example", "Sec-Fetch-Mode: navigate");
    Request slash = visitor.get("/docs/").with("Host: evil.example").bearer(words.fill("{good}"));

    assertThat(visitor.send(page).field("Location")).startsWith("/login_basic?next=");
    assertThat(visitor.send(slash).field("Location")).doesNotContain("evil.example");
  }

  @Test
  void makesEachTokenAnew() {
    assertThat(visitor.token("johndoe", "secret")).isNotEqualTo(visitor.token("johndoe", "secret"));
  }
}
