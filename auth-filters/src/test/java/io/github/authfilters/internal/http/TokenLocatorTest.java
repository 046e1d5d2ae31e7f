package io.github.authfilters.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.FakeRequest;
import io.github.authfilters.internal.http.PresentedCredential.Nothing;
import io.github.authfilters.internal.http.PresentedCredential.Unusable;
import io.github.authfilters.internal.http.PresentedToken.Carrier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenLocatorTest {

  private final TokenLocator locator =
      new TokenLocator(
          new TokenCookie(
              "auth", Optional.empty(), TokenCookie.SameSite.LAX, new TrustedProxies(List.of())));

  @Test
  void findsNothingWithoutFieldAndCookie() {
    assertThat(locator.find(FakeRequest.get("/").request())).isEqualTo(new Nothing());
  }

  @Test
  void neverLooksAtTheQuery() {
    var request = FakeRequest.get("/").queryString("access_token=a.b.c&auth=a.b.c").request();

    assertThat(locator.find(request)).isEqualTo(new Nothing());
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "Bearer a.b.c",
        "bearer a.b.c",
        "BEARER a.b.c",
        "Bearer    a.b.c",
        "Bearer a.b.c  ",
        "Bearer a.b.c\t",
        "  Bearer a.b.c"
      })
  void takesTheTokenOfABearerField(String field) {
    var request = FakeRequest.get("/").header("Authorization", field).request();

    assertThat(locator.find(request)).isEqualTo(new PresentedToken("a.b.c", Carrier.HEADER));
  }

  @Test
  void takesEveryCharacterThatATokenMayHave() {
    String token = "azAZ09-._~+/==";
    var request = FakeRequest.get("/").header("Authorization", "Bearer " + token).request();

    assertThat(locator.find(request)).isEqualTo(new PresentedToken(token, Carrier.HEADER));
  }

  @Test
  void prefersTheFieldToTheCookie() {
    var request =
        FakeRequest.get("/")
            .header("Authorization", "Bearer a.b.c")
            .header("Cookie", "auth=d.e.f")
            .request();

    assertThat(locator.find(request)).isEqualTo(new PresentedToken("a.b.c", Carrier.HEADER));
  }

  @ParameterizedTest(name = "{0}: [{1}]")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          no token|Bearer
          no token, a blank|Bearer\s
          a tab for the blank|Bearer\ta.b.c
          a tab after the blank|Bearer \ta.b.c
          a comma for the blank|Bearer,a.b.c
          an equals sign for the blank|Bearer=a.b.c
          a colon for the blank|Bearer: a.b.c
          two tokens|Bearer a.b.c a.b.c
          two tokens, a tab between|Bearer a.b.c\ta.b.c
          two tokens, a comma between|Bearer a.b.c,a.b.c
          a Bearer of two fields joined|Bearer a.b.c, Bearer a.b.c
          a Basic behind|Bearer a.b.c, Basic eDp5
          """)
  void callsTheRequestMalformedAndIgnoresTheCookie(String name, String field) {
    var request =
        FakeRequest.get("/")
            .header("Authorization", field)
            .header("Cookie", "auth=d.e.f")
            .request();

    assertThat(locator.find(request))
        .isInstanceOfSatisfying(Unusable.class, it -> assertThat(it.malformedRequest()).isTrue());
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {"Bearer a!b", "Bearer \"a.b.c\"", "Bearer =", "Bearer a=b", "Bearer \u00e9"})
  void refusesAGarbledTokenAndIgnoresTheCookie(String field) {
    var request =
        FakeRequest.get("/")
            .header("Authorization", field)
            .header("Cookie", "auth=d.e.f")
            .request();

    assertThat(locator.find(request))
        .isInstanceOfSatisfying(Unusable.class, it -> assertThat(it.malformedRequest()).isFalse());
  }

  @Test
  void takesATokenOfExactlyEightKibibytes() {
    String token = "a".repeat(8192);
    var request = FakeRequest.get("/").header("Authorization", "Bearer " + token).request();

    assertThat(locator.find(request)).isEqualTo(new PresentedToken(token, Carrier.HEADER));
  }

  @Test
  void refusesATokenOverEightKibibytes() {
    String token = "a".repeat(8193);
    var byHeader = FakeRequest.get("/").header("Authorization", "Bearer " + token).request();
    var byCookie = FakeRequest.get("/").header("Cookie", "auth=" + token).request();

    assertThat(locator.find(byHeader))
        .isInstanceOfSatisfying(Unusable.class, it -> assertThat(it.malformedRequest()).isFalse());
    assertThat(locator.find(byCookie)).isInstanceOf(Unusable.class);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "Bearer a.b.c, Bearer a.b.c",
    "Bearer a.b.c, Basic eDp5",
    "Basic eDp5, Bearer a.b.c",
    "Basic eDp5, Basic eDp5"
  })
  void callsTwoFieldsMalformed(String first, String second) {
    var request =
        FakeRequest.get("/")
            .header("Authorization", first)
            .header("authorization", second)
            .header("Cookie", "auth=d.e.f")
            .request();

    assertThat(locator.find(request))
        .isInstanceOfSatisfying(Unusable.class, it -> assertThat(it.malformedRequest()).isTrue());
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "Basic eDp5",
        "Digest username=\"x\"",
        "Negotiate YII",
        "BearerX a.b.c",
        "Bear a",
        ""
      })
  void letsTheCookieDecideBesideAnotherScheme(String field) {
    var request =
        FakeRequest.get("/")
            .header("Authorization", field)
            .header("Cookie", "auth=d.e.f")
            .request();

    assertThat(locator.find(request)).isEqualTo(new PresentedToken("d.e.f", Carrier.COOKIE));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "auth=d.e.f",
        "a=b; auth=d.e.f; c=d",
        "a=b;auth=d.e.f;c=d",
        ";; auth = d.e.f ;",
        "auth; auth=d.e.f",
        "xauth=1; auth=d.e.f; authx=2; AUTH=3",
        "a=\"b; auth=d.e.f"
      })
  void findsTheCookieAmongOthers(String field) {
    var request = FakeRequest.get("/").header("Cookie", field).request();

    assertThat(locator.find(request)).isEqualTo(new PresentedToken("d.e.f", Carrier.COOKIE));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "auth=d.e.f; auth=d.e.f",
        "auth=d.e.f; auth=g.h.i",
        "auth=; auth=d.e.f",
        "auth=; auth=",
        "auth=\"d.e.f\"",
        "auth=\"\"",
        "auth=Bearer d.e.f",
        "auth=d.e.f, a=b",
        "auth=d\u00e9",
        "auth=a=b",
        "auth=%61"
      })
  void refusesAGarbledOrRepeatedCookie(String field) {
    var request = FakeRequest.get("/").header("Cookie", field).request();

    assertThat(locator.find(request))
        .isInstanceOfSatisfying(Unusable.class, it -> assertThat(it.malformedRequest()).isFalse());
  }

  @Test
  void refusesTheCookieInTwoFields() {
    var request =
        FakeRequest.get("/")
            .header("Cookie", "auth=d.e.f")
            .header("Cookie", "auth=d.e.f")
            .request();

    assertThat(locator.find(request)).isInstanceOf(Unusable.class);
  }

  @Test
  void takesAnEmptyCookieForNone() {
    var request = FakeRequest.get("/").header("Cookie", "a=b; auth=").request();

    assertThat(locator.find(request)).isEqualTo(new Nothing());
  }

  @Test
  void saysNothingOfTheTokenInTheReason() {
    var request = FakeRequest.get("/").header("Authorization", "Bearer s3cret!").request();

    assertThat(locator.find(request).toString()).doesNotContain("s3cret");
  }
}
