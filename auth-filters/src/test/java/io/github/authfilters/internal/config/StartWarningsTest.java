package io.github.authfilters.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StartWarningsTest {

  private static List<String> warnings(FakeContext application) {
    return new FakeSurroundings()
        .start(application).notes().stream()
            .filter(note -> note.level() == Level.WARNING)
            .map(StartNote::text)
            .toList();
  }

  @Test
  void warnsOfTheDefaultIssuerWithKeysThatStay() {
    FakeContext application = new FakeContext().filter("api", Map.of("signingKeys", "env:KEYS"));

    assertThat(warnings(application))
        .containsExactly(
            "issuer is the default, auth-filters: every application with these keys and this issuer"
                + " accepts the tokens of the others; set issuer, e.g. to https://api.example.com");
  }

  @ParameterizedTest
  @CsvSource({"generated, auth-filters", "env:KEYS, https://api.example.com"})
  void saysNothingOfAnIssuerThatNobodyShares(String keys, String issuer) {
    FakeContext application =
        new FakeContext().filter("api", Map.of("signingKeys", keys, "issuer", issuer));

    assertThat(warnings(application)).noneMatch(warning -> warning.startsWith("issuer"));
  }

  @Test
  void asksForAWildcardWhereAPublicPathEndsWithASlash() {
    FakeContext application =
        new FakeContext()
            .filter("api", Map.of("signingKeys", "generated", "publicPaths", "/ /static/ /a/*"));

    assertThat(warnings(application))
        .filteredOn(warning -> warning.contains("publicPaths"))
        .containsExactly(
            "filter 'api' init-param 'publicPaths' has \"/static/\", which is that path alone; did"
                + " you mean /static/*?");
  }

  @Test
  void warnsOfALogoutThatLeadsToALogin() {
    FakeContext application =
        new FakeContext()
            .param("authFilters.signingKeys", "generated")
            .param("authFilters.users", "container")
            .servlet("login", "BasicLoginServlet", Map.of())
            .servlet("logout", "LogoutServlet", Map.of("successPath", "/login"));

    assertThat(warnings(application))
        .contains(
            "servlet 'logout' init-param 'successPath' is \"/login\", where a BasicLoginServlet is"
                + " mapped: who logs out is asked for a password at once");
  }
}
