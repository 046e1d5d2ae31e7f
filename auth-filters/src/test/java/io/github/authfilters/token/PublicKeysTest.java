package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.github.authfilters.identity.Identity;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The public halves of our own keys, by which others verify our tokens. */
final class PublicKeysTest {

  private static final KeyPair RSA = Pem.rsa(2048);

  private static String rsaJwk(String algorithm) {
    return new RSAKey.Builder((RSAPublicKey) RSA.getPublic())
        .privateKey((RSAPrivateCrtKey) RSA.getPrivate())
        .algorithm(JWSAlgorithm.parse(algorithm))
        .keyID("2026-11")
        .build()
        .toJSONString();
  }

  static Stream<Arguments> keys() throws Exception {
    String withMore =
        new ECKeyGenerator(Curve.P_256)
            .keyID("a \"kid\"")
            .keyOperations(Set.of(KeyOperation.SIGN))
            .generate()
            .toJSONString();
    return Stream.of(
        argumentSet("RSA", Pem.privateBlock(RSA), "RS256", Set.of("n", "e")),
        argumentSet("RSA for RS384", rsaJwk("RS384"), "RS384", Set.of("n", "e")),
        argumentSet("RSA for PS256", rsaJwk("PS256"), "PS256", Set.of("n", "e")),
        argumentSet("RSA, public only", Pem.publicBlock(RSA), "RS256", Set.of("n", "e")),
        argumentSet("EC JWK", withMore, "ES256", Set.of("crv", "x", "y")),
        argumentSet("P-521", Pem.ofEc("secp521r1"), "ES512", Set.of("crv", "x", "y")),
        argumentSet("Ed25519", Pem.ofPrivate("Ed25519"), "EdDSA", Set.of("crv", "x")));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void showsThePublicMembersAndNoOthers(String text, String algorithm, Set<String> members) {
    SigningKeys keys = SigningKeys.parse(List.of(Tokens.OURS.secret(), text));

    JsonObject set = StrictJson.parse(keys.publicKeys()).orElseThrow();

    List<?> jwks = set.member("keys", List.class).orElseThrow();
    assertThat(jwks).hasSize(1);
    Map<?, ?> jwk = (Map<?, ?>) jwks.get(0);
    Set<Object> expected = new HashSet<>(Set.of("kty", "kid", "use", "alg"));
    expected.addAll(members);
    assertThat(Set.<Object>copyOf(jwk.keySet())).isEqualTo(expected);
    assertThat(jwk.get("kid")).isEqualTo(keys.keyIds().get(1));
    assertThat(jwk.get("use")).isEqualTo("sig");
    assertThat(jwk.get("alg")).isEqualTo(algorithm);
  }

  static Stream<String> signing() {
    return Stream.of(
        Pem.privateBlock(RSA),
        rsaJwk("RS384"),
        rsaJwk("PS256"),
        Pem.ofEc("secp256r1"),
        Pem.ofEc("secp521r1"),
        Pem.ofPrivate("Ed25519"));
  }

  @ParameterizedTest
  @MethodSource("signing")
  void letsOthersVerifyOurTokens(String text) {
    Provider elsewhere = new Provider(SigningKeys.parse(List.of(text)).publicKeys());
    TokenIssuer issuer =
        new TokenIssuer(
            Provider.NAME,
            Provider.AUDIENCE,
            Duration.ofMinutes(1),
            () -> SigningKeys.parse(List.of(text)),
            elsewhere.clock,
            new SecureRandom());

    IssuedToken token = issuer.issue(new Identity("alice", Set.of("a"), Set.of()), Set.of());

    assertThat(elsewhere.verified(token.value()).roles()).containsExactly("a");
  }

  @Test
  void leavesSecretsOut() {
    SigningKeys keys =
        SigningKeys.parse(List.of(Tokens.OURS.secret() + "\n" + Tokens.MALLORY.secret()));

    assertThat(keys.publicKeys()).isEqualTo("{\"keys\":[]}");
    assertThat(keys.keyIds()).hasSize(2);
    assertThat(keys.keyIds().toString())
        .doesNotContain(Tokens.OURS.secret(), Tokens.MALLORY.secret());
  }

  @Test
  void showsAllKeysInTheirOrder() {
    SigningKeys keys =
        SigningKeys.parse(List.of(rsaJwk("RS256"), Tokens.OURS.secret(), Pem.ofPrivate("Ed25519")));

    assertThat(Issuers.keys(keys.publicKeys(), Set.of()).all())
        .extracting(TokenKey::id)
        .containsExactly(keys.keyIds().get(0), keys.keyIds().get(2));
  }
}
