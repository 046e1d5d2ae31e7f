package io.github.authfilters.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.github.authfilters.FakeClock;
import io.github.authfilters.identity.Identity;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MakeKeyTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return new MakeKey(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            new SecureRandom())
        .run(arguments);
  }

  private String made(String... arguments) {
    assertThat(run(arguments)).as(err.toString(UTF_8)).isZero();
    return out.toString(UTF_8);
  }

  private static String token(SigningKeys keys, FakeClock clock) {
    return new TokenIssuer("us", "us", Duration.ofMinutes(1), () -> keys, clock, new SecureRandom())
        .issue(new Identity("alice", Set.of(), Set.of()), Set.of())
        .value();
  }

  @ParameterizedTest
  @CsvSource({"Ed25519,EdDSA", "ES256,ES256", "RS256,RS256", "HS256,HS256"})
  void makesAKeyThatSignsAndVerifies(String type, String algorithm) {
    FakeClock clock = new FakeClock();
    SigningKeys keys = SigningKeys.parse(List.of(made("--type", type)));
    TokenVerifier verifier =
        new TokenVerifier(
            List.of(TrustedIssuer.ourselves("us", "us", () -> keys)),
            new MemoryRevocationList(clock),
            clock);

    String token = token(keys, clock);

    assertThat(
            new String(
                Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), UTF_8))
        .contains("\"alg\":\"" + algorithm + "\"");
    assertThat(verifier.verify(token)).isInstanceOf(VerifiedToken.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "ES256", "RS256"})
  void makesAKeyWhosePublicHalfIsPublishedAlone(String type) throws Exception {
    String key = made("--type", type, "--kid", "2026-11");

    JWKSet published = JWKSet.parse(SigningKeys.parse(List.of(key)).publicKeys());

    assertThat(published.getKeys()).extracting(JWK::getKeyID).containsExactly("2026-11");
    assertThat(published.getKeys()).noneMatch(JWK::isPrivate);
    assertThat(JWK.parse(key).toPublicJWK().getRequiredParams())
        .isEqualTo(published.getKeys().get(0).getRequiredParams());
  }

  @Test
  void publishesNothingOfASecret() {
    assertThat(SigningKeys.parse(List.of(made("--type", "HS256"))).publicKeys())
        .isEqualTo("{\"keys\":[]}");
  }

  @Test
  void namesAKeyByTheHashByWhichItIsKnownWithoutAName() throws Exception {
    JWK key = JWK.parse(made());

    assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString().substring(0, 16));
    assertThat(key.getAlgorithm().getName()).isEqualTo("ES256");
  }

  @Test
  void givesASecretANameWhereItIsToldTo() {
    SigningKeys keys = SigningKeys.parse(List.of(made("--type", "HS256", "--kid", "a")));

    assertThat(keys.keyIds()).containsExactly("a");
  }

  @Test
  void neverMakesTheSameKeyTwice() {
    run();
    run();

    assertThat(out.toString(UTF_8).lines()).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void writesAFileThatOnlyItsOwnerCanRead(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("key");

    String printed = made("--out", file.toString());

    SigningKeys keys = SigningKeys.parse(List.of(Files.readString(file)));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(printed).isEqualTo(file + ": ES256, kid " + keys.keyIds().get(0) + "\n");
  }

  @Test
  void overwritesNothing(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "old");

    assertThat(run("--out", file.toString())).isEqualTo(2);
    assertThat(Files.readString(file)).isEqualTo("old");
    assertThat(err.toString(UTF_8)).contains("is there already; nothing was made");
  }

  @Test
  void tellsThatAFileCanNotBeWritten(@TempDir Path folder) {
    assertThat(run("--out", folder.resolve("none/key").toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("can't be written");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--type RS512", "--type", "--kid", "--kid a/b", "--out", "--Kid a", "key", "-h"})
  void refusesWhatItDoesNotUnderstand(String arguments) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(out.size()).isZero();
    assertThat(err.size()).isPositive();
  }

  @Test
  void explainsItself() {
    assertThat(made("--help")).contains("--type", "--kid", "--out");
  }
}
