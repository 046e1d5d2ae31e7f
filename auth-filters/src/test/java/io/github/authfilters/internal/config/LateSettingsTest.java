package io.github.authfilters.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Components that a listener registers when the settings of the realm were read already. */
final class LateSettingsTest {

  private static final String OURS = "io.github.authfilters.servlet.BearerOrCookieFilter";

  private static FakeContext started(String issuer) {
    FakeContext application =
        new FakeContext().filter("api", Map.of("signingKeys", "generated", "issuer", issuer));
    AuthFilters.of(application.context());
    return application;
  }

  @Test
  void refusesALateFilterThatSaysSomethingElse() {
    FakeContext application = started("https://a.example");

    Throwable wrong =
        catchThrowable(
            () ->
                FilterSettings.of(
                    application.filterConfig("late", Map.of("issuer", "https://b.example"))));

    assertThat(wrong)
        .isInstanceOf(SettingsException.class)
        .hasMessageEndingWith(
            "- filter 'late' init-param 'issuer' came after the settings of the realm were read,"
                + " and says something else; the realm's settings are read once, at start; write it"
                + " in web.xml, e.g. as the context-param 'authFilters.issuer'");
  }

  @Test
  void refusesALateServletThatSaysSomethingElse() {
    FakeContext application = started("https://a.example");

    assertThatThrownBy(
            () ->
                ReadSettings.check(
                    application.servletConfig("late", Map.of("cookieName", "other"))))
        .isInstanceOf(SettingsException.class);
  }

  @Test
  void letsALateFilterSayTheSame() {
    FakeContext application = started("https://a.example");

    FilterSettings settings =
        FilterSettings.of(
            application.filterConfig(
                "late", Map.of("issuer", "https://a.example", "requiredRoles", "admin")));

    assertThat(settings.requiredRoles()).isEqualTo(Set.of("admin"));
  }

  @Test
  void refusesAFilterThatIsMappedToAServletThatIsNotThere() {
    FakeContext application =
        new FakeContext()
            .filter("api", OURS, Map.of("signingKeys", "generated"), Set.of("servlet itmes"));

    assertThatThrownBy(() -> FilterSettings.of(application.filterConfig("api", Map.of())))
        .hasMessageEndingWith(
            "- filter 'api' is mapped to the servlet \"itmes\"; there is no servlet of that name;"
                + " write the <servlet-name> as it is declared");
  }

  @Test
  void refusesAFilterOfJavaThatIsMappedToNothing() {
    FakeContext application = new FakeContext().filter("api", OURS, Map.of(), Set.of());

    assertThatThrownBy(() -> FilterSettings.of(application.filterConfig("api", Map.of())))
        .hasMessageContaining("filter 'api' is mapped to nothing");
  }
}
