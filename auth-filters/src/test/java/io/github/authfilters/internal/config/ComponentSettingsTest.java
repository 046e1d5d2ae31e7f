package io.github.authfilters.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ComponentSettingsTest {

  private final FakeContext application = new FakeContext();

  @Test
  void refusesEverybodyWhereAFilterSaysNothing() {
    FilterSettings settings = FilterSettings.of(application.filterConfig("api", Map.of()));

    assertThat(settings.optional()).isFalse();
    assertThat(settings.loginPath()).isEmpty();
    assertThat(settings.requiredRoles()).isEmpty();
    assertThat(settings.requiredScopes()).isEmpty();
    assertThat(settings.hidesBearer()).isFalse();
  }

  @Test
  void readsAllSettingsOfAFilter() {
    Map<String, String> params =
        Map.of(
            "loginPath", "/login_basic",
            "requiredRoles", " admin,\n editor ",
            "requiredScopes", "items:read items:write",
            "hideCredentials", "all",
            "optional", "false",
            "signingKeys", "env:KEYS");

    FilterSettings settings = FilterSettings.of(application.filterConfig("api", params));

    assertThat(settings.loginPath()).contains("/login_basic");
    assertThat(settings.requiredRoles()).isEqualTo(Set.of("admin", "editor"));
    assertThat(settings.requiredScopes()).isEqualTo(Set.of("items:read", "items:write"));
    assertThat(settings.hidesBearer()).isTrue();
  }

  @Test
  void leavesTheBlanksInARoleAlone() {
    Map<String, String> params = Map.of("requiredRoles", "super user,\n Domain  Admins\nadmin");

    FilterSettings settings = FilterSettings.of(application.filterConfig("api", params));

    assertThat(settings.requiredRoles()).isEqualTo(Set.of("super user", "Domain  Admins", "admin"));
  }

  @Test
  void hasDefaultsForTheLogin() {
    LoginSettings settings = LoginSettings.of(application.servletConfig("login", Map.of()));

    assertThat(settings).isEqualTo(new LoginSettings("auth-filters", "/docs"));
  }

  @Test
  void hasAnotherSuccessPathForTheLogout() {
    LogoutSettings settings = LogoutSettings.of(application.servletConfig("logout", Map.of()));

    assertThat(settings).isEqualTo(new LogoutSettings("/"));
  }

  @Test
  void readsTheWordsOfABuilder() {
    LoginSettings settings = LoginSettings.of("login", Map.of("realm", "My \"API\""));

    assertThat(settings.realm()).isEqualTo("My \"API\"");
  }

  @Test
  void refusesASettingOfTheRealmOnTheBuilderOfAFilter() {
    Map<String, String> values = Map.of("cookieName", "a");

    Throwable thrown =
        catchThrowable(() -> FilterSettings.of("BearerOrCookieFilter.builder()", values));

    assertThat(thrown)
        .hasMessageEndingWith(
            "- BearerOrCookieFilter.builder().cookieName is in the wrong place; 'cookieName' is a"
                + " setting of any of our components, or a context-param 'authFilters.cookieName';"
                + " move it there");
  }

  @Test
  void tellsTheMistakesOfItsOwnConfiguration() {
    Map<String, String> params = Map.of("realm", "a\nb", "sucessPath", "/");

    Throwable thrown =
        catchThrowable(() -> LoginSettings.of(application.servletConfig("login", params)));

    assertThat(thrown)
        .hasMessageContaining("2 mistakes")
        .hasMessageContaining("'sucessPath' is unknown")
        .hasMessageContaining("servlet 'login' init-param 'realm' is \"a\\u{a}b\"; it must be");
  }
}
