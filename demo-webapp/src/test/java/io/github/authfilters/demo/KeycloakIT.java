package io.github.authfilters.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.demo.KeycloakRealm.Tokens;
import io.github.authfilters.demo.ServerUnderTest.Setup;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of the real Keycloak at the demo, beside the demo's own. */
@WithKeycloak
@TestInstance(Lifecycle.PER_CLASS)
final class KeycloakIT {

  private static final String PROFILE =
      "{\"username\":\"johndoe\",\"email\":\"johndoe@keycloak.example\",\"full_name\":\"John Doe\","
          + "\"disabled\":false}";

  private final KeycloakRealm realm;
  private final KeycloakAdmin admin;
  private final TemporaryFolder folder;
  private final ServerUnderTest server;
  private final Visitor visitor;

  KeycloakIT(KeycloakRealm realm) throws IOException {
    this.realm = realm;
    this.admin = new KeycloakAdmin(realm);
    for (String algorithm : new String[] {"PS256", "ES256", "EdDSA"}) {
      admin.addKey(algorithm, 110);
    }
    this.folder = TemporaryFolder.create();
    this.server =
        ServerUnderTest.start(
            Setup.of(ServerKind.TOMCAT_11, "")
                .war(RolePaths.war(folder.path(), "user", "admin", "editor"))
                .trusting(
                    // An ID token is for the client demo: it is to be refused for what it is.
                    realm.issuer()
                        + " audience=demo-api,demo insecureHttp=true"
                        + " roles=realm_access.roles,resource_access.demo-api.roles"));
    this.visitor = Visitor.of(server);
  }

  @AfterAll
  void close() {
    server.close();
    folder.close();
  }

  private Response open(String path, String token) {
    return visitor.send(visitor.get(path).bearer(token));
  }

  @Test
  void showsTheProfileThatTheTokenTells() {
    Tokens tokens = realm.login("johndoe", "secret", "openid");

    Response response = open("/users/me", tokens.access());

    assertThat(response.text()).isEqualTo(PROFILE);
  }

  @Test
  void asksForTheScopeThatKeycloakDidNotGrant() {
    Tokens narrow = realm.login("johndoe", "secret", "openid");
    Tokens wide = realm.login("johndoe", "secret", "openid items");

    Response refused = open("/users/me/items", narrow.access());
    Response granted = open("/users/me/items", wide.access());

    Answers.assertBearer(refused, "403 insufficient_scope");
    assertThat(granted.text()).startsWith("[{\"item_id\":\"Foo\"");
  }

  @ParameterizedTest
  @CsvSource({
    "johndoe, secret,       user,   404",
    "johndoe, secret,       editor, 404",
    "johndoe, secret,       admin,  403",
    "admin,   admin-secret, admin,  404",
    "admin,   admin-secret, user,   403",
    "admin,   admin-secret, editor, 403",
  })
  void knowsTheRolesOfTheRealmAndOfTheClient(
      String user, String password, String role, int status) {
    Tokens tokens = realm.login(user, password, "openid");

    Response response = open("/role/" + role, tokens.access());

    assertThat(response.status()).isEqualTo(status);
  }

  @Test
  void refusesATokenForAnotherApplicationOfTheRealm() {
    Tokens tokens = realm.login("other", "johndoe", "secret", "openid");

    Response response = open("/users/me", tokens.access());

    Answers.assertBearer(response, "401 invalid_token");
  }

  @Test
  void refusesAnIdToken() {
    Tokens tokens = realm.login("johndoe", "secret", "openid");

    Response response = open("/users/me", tokens.id());

    assertThat(tokens.id()).isNotEmpty();
    Answers.assertBearer(response, "401 invalid_token");
  }

  @Test
  void refusesARefreshToken() {
    Tokens tokens = realm.login("johndoe", "secret", "openid");

    Response response = open("/users/me", tokens.refresh());

    assertThat(tokens.refresh()).isNotEmpty();
    Answers.assertBearer(response, "401 invalid_token");
  }

  @Test
  void logsOutATokenOfKeycloak() {
    Tokens first = realm.login("johndoe", "secret", "openid");
    Tokens second = realm.login("johndoe", "secret", "openid");

    Response logout = visitor.send(visitor.request("POST", "/logout").bearer(first.access()));

    assertThat(logout.status()).isEqualTo(303);
    Answers.assertBearer(open("/users/me", first.access()), "401 invalid_token");
    assertThat(open("/users/me", second.access()).status()).isEqualTo(200);
  }

  @Test
  void letsPeopleInByBasicAtTheSameTime() {
    Tokens tokens = realm.login("johndoe", "secret", "openid");

    String cookie = visitor.login("admin", "admin-secret");

    assertThat(visitor.send(visitor.get("/users/me").cookie(cookie)).text())
        .startsWith("{\"username\":\"admin\",\"email\":\"admin@example.com\"");
    assertThat(visitor.send(visitor.get("/users/me").cookie(cookie).bearer(tokens.access())).text())
        .isEqualTo(PROFILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PS256", "ES256", "EdDSA"})
  void verifiesTheAlgorithmThatTheClientIsSetTo(String algorithm) {
    admin.signAccessTokensOf("demo", algorithm);
    Tokens tokens = realm.login("johndoe", "secret", "openid");
    admin.signAccessTokensOf("demo", "RS256");

    Response response = open("/users/me", tokens.access());

    assertThat(new TokenForge(tokens.access()).headerText())
        .contains("\"alg\":\"" + algorithm + "\"");
    assertThat(response.text()).isEqualTo(PROFILE);
  }
}
