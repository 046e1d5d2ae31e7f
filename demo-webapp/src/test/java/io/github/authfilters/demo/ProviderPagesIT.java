package io.github.authfilters.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.demo.ServerUnderTest.Setup;
import io.github.authfilters.docs.Pages;
import io.github.authfilters.docs.Region;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The lines that the pages on providers give, written into the demo's setting, against a provider
 * that has their metadata and hands out tokens of their shapes.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class ProviderPagesIT {

  private static final String EXAMPLES = "demo-webapp/src/test/resources/docs/issuers/";
  private static final String TENANT = "11111111-2222-3333-4444-555555555555";

  private final LocalProvider provider = new LocalProvider();
  private final ProviderTokens tokens = new ProviderTokens(provider);
  private final TemporaryFolder folder = TemporaryFolder.create();
  private final Path war = RolePaths.war(folder.path(), "editor");
  private final ServerUnderTest server;
  private final ServerUnderTest others;

  ProviderPagesIT() throws Exception {
    publish("https://sso.example.com/realms/demo", "/protocol/openid-connect/certs");
    publish("https://dev-1234.okta.com/oauth2/default", "/v1/keys");
    publish("https://example.eu.auth0.com", "/", "/.well-known/jwks.json");
    String microsoft = "https://login.microsoftonline.com/" + TENANT;
    provider.publish(
        microsoft + "/v2.0",
        microsoft + "/v2.0/.well-known/openid-configuration",
        microsoft + "/discovery/v2.0/keys");
    provider.publish(
        "https://sts.windows.net/" + TENANT + "/",
        microsoft + "/.well-known/openid-configuration",
        microsoft + "/discovery/keys");
    server = demo("keycloak", "okta", "okta-org", "auth-zero", "entra", "entra-first");
    others = demo("keycloak-introspection", "auth-zero-permissions");
  }

  private void publish(String issuer, String keys) {
    publish(issuer, "", keys);
  }

  private void publish(String base, String end, String keys) {
    provider.publish(base + end, base + "/.well-known/openid-configuration", base + keys);
  }

  private ServerUnderTest demo(String... lines) {
    return ServerUnderTest.start(
        Setup.of(ServerKind.TOMCAT_11, "")
            .war(war)
            .with("KEYCLOAK_SECRET", "keycloak's secret")
            .with("OKTA_SECRET", "okta's secret")
            .trusting(
                Arrays.stream(lines)
                    .map(line -> provider.line(example("lines.txt#" + line)))
                    .toArray(String[]::new)));
  }

  private static String example(String reference) {
    return Region.text(Pages.root(), EXAMPLES + reference);
  }

  @AfterAll
  void close() {
    server.close();
    others.close();
    provider.close();
    folder.close();
  }

  private static Response open(ServerUnderTest demo, String path, String token) {
    Visitor visitor = Visitor.of(demo);
    return visitor.send(visitor.get(path).bearer(token));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          keycloak  | kim                   | Kim Keycloak
          okta      | olivia@example.com    |
          auth0     | auth0/123456          |
          entra     | enno@example.com      | Enno Entra
          entra, v1 | BBBBBBBBBBBBBBBBBBBBB | Enno Entra
          """)
  void acceptsTheAccessTokenWithItsScopesAndRoles(String token, String username, String name) {
    Response profile = open(server, "/users/me", tokens.named(token));
    Response editor = open(server, "/role/editor", tokens.named(token));

    assertThat(profile.text())
        .contains("\"username\":\"" + username.replace('/', '|') + "\"")
        .contains("\"full_name\":" + (name == null ? "null" : "\"" + name + "\""));
    assertThat(editor.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keycloak, no aud",
        "keycloak, ID token",
        "okta, another server's audience",
        "okta, ID token",
        "auth0, another API",
        "auth0, no slash",
        "auth0, ID token",
        "auth0, no audience asked for",
        "entra, another tenant",
        "entra, v2 with the v1 audience",
        "entra, ID token",
        "entra, for Microsoft Graph",
      })
  void refusesWhatThePagesWarnOf(String token) {
    Response response = open(server, "/role/editor", tokens.named(token));

    Answers.assertBearer(response, "401 invalid_token");
  }

  @Test
  void asksOktasOrgServerAboutItsTokens() {
    provider.answer(
        "https://dev-1234.okta.com/oauth2/v1/introspect",
        form ->
            """
            {"active":%s,"scope":"openid me","username":"olivia@example.com","exp":4102444800,
             "iat":1,"sub":"olivia@example.com","aud":"https://dev-1234.okta.com",
             "iss":"https://dev-1234.okta.com","jti":"AT.3","token_type":"Bearer","client_id":"0oa1"}"""
                .formatted(form.contains("token=" + tokens.named("okta, org server"))));

    Response response = open(server, "/users/me", tokens.named("okta, org server"));

    assertThat(response.text()).contains("olivia@example.com");
  }

  @Test
  void asksKeycloakAboutItsTokens() {
    provider.answer(
        "https://sso.example.com/realms/demo/protocol/openid-connect/token/introspect",
        form ->
            """
            {"active":true,"jti":"1","iss":"https://sso.example.com/realms/demo","aud":"demo-api",
             "sub":"s","typ":"Bearer","exp":4102444800,"iat":1,"scope":"me","token_type":"Bearer",
             "realm_access":{"roles":["editor"]},"preferred_username":"kim"}""");

    Response response = open(others, "/role/editor", tokens.named("keycloak"));

    assertThat(response.status()).isEqualTo(404);
  }

  @Test
  void takesAuth0sPermissionsForScopesAndItsTypeForGranted() {
    Response typed = open(others, "/users/me", tokens.named("auth0, RFC 9068"));
    Response untyped = open(others, "/users/me", tokens.named("auth0"));

    assertThat(typed.status()).isEqualTo(200);
    Answers.assertBearer(untyped, "401 invalid_token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          okta.sh  | https://dev-1234.okta.com/oauth2/default/v1/token | okta  | scope=me
          auth0.sh | https://example.eu.auth0.com/oauth/token          | auth0 | audience=https
          entra.sh | https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/oauth2/v2.0/token | entra | /.default
          """)
  void theCommandOfThePageFetchesATokenThatWorks(
      String script, String endpoint, String token, String inTheForm) throws Exception {
    provider.answer(
        endpoint,
        form ->
            form.contains("grant_type=client_credentials") && form.contains(inTheForm)
                ? "{\"access_token\":\"" + tokens.named(token) + "\"}"
                : "{\"error\":\"invalid_request\"}");

    String fetched = new Shell().run(provider.local(example(script + "#client")));

    assertThat(fetched).contains("access_token");
    assertThat(open(server, "/role/editor", fetched.split("\"", -1)[3]).status()).isEqualTo(404);
  }
}
