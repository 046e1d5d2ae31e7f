package io.github.authfilters.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.authfilters.FakeRequest;
import io.github.authfilters.internal.http.TokenCookie.SameSite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCookieTest {

  private static final String GONE = "; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT";

  private final TokenCookie cookie = cookie(Optional.empty(), SameSite.LAX);
  private final FakeRequest plain = FakeRequest.get("/login").contextPath("/app");
  private final FakeRequest secure =
      FakeRequest.get("/login").contextPath("/app").at("https://example.com");

  private static TokenCookie cookie(Optional<String> domain, SameSite sameSite) {
    return new TokenCookie("auth", domain, sameSite, new TrustedProxies(List.of("10.0.0.1")));
  }

  @Test
  void belongsToTheContextOverHttp() {
    assertThat(cookie.issued(plain.request(), "a.b.c", Duration.ofMillis(1_800_999)))
        .isEqualTo("auth=a.b.c; Path=/app; Max-Age=1800; HttpOnly; SameSite=Lax");
  }

  @Test
  void hasTheHostPrefixOverHttps() {
    assertThat(cookie.issued(secure.request(), "a.b.c", Duration.ofMinutes(30)))
        .isEqualTo("__Host-auth=a.b.c; Path=/; Max-Age=1800; Secure; HttpOnly; SameSite=Lax");
  }

  @Test
  void hasTheHostPrefixBehindATrustedProxyThatSpeaksHttps() {
    var request = plain.remoteAddr("10.0.0.1").header("X-Forwarded-Proto", "https").request();

    assertThat(cookie.issued(request, "a.b.c", Duration.ofMinutes(30))).startsWith("__Host-auth=");
  }

  @Test
  void doesNotBelieveAnyoneAboutHttps() {
    var request = plain.remoteAddr("10.0.0.2").header("X-Forwarded-Proto", "https").request();

    assertThat(cookie.issued(request, "a.b.c", Duration.ofMinutes(30))).startsWith("auth=");
  }

  @Test
  void hasNoPrefixWithADomain() {
    TokenCookie shared = cookie(Optional.of("Example.com"), SameSite.STRICT);

    assertThat(shared.issued(secure.request(), "a.b.c", Duration.ofMinutes(30)))
        .isEqualTo(
            "auth=a.b.c; Path=/app; Domain=example.com; Max-Age=1800; Secure; HttpOnly;"
                + " SameSite=Strict");
  }

  @Test
  void isClearedWithTheAttributesItWasSetWith() {
    TokenCookie shared = cookie(Optional.of("example.com"), SameSite.NONE);

    assertThat(cookie.cleared(plain.request()))
        .isEqualTo("auth=; Path=/app" + GONE + "; HttpOnly; SameSite=Lax");
    assertThat(cookie.cleared(secure.request()))
        .isEqualTo("__Host-auth=; Path=/" + GONE + "; Secure; HttpOnly; SameSite=Lax");
    assertThat(shared.cleared(secure.request()))
        .isEqualTo(
            "auth=; Path=/app; Domain=example.com" + GONE + "; Secure; HttpOnly; SameSite=None");
  }

  @Test
  void belongsToTheWholeHostInTheRootContext() {
    assertThat(cookie.issued(FakeRequest.get("/login").request(), "a", Duration.ofSeconds(1)))
        .contains("; Path=/;");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/a;b", "/a b", "/a\"b", "/\u00e9", "/a\r\nb", "//evil.example", "a"})
  void fallsBackToTheWholeHostForAContextPathThatCannotStandThere(String contextPath) {
    var request = FakeRequest.get("/login").contextPath(contextPath).request();

    assertThat(cookie.issued(request, "a", Duration.ofSeconds(1))).contains("; Path=/;");
  }

  @Test
  void endsAtOnceWhenTheTokenHasNoTimeLeft() {
    assertThat(cookie.issued(plain.request(), "a.b.c", Duration.ofSeconds(-5)))
        .contains("; Max-Age=0;");
  }

  @Test
  void readsOnlyThePrefixedNameOverHttps() {
    var request = secure.header("Cookie", "auth=planted; __Host-auth=a.b.c").request();

    assertThat(cookie.values(request)).containsExactly("a.b.c");
  }

  @Test
  void readsAllValuesInOrderAndRaw() {
    var request = plain.header("Cookie", "auth=a; x=y; auth=\"b\"").header("Cookie", "auth==c");

    assertThat(cookie.values(request.request())).containsExactly("a", "\"b\"", "=c");
  }

  @ParameterizedTest
  @EnumSource(SameSite.class)
  void setsTheMarkerWithoutDomainAndLifetimeAndAlwaysLax(SameSite sameSite) {
    TokenCookie shared = cookie(Optional.of("example.com"), sameSite);

    assertThat(shared.askAgain(plain.request()))
        .isEqualTo("auth-ask=1; Path=/app; HttpOnly; SameSite=Lax");
    assertThat(shared.askAgain(secure.request()))
        .isEqualTo("__Host-auth-ask=1; Path=/; Secure; HttpOnly; SameSite=Lax");
  }

  @Test
  void clearsTheMarkerWithTheAttributesItWasSetWith() {
    assertThat(cookie.askAgainCleared(plain.request()))
        .isEqualTo("auth-ask=; Path=/app" + GONE + "; HttpOnly; SameSite=Lax");
    assertThat(cookie.askAgainCleared(secure.request()))
        .isEqualTo("__Host-auth-ask=; Path=/" + GONE + "; Secure; HttpOnly; SameSite=Lax");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "auth-ask=1, true",
    "auth-ask=, true",
    "auth-ask=1; auth-ask=2, true",
    "auth=a.b.c, false",
    "__Host-auth-ask=1, false"
  })
  void asksAgainWhereTheMarkerIs(String field, boolean asks) {
    assertThat(cookie.asksAgain(plain.header("Cookie", field).request())).isEqualTo(asks);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "a b", "a;b", "a=b", "\u00e9", "__Host-auth", "__secure-x"})
  void refusesANameThatIsNone(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TokenCookie(
                    name, Optional.empty(), SameSite.LAX, new TrustedProxies(List.of())))
        .withMessageContaining("e.g. auth");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {"", ".example.com", "example.com:80", "a;b", "https://a.b", "10.0.0.1", "[::1]"})
  void refusesADomainThatIsNone(String domain) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cookie(Optional.of(domain), SameSite.LAX))
        .withMessageContaining("e.g. example.com");
  }

  @Test
  void carriesNothingButATokenAndDoesNotRepeatIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cookie.issued(plain.request(), "s3cret; x", Duration.ofMinutes(1)))
        .withMessageNotContaining("s3cret");
  }
}
