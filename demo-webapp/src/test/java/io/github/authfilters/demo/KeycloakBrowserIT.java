package io.github.authfilters.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.demo.ServerUnderTest.Setup;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A person logs in by the dialog, and tries the API with somebody else's token of Keycloak. */
@WithKeycloak
final class KeycloakBrowserIT {

  @Test
  void theTokenPastedIntoSwaggerUiCountsInsteadOfTheCookie(KeycloakRealm realm) throws Exception {
    String token = realm.login("admin", "admin-secret", "openid").access();
    Setup setup =
        Setup.of(ServerKind.JAVA_JAR, "")
            .trusting(
                realm.issuer() + " audience=demo-api insecureHttp=true roles=realm_access.roles");
    try (Browser browser = Browser.open();
        ServerUnderTest server = ServerUnderTest.start(setup)) {
      browser.dialog().willAnswer("johndoe", "secret");
      browser.open("http://127.0.0.1:" + server.port() + "/docs");
      browser.see(By.cssSelector("#swagger-ui .opblock"));
      SwaggerUi page = new SwaggerUi(browser);

      SwaggerUi.Answer byCookie = page.call("/users/me");
      page.authorize(token);
      SwaggerUi.Answer byToken = page.call("/users/me");
      browser.photograph("keycloak-token");
      page.authorize(token + "x");
      SwaggerUi.Answer byBadToken = page.call("/users/me");

      assertThat(byCookie.body()).contains("johndoe@example.com");
      assertThat(byToken.status()).startsWith("200");
      assertThat(byToken.body()).contains("admin@keycloak.example");
      assertThat(byBadToken.status()).startsWith("401");
      assertThat(browser.console()).noneMatch(line -> line.contains("Content Security Policy"));
    }
  }
}
