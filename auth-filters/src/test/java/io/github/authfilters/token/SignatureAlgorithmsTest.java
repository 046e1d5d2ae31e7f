package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.authfilters.token.RejectedToken.Reason;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which algorithms count for the keys of another issuer, and that no token can choose. */
final class SignatureAlgorithmsTest {

  private static final List<KeyPairs> ALL =
      List.of(KeyPairs.RSA, KeyPairs.P256, KeyPairs.P384, KeyPairs.P521, KeyPairs.ED25519);

  private static final String SET =
      KeyPairs.set(ALL.stream().map(KeyPairs::jwk).toArray(String[]::new));

  private static Provider allowing(String... algorithms) {
    return new Provider(
        Issuers.settings(
            Provider.NAME, Set.of(Provider.AUDIENCE), Set.of(algorithms), Optional.empty()),
        SET);
  }

  static Stream<Arguments> algorithms() {
    return Stream.of(
            rows(KeyPairs.RSA, "RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
            rows(KeyPairs.P256, "ES256"),
            rows(KeyPairs.P384, "ES384"),
            rows(KeyPairs.P521, "ES512"),
            rows(KeyPairs.ED25519, "EdDSA", "Ed25519"))
        .flatMap(rows -> rows);
  }

  private static Stream<Arguments> rows(KeyPairs key, String... names) {
    return Stream.of(names).map(name -> argumentSet(name, key, name));
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void acceptsEachAlgorithmThatTheKeyFits(KeyPairs key, String algorithm) {
    Provider provider = allowing();

    assertThat(provider.verified(key.token(algorithm, provider.claims(""))).subject())
        .isEqualTo("bob");
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void acceptsAnAlgorithmThatTheIssuerMayUse(KeyPairs key, String algorithm) {
    Provider provider = allowing(algorithm);

    assertThat(provider.verified(key.token(algorithm, provider.claims(""))).subject())
        .isEqualTo("bob");
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void refusesAnAlgorithmThatTheIssuerMayNotUse(KeyPairs key, String algorithm) {
    String another = algorithm.equals("PS256") ? "RS256" : "PS256";
    Provider provider = allowing(another);

    String token = key.token(algorithm, ",\"kid\":\"rsa\"", provider.claims(""));

    assertThat(provider.refusal(token)).isEqualTo(Reason.WRONG_ALGORITHM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS384", "RS512", "PS256"})
  void refusesAnotherAlgorithmThanTheKeySays(String algorithm) {
    Provider provider = new Provider(KeyPairs.set(KeyPairs.RSA.jwk(",\"alg\":\"RS256\"")));

    assertThat(provider.refusal(KeyPairs.RSA.token(algorithm, provider.claims(""))))
        .isEqualTo(Reason.WRONG_ALGORITHM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EdDSA", "Ed25519"})
  void takesTheTwoNamesOfEd25519ForOne(String name) {
    Provider provider =
        new Provider(KeyPairs.set(KeyPairs.ED25519.jwk(",\"alg\":\"" + name + "\"")));

    for (String algorithm : List.of("EdDSA", "Ed25519")) {
      String token = KeyPairs.ED25519.token(algorithm, provider.claims(""));
      assertThat(provider.verified(token).subject()).isEqualTo("bob");
    }
  }

  /** What a library might take for the secret that it is asked to check an HMAC by. */
  static Stream<Arguments> publicSecrets() {
    String pem = Pem.publicBlock(KeyPairs.RSA.pair()).replace("\r", "");
    byte[] modulus = ((RSAPublicKey) KeyPairs.RSA.pair().getPublic()).getModulus().toByteArray();
    String jwk = KeyPairs.RSA.jwk();
    return Stream.of(
        argumentSet("PEM", (Object) bytes(pem)),
        argumentSet("PEM without a line end", (Object) bytes(pem.strip())),
        argumentSet("DER", (Object) KeyPairs.RSA.pair().getPublic().getEncoded()),
        argumentSet("modulus", (Object) modulus),
        argumentSet("JWK", (Object) bytes(jwk)),
        argumentSet("JWK set", (Object) bytes(SET)),
        argumentSet("EC DER", (Object) KeyPairs.P256.pair().getPublic().getEncoded()),
        argumentSet("nothing", (Object) new byte[1]));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("publicSecrets")
  void refusesAnHmacByThePublicKey(byte[] secret) {
    Provider provider = allowing();
    Tokens mallory = new Tokens(Tokens.encode(secret));

    for (String kid : List.of("", ",\"kid\":\"rsa\"", ",\"kid\":\"p256\"")) {
      String token = mallory.sign("{\"alg\":\"HS256\"" + kid + "}", provider.claims(""));
      assertThat(provider.refusal(token)).isEqualTo(Reason.WRONG_ALGORITHM);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"none", "None", "NONE", "", "rs256", "ES256K", "HS512", "RSA1_5", "Ed448", "dir"})
  void refusesAnUnknownAlgorithm(String algorithm) {
    Provider provider = allowing();
    String unsigned = "{\"alg\":\"" + algorithm + "\"}";

    assertThat(provider.refusal(Tokens.OURS.sign(unsigned, provider.claims(""))))
        .isEqualTo(Reason.WRONG_ALGORITHM);
  }

  @Test
  void refusesASignatureUnderTheNameOfAnotherAlgorithm() {
    Provider provider = allowing();
    String pss = KeyPairs.RSA.token("PS256", provider.claims(""));
    String header = Tokens.encode("{\"alg\":\"RS256\",\"kid\":\"rsa\"}");

    String renamed = header + pss.substring(pss.indexOf('.'));

    assertThat(provider.refusal(renamed)).isEqualTo(Reason.BAD_SIGNATURE);
  }
}
