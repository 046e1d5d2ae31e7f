package io.github.authfilters.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.authfilters.identity.Identity;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the builders make of what Java code says. */
final class BuilderTest {

  private final Realm realm = Realm.builder().signingKeys("generated").build();

  @Test
  void takesEachArgumentForOneRole() throws Exception {
    Jetty jetty =
        new Jetty("/")
            .filter(
                BearerOrCookieFilter.builder(realm).requiredRoles("Domain Admins", "root").build(),
                "/*")
            .servlet(new WhoAmI(), "/who")
            .start();
    try {
      assertThat(jetty.send("GET /who", bearer("Domain Admins")).getStatus()).isEqualTo(200);
      assertThat(jetty.send("GET /who", bearer("root")).getStatus()).isEqualTo(200);
      assertThat(jetty.send("GET /who", bearer("Admins")).getStatus()).isEqualTo(403);
    } finally {
      jetty.stop();
    }
  }

  private String bearer(String role) {
    Identity alice = new Identity("alice", Set.of(role), Set.of());
    return "Authorization: Bearer " + realm.tokenIssuer().issue(alice, Set.of()).value();
  }

  @Test
  void refusesACommaInARole() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BearerOrCookieFilter.builder(realm).requiredRoles("admin,editor"))
        .withMessageContaining("requiredRoles")
        .withMessageContaining("each element is one role");
  }

  @SuppressWarnings("NullAway") // what callers may do who have no such check
  static Stream<Arguments> nulls() {
    Realm realm = Realm.builder().signingKeys("generated").build();
    return Stream.of(
        row("Realm.builder().issuer", () -> Realm.builder().issuer(null)),
        row("Realm.builder().tokenLifetime", () -> Realm.builder().tokenLifetime(null)),
        row("Realm.builder().signingKeys", () -> Realm.builder().signingKeys((String[]) null)),
        row("Realm.builder().allowedOrigins", () -> Realm.builder().allowedOrigins("a", null)),
        row("BearerOrCookieFilter.builder()", () -> BearerOrCookieFilter.builder(null)),
        row(
            "BearerOrCookieFilter.builder().requiredRoles",
            () -> BearerOrCookieFilter.builder(realm).requiredRoles("a", null)),
        row(
            "BearerOrCookieFilter.builder().loginPath",
            () -> BearerOrCookieFilter.builder(realm).loginPath(null)),
        row("BasicLoginServlet.builder()", () -> BasicLoginServlet.builder(null)),
        row(
            "BasicLoginServlet.builder().realm",
            () -> BasicLoginServlet.builder(realm).realm(null)),
        row("LogoutServlet.builder()", () -> LogoutServlet.builder(null)),
        row("TokenServlet", () -> new TokenServlet(null)));
  }

  private static Arguments row(String place, ThrowingCallable call) {
    return argumentSet(place, place, call);
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void refusesNullAndNamesThePlace(String place, ThrowingCallable call) {
    assertThatIllegalArgumentException()
        .isThrownBy(call)
        .withMessageContaining(place)
        .withMessageEndingWith(" is null");
  }

  @Test
  void refusesASettingThatIsSaidTwice() {
    Realm.Builder builder = Realm.builder().allowedOrigins("https://a.example");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.allowedOrigins("https://b.example"))
        .withMessageStartingWith("Realm.builder().allowedOrigins is said twice");
  }

  @Test
  void takesTheSameSaidAgain() {
    Realm.Builder builder = Realm.builder().tokenLifetime(Duration.ofMinutes(5));

    assertThatCode(() -> builder.tokenLifetime(Duration.ofMinutes(5))).doesNotThrowAnyException();
  }
}
