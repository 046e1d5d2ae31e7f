package io.github.authfilters.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import io.github.authfilters.identity.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.eclipse.jetty.http.HttpTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwksServletTest {

  private static final String PATH = "/app/.well-known/jwks.json";
  private static final String SECRET = "bGd4QRPcSLu_0xW4x7m3Jk5uZ1vNq9yTe8iOaHrEw2M";

  private final Jetty jetty = new Jetty("/app");
  private Realm realm;
  private Path keys;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    JWK rsa = new RSAKeyGenerator(2048).keyID("first").generate();
    JWK ec = new ECKeyGenerator(Curve.P_384).keyID("second").generate();
    keys = folder.resolve("keys");
    Files.writeString(keys, rsa.toJSONString() + "\n" + SECRET + "\n" + ec.toJSONString());
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
    realm = Realm.builder().signingKeys("file:" + keys).build();
    jetty
        .filter(BearerOrCookieFilter.builder(realm).build(), "/*")
        .servlet(new JwksServlet(realm), "/.well-known/jwks.json")
        .servlet(new WhoAmI(), "/who")
        .start();
  }

  @AfterEach
  void stop() throws Exception {
    jetty.stop();
  }

  @Test
  void publishesThePublicHalvesToEverybody() throws Exception {
    HttpTester.Response response = jetty.send("GET " + PATH);

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.get("Content-Type")).isEqualTo("application/jwk-set+json");
    assertThat(response.get("Cache-Control")).isEqualTo("public, max-age=300");
    assertThat(response.get("X-Content-Type-Options")).isEqualTo("nosniff");
    JWKSet set = JWKSet.parse(response.getContent());
    assertThat(set.getKeys()).extracting(JWK::getKeyID).containsExactly("first", "second");
    assertThat(set.getKeys()).allMatch(key -> KeyUse.SIGNATURE.equals(key.getKeyUse()));
    assertThat(set.getKeys()).noneMatch(JWK::isPrivate);
    assertThat(response.getContent()).doesNotContain(SECRET, "\"d\"", "\"p\"", "\"k\"");
  }

  @Test
  void publishesWhatVerifiesOurTokensElsewhere() throws Exception {
    Identity alice = new Identity("alice", Set.of(), Set.of());
    SignedJWT token = SignedJWT.parse(realm.tokenIssuer().issue(alice, Set.of()).value());

    JWKSet set = JWKSet.parse(jetty.send("GET " + PATH).getContent());

    RSAKey key = (RSAKey) set.getKeyByKeyId(token.getHeader().getKeyID());
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
  }

  @Test
  void answersHeadWithTheSameFieldsAndNoBody() throws Exception {
    HttpTester.Response get = jetty.send("GET " + PATH);

    HttpTester.Response head = jetty.send("HEAD " + PATH);

    assertThat(head.getStatus()).isEqualTo(200);
    assertThat(head.get("ETag")).isEqualTo(get.get("ETag"));
    assertThat(head.get("Content-Length"))
        .isEqualTo(String.valueOf(get.getContent().getBytes(UTF_8).length));
    assertThat(head.getContent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
  void sendsNothingAgainToWhoHasIt(String field) throws Exception {
    String tag = jetty.send("GET " + PATH).get("ETag");

    HttpTester.Response response =
        jetty.send("GET " + PATH, "If-None-Match: " + field.formatted(tag));

    assertThat(response.getStatus()).isEqualTo(304);
    assertThat(response.get("ETag")).isEqualTo(tag);
    assertThat(response.get("Cache-Control")).isEqualTo("public, max-age=300");
    assertThat(response.getContent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"other\"", "", "garbage", "\""})
  void sendsAllToWhoHasAnother(String field) throws Exception {
    HttpTester.Response response = jetty.send("GET " + PATH, "If-None-Match: " + field);

    assertThat(response.getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"POST,405", "PUT,405", "DELETE,405", "TRACE,405", "OPTIONS,204"})
  void allowsNothingButReading(String method, int status) throws Exception {
    HttpTester.Response response = jetty.send(method + " " + PATH);

    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(response.get("Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @Test
  @Timeout(30)
  void publishesAKeyThatIsPutIn() throws Exception {
    String tag = jetty.send("GET " + PATH).get("ETag");
    JWK third = new ECKeyGenerator(Curve.P_256).keyID("third").generate();
    Files.writeString(keys, "\n" + third.toJSONString(), StandardOpenOption.APPEND);
    Files.setLastModifiedTime(keys, FileTime.from(Instant.EPOCH));

    HttpTester.Response response;
    do {
      response = jetty.send("GET " + PATH, "If-None-Match: " + tag);
    } while (response.getStatus() == 304);

    assertThat(JWKSet.parse(response.getContent()).getKeys())
        .extracting(JWK::getKeyID)
        .containsExactly("first", "second", "third");
  }

  @Test
  void opensNothingBesides() throws Exception {
    assertThat(jetty.send("GET /app/who").getStatus()).isEqualTo(401);
    assertThat(jetty.send("GET " + PATH + "/x").getStatus()).isEqualTo(401);
  }

  @Test
  void looksAtNoCredential() throws Exception {
    HttpTester.Response response = jetty.send("GET " + PATH, "Authorization: Bearer x");

    assertThat(response.getStatus()).isEqualTo(200);
  }
}
