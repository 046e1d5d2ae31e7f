package io.github.authfilters.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.FakeRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

  private static Optional<String> accepted(String contextPath, String query) {
    return ReturnPath.accepted(
        FakeRequest.get("/login").contextPath(contextPath).queryString(query).request());
  }

  @ParameterizedTest(name = "{0} under [{1}]: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          next=/docs                    | /app | /app/docs
          next=/app/docs                | /app | /app/docs
          next=/app                     | /app | /app/
          next=/                        | /app | /app/
          next=/apple                   | /app | /app/apple
          next=/docs                    | ''   | /docs
          next=%2Fdocs                  | /app | /app/docs
          next=/docs%3Fa%3Db%26c%3D%2520 | /app | /app/docs?a=b&c=%20
          next=/docs?a=b                | /app | /app/docs?a=b
          next=/docs?                   | /app | /app/docs?
          next=/docs%23top              | /app | /app/docs
          next=/a%20b                   | /app | /app/a%20b
          next=/a+b                     | /app | /app/a%20b
          next=/a%2520b                 | /app | /app/a%20b
          next=/%C3%BC                  | /app | /app/%C3%BC
          next=/%25C3%25BC?x=%C3%BC     | /app | /app/%C3%BC?x=%C3%BC
          next=/a%253Fb                 | /app | /app/a%3Fb
          x=1&next=/docs&y=2            | /app | /app/docs
          n%65xt=/docs                  | /app | /app/docs
          %zz=1&next=/docs              | /app | /app/docs
          next=/docs/..a/.b             | /app | /app/docs/..a/.b
          """)
  void acceptsAPathOfThisApplication(String query, String contextPath, String path) {
    assertThat(accepted(contextPath, query)).contains(path);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        "next",
        "next=",
        "nexT=/docs",
        "next=docs",
        "next=https://evil.example/",
        "next=//evil.example",
        "next=///evil.example",
        "next=/\\evil.example",
        "next=\\/evil.example",
        "next=/%5Cevil.example",
        "next=/%255Cevil.example",
        "next=/%2Fevil.example",
        "next=%2F%2Fevil.example",
        "next=/%252Fevil.example",
        "next=/%25252Fevil.example",
        "next=/docs%252Fx",
        "next=/docs//x",
        "next=/docs?u=//evil.example",
        "next=/docs?u=\\evil",
        "next=/docs?u=%2500",
        "next=/docs?u=%25zz",
        "next=/../x",
        "next=/a/../../x",
        "next=/a/..",
        "next=/./a",
        "next=/%2e%2e/x",
        "next=/%252e%252e/x",
        "next=/.%252e/x",
        "next=/%25252e%25252e/x",
        "next=/a;b",
        "next=/a%3Bb",
        "next=/a%253Bb",
        "next=/a%00",
        "next=/a%0d%0aSet-Cookie:x",
        "next=/a%250d",
        "next=/%09/evil.example",
        "next=%09/docs",
        "next=%20/docs",
        "next=/a%C2%85",
        "next=/%zz",
        "next=/%",
        "next=/%ff",
        "next=/%25ff",
        "next=/a%2525",
        "next=/\u00fc",
        "next=?a",
        "next=%23/docs",
        "next=javascript:alert(1)",
        "next=/login",
        "next=/login/",
        "next=/login/x",
        "next=/login?next=/docs",
        "next=/app/login",
        "next=/l%256fgin",
        "next=/docs&next=/docs",
        "next=/docs&n%65xt=/other",
        "next=&next=/docs"
      })
  void ignoresWhatIsNotSafe(String query) {
    assertThat(accepted("/app", query)).isEmpty();
  }

  @Test
  void ignoresWhatIsOverTwoKibibytes() {
    assertThat(accepted("", "next=/" + "x".repeat(2047))).isPresent();
    assertThat(accepted("", "next=/" + "x".repeat(2048))).isEmpty();
  }

  @Test
  void findsNothingWithoutAQuery() {
    assertThat(ReturnPath.accepted(FakeRequest.get("/login").request())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"//evil.example", "/app;x", "/a\r\nb", "/%zz"})
  void ignoresEverythingUnderAContextPathThatIsNotSafe(String contextPath) {
    assertThat(accepted(contextPath, "next=/docs")).isEmpty();
  }

  @Test
  void sendsToTheLoginAndBack() {
    var request =
        FakeRequest.get("/users")
            .contextPath("/app")
            .pathInfo("/J\u00f6rg & co")
            .queryString("a=b&c=%20")
            .request();

    String login = ReturnPath.toLogin(request, "/login");

    assertThat(login)
        .isEqualTo("/app/login?next=/app/users/J%25C3%25B6rg%2520%26%2520co%3Fa%3Db%26c%3D%2520");
    assertThat(accepted("/app", login.substring(login.indexOf('?') + 1)))
        .contains("/app/users/J%C3%B6rg%20&%20co?a=b&c=%20");
  }

  @Test
  void comesBackToAPlaceThatHasTheNameOfTheContext() {
    var request = FakeRequest.get("/app/x").contextPath("/app").request();

    String login = ReturnPath.toLogin(request, "/login");

    assertThat(accepted("/app", login.substring(login.indexOf('?') + 1))).contains("/app/app/x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
  void namesNoPlaceThatCannotBeVisitedAgain(String method) {
    assertThat(ReturnPath.toLogin(FakeRequest.of(method, "/docs").request(), "/login"))
        .isEqualTo("/login");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"/login", "/a//b", "/a;b", "/a/../b", "/a%2fb", "/a\nb", ""})
  void namesNoOddPlace(String path) {
    assertThat(ReturnPath.toLogin(FakeRequest.get(path).request(), "/login")).isEqualTo("/login");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "u=//evil.example", "a=%zz", "a=%0a", "a=\\"})
  void leavesAnOddQueryOut(String query) {
    var request = FakeRequest.get("/docs").queryString(query).request();

    assertThat(ReturnPath.toLogin(request, "/login")).isEqualTo("/login?next=/docs");
  }

  @Test
  void namesNoPlaceThatIsTooLong() {
    var request = FakeRequest.get("/docs").queryString("a=" + "%20".repeat(600)).request();

    assertThat(ReturnPath.toLogin(request, "/login")).isEqualTo("/login");
  }

  @Test
  void staysOnThisHostUnderAContextPathThatIsNotSafe() {
    var request = FakeRequest.get("/docs").contextPath("//evil.example").request();

    assertThat(ReturnPath.toLogin(request, "/login")).isEqualTo("/login?next=/docs");
    assertThat(ReturnPath.inContext(request, "/")).isEqualTo("/");
  }
}
