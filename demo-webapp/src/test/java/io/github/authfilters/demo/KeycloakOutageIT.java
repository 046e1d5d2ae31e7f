package io.github.authfilters.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.demo.KeycloakRealm.Tokens;
import io.github.authfilters.demo.ServerUnderTest.Setup;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The demo while its Keycloak changes, asks back, or is gone. */
@WithKeycloak
final class KeycloakOutageIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KeycloakRealm direct;
  private final Relay relay;
  private final KeycloakRealm realm;
  private final String line;

  KeycloakOutageIT(KeycloakRealm direct) throws IOException {
    this.direct = direct;
    this.relay = new Relay(direct.port());
    this.realm = direct.through(relay);
    this.line = realm.issuer() + " audience=demo-api insecureHttp=true";
  }

  @AfterEach
  void close() throws IOException {
    relay.close();
  }

  private static ServerUnderTest demo(String line) {
    return ServerUnderTest.start(
        Setup.of(ServerKind.JETTY_12, "")
            .with("KEYCLOAK_SECRET", "demo-api-secret")
            .trusting(line));
  }

  @Test
  void acceptsANewKeyWithinHalfAMinuteAndTheOldOneAllTheTime() {
    try (ServerUnderTest server = demo(line)) {
      Visitor visitor = Visitor.of(server);
      Tokens old = realm.login("johndoe", "secret", "openid");
      assertThat(visitor.opens(old.access())).isTrue();

      new KeycloakAdmin(direct).addKey("RS256", 200 + (int) (System.nanoTime() % 1000 + 1000));
      Tokens rotated = realm.login("johndoe", "secret", "openid");

      assertThat(keyOf(rotated)).isNotEqualTo(keyOf(old));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      boolean accepted = false;
      while (!accepted && System.nanoTime() < deadline) {
        accepted = visitor.opens(rotated.access());
        assertThat(visitor.opens(old.access())).as("the old key").isTrue();
      }
      assertThat(accepted).as("the new key, after " + PATIENCE).isTrue();
    }
  }

  private static String keyOf(Tokens tokens) {
    return new TokenForge(tokens.access())
        .headerText()
        .replaceAll(".*\"kid\":\"([^\"]*)\".*", "$1");
  }

  @Test
  void goesOnWithTheKeysThatItKnowsWhileKeycloakIsGone() throws IOException {
    try (ServerUnderTest server = demo(line)) {
      Visitor visitor = Visitor.of(server);
      Tokens tokens = realm.login("johndoe", "secret", "openid");
      Tokens others = realm.login("admin", "admin-secret", "openid");
      assertThat(visitor.opens(tokens.access())).isTrue();

      relay.cut();

      assertThat(visitor.opens(tokens.access())).isTrue();
      assertThat(visitor.opens(others.access())).isTrue();
      assertThat(visitor.opens(visitor.token("johndoe", "secret"))).isTrue();
    }
  }

  @Test
  void startsWithoutKeycloakAndTakesItsTokensOnceItIsThere() throws IOException {
    Tokens tokens = realm.login("johndoe", "secret", "openid");
    relay.cut();
    try (ServerUnderTest server = demo(line)) {
      Visitor visitor = Visitor.of(server);

      Response early = visitor.send(visitor.get("/users/me").bearer(tokens.access()));
      String ours = visitor.token("johndoe", "secret");
      boolean oursEarly = visitor.opens(ours);
      relay.mend();

      assertThat(early.status()).isEqualTo(503);
      assertThat(early.field("Retry-After")).matches("[0-9]+");
      assertThat(oursEarly).isTrue();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      boolean accepted = false;
      while (!accepted && System.nanoTime() < deadline) {
        accepted = visitor.opens(tokens.access());
      }
      assertThat(accepted).as("once it is back, after " + PATIENCE).isTrue();
    }
  }

  @Test
  void asksKeycloakItselfWhereTheSettingSaysSo() throws IOException {
    String introspection =
        line
            + " introspection="
            + realm.issuer()
            + "/protocol/openid-connect/token/introspect client=demo-api"
            + " secret=env:KEYCLOAK_SECRET introspectionCache=PT0S";
    try (ServerUnderTest server = demo(introspection)) {
      Visitor visitor = Visitor.of(server);
      Tokens tokens = realm.login("johndoe", "secret", "openid");
      Tokens others = realm.login("other", "johndoe", "secret", "openid");
      assertThat(visitor.opens(tokens.access())).isTrue();

      realm.logout(tokens);

      Answers.assertBearer(
          visitor.send(visitor.get("/users/me").bearer(tokens.access())), "401 invalid_token");
      Answers.assertBearer(
          visitor.send(visitor.get("/users/me").bearer(others.access())), "401 invalid_token");
      Tokens last = realm.login("johndoe", "secret", "openid");
      relay.cut();
      assertThat(visitor.send(visitor.get("/users/me").bearer(last.access())).status())
          .isEqualTo(503);
    }
  }
}
