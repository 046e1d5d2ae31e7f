package io.github.authfilters.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import io.github.authfilters.token.Tokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.eclipse.jetty.http.HttpTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Login and logout where a trusted issuer can't be reached, so that nobody can judge its tokens.
 */
class DeadIssuerTest {

  private static final String ISSUER = "http://127.0.0.1:1";
  private static final String JOHN =
      "Authorization: Basic "
          + Base64.getEncoder().encodeToString("johndoe:secret".getBytes(StandardCharsets.UTF_8));

  /** Nobody needs a key to make it. */
  private static final String PLANTED =
      Tokens.MALLORY.sign(
          "{\"alg\":\"RS256\",\"kid\":\"1\"}",
          "{\"iss\":\"%s\",\"sub\":\"bob\",\"aud\":\"api\",\"exp\":4102444800}".formatted(ISSUER));

  private final Jetty jetty = new Jetty("/app");
  private Realm realm;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    Path users = folder.resolve("users.htpasswd");
    Files.writeString(
        users, "johndoe:" + BcryptFunction.getInstance(Bcrypt.B, 10).hash("secret").getResult());
    realm =
        Realm.builder()
            .signingKeys("generated")
            .users("htpasswd:" + users.toAbsolutePath())
            .trustedIssuers(ISSUER + " audience=api insecureHttp=true")
            .build();
    jetty
        .filter(BearerOrCookieFilter.builder(realm).build(), "/*")
        .servlet(BasicLoginServlet.builder(realm).build(), "/login")
        .servlet(LogoutServlet.builder(realm).build(), "/logout")
        .servlet(new WhoAmI(), "/who")
        .start();
  }

  @AfterEach
  void stop() throws Exception {
    jetty.stop();
    realm.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cookie: auth=%2$s; auth=%1$s", "Cookie: auth=%1$s; auth=%2$s"})
  void aLogoutRevokesOurTokenBesideAPlantedOne(String cookies) throws Exception {
    String ours = login();

    HttpTester.Response out = jetty.send("GET /app/logout", cookies.formatted(ours, PLANTED));

    assertThat(out.getStatus()).isEqualTo(303);
    assertThat(jetty.send("GET /app/who", "Cookie: auth=" + ours).getStatus()).isEqualTo(401);
  }

  @Test
  void aLogoutClearsTheCookiesThoughTheTokenCannotBeRevoked() throws Exception {
    HttpTester.Response out = jetty.send("GET /app/logout", "Cookie: auth=" + PLANTED);

    assertThat(out.getStatus()).isEqualTo(303);
    assertThat(out.getFields("Set-Cookie").stream().map(Object::toString))
        .anyMatch(field -> field.contains("auth=;") && field.contains("Max-Age=0"))
        .anyMatch(field -> field.contains("auth-ask=1"));
  }

  @Test
  void aLogoutByHeaderSaysThatTheTokenCannotBeRevoked() throws Exception {
    HttpTester.Response out = jetty.send("POST /app/logout", "Authorization: Bearer " + PLANTED);

    assertThat(out.getStatus()).isEqualTo(503);
    assertThat(out.getLongField("Retry-After")).isPositive();
    assertThat(out.get("Set-Cookie")).isNull();
  }

  @Test
  void aPlantedCookieKeepsNobodyFromLoggingIn() throws Exception {
    HttpTester.Response in = jetty.send("GET /app/login", JOHN, "Cookie: auth=" + PLANTED);

    assertThat(in.getStatus()).isEqualTo(303);
    assertThat(in.get("Set-Cookie")).startsWith("auth=").contains("Max-Age=1800");
  }

  @Test
  void aPlantedCookieDoesNotHideThatOursWasRevoked() throws Exception {
    String ours = login();
    jetty.send("POST /app/logout", "Authorization: Bearer " + ours);

    HttpTester.Response asked =
        jetty.send("GET /app/login", JOHN, "Cookie: auth=" + PLANTED + "; auth=" + ours);

    assertThat(asked.getStatus()).isEqualTo(401);
    assertThat(asked.get("Set-Cookie")).startsWith("auth=;").contains("Max-Age=0");
  }

  private String login() throws Exception {
    String setCookie = jetty.send("GET /app/login", JOHN).get("Set-Cookie");
    return setCookie.substring("auth=".length(), setCookie.indexOf(';'));
  }
}
