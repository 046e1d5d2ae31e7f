package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.authfilters.identity.Identity;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SigningKeysTest {

  private static final String SECRET = Tokens.OURS.secret();
  private static final String OTHER = Tokens.MALLORY.secret();
  private static final KeyPair RSA = Pem.rsa(2048);
  private static final KeyPair P256 = Pem.ec("secp256r1");

  private static String oct(String kid, String secret) {
    return "{\"kty\":\"oct\",\"kid\":\"%s\",\"k\":\"%s\"}".formatted(kid, secret);
  }

  private static String ecJwk() {
    return new ECKey.Builder(Curve.P_256, (ECPublicKey) P256.getPublic())
        .privateKey((ECPrivateKey) P256.getPrivate())
        .build()
        .toJSONString();
  }

  private static String rsaJwk() {
    return new RSAKey.Builder((RSAPublicKey) RSA.getPublic())
        .privateKey((RSAPrivateCrtKey) RSA.getPrivate())
        .build()
        .toJSONString();
  }

  static Stream<Arguments> goodKeys() {
    return Stream.of(
        argumentSet("secret", SECRET, "HS256"),
        argumentSet("secret with padding and line end", SECRET + "=\r\n", "HS256"),
        argumentSet("secret behind a mark", "\uFEFF" + SECRET, "HS256"),
        argumentSet("secret JWK", oct("a", SECRET), "HS256"),
        argumentSet("JWK set", "{\"keys\":[" + oct("a", SECRET) + "]}", "HS256"),
        argumentSet("EC JWK", ecJwk(), "ES256"),
        argumentSet("RSA JWK", rsaJwk(), "RS256"),
        argumentSet("RSA PEM", Pem.privateBlock(RSA), "RS256"),
        argumentSet("P-256 PEM in one block", Pem.p256InOne(P256, P256), "ES256"),
        argumentSet("P-256 PEM in two blocks", Pem.ofEc("secp256r1"), "ES256"),
        argumentSet("public half first", Pem.publicBlock(P256) + Pem.privateBlock(P256), "ES256"),
        argumentSet("P-384 PEM", Pem.ofEc("secp384r1"), "ES384"),
        argumentSet("P-521 PEM", Pem.ofEc("secp521r1"), "ES512"),
        argumentSet("Ed25519 PEM", Pem.ofPrivate("Ed25519"), "EdDSA"),
        argumentSet("PEM behind words", "my key\n" + Pem.ofPrivate("Ed25519"), "EdDSA"));
  }

  @ParameterizedTest
  @MethodSource("goodKeys")
  void signsByTheAlgorithmOfTheKeyAndVerifiesIt(String text, String algorithm) {
    Realm realm = new Realm();
    SigningKeys keys = SigningKeys.parse(List.of(text));
    TokenIssuer issuer =
        new TokenIssuer(
            Realm.US,
            Realm.AUDIENCE,
            Duration.ofHours(1),
            () -> keys,
            realm.clock,
            new SecureRandom());
    TokenVerifier verifier =
        new TokenVerifier(
            List.of(TrustedIssuer.ourselves(Realm.US, Realm.AUDIENCE, () -> keys)),
            realm.revoked,
            realm.clock);

    IssuedToken token = issuer.issue(new Identity("alice", Set.of(), Set.of()), Set.of());

    assertThat(keys.signing().algorithm()).isEqualTo(algorithm);
    assertThat(verifier.verify(token.value())).isInstanceOf(VerifiedToken.class);
  }

  @Test
  void takesNoSignatureOfAnAsymmetricKeyThatWasChanged() {
    for (String text : List.of(rsaJwk(), ecJwk(), Pem.ofPrivate("Ed25519"))) {
      TokenKey key = SigningKeys.parse(List.of(text)).signing();
      byte[] signature = key.sign(new byte[] {1});

      assertThat(key.verifies(key.algorithm(), new byte[] {2}, signature)).isFalse();
      assertThat(key.verifies(key.algorithm(), new byte[] {1}, new byte[signature.length]))
          .isFalse();
      assertThat(key.verifies(key.algorithm(), new byte[] {1}, new byte[0])).isFalse();
      assertThat(key.verifies(key.algorithm(), new byte[] {1}, new byte[1000])).isFalse();
    }
  }

  @Test
  void keepsTheOrderOfAllSources() {
    SigningKeys keys =
        SigningKeys.parse(List.of(SECRET + "\n\n" + OTHER, Pem.publicBlock(RSA), ecJwk()));

    assertThat(keys.keySet().all())
        .extracting(TokenKey::algorithm)
        .containsExactly("HS256", "HS256", "RS256", "ES256");
    assertThat(keys.keySet().all())
        .extracting(TokenKey::signs)
        .containsExactly(true, true, false, true);
  }

  @Test
  void namesAKeyByItsKidOrItsThumbprint() {
    SigningKeys keys = SigningKeys.parse(List.of(oct("2026-11", SECRET), OTHER));

    assertThat(keys.signing().id()).isEqualTo("2026-11");
    assertThat(keys.keySet().all().get(1).id())
        .hasSize(16)
        .isEqualTo(SigningKeys.parse(List.of(OTHER)).signing().id());
  }

  @Test
  void countsAKeyThatIsThereTwiceOnce() {
    SigningKeys keys = SigningKeys.parse(List.of(SECRET, SECRET));

    assertThat(keys.keySet().all()).hasSize(1);
  }

  @Test
  void generatesAnotherSecretEachTime() {
    SecureRandom random = new SecureRandom();

    TokenKey one = SigningKeys.generated(random).signing();
    TokenKey two = SigningKeys.generated(random).signing();

    assertThat(one.algorithm()).isEqualTo("HS256");
    assertThat(one.id()).isNotEqualTo(two.id());
  }

  private static final String RECIPE = "openssl rand -base64 32";

  static Stream<Arguments> badKeys() {
    KeyPair other = Pem.ec("secp256r1");
    byte[] der = P256.getPrivate().getEncoded();
    return Stream.of(
        argumentSet("nothing", "", "no key"),
        argumentSet("blank lines", " \n\n", "no key"),
        argumentSet("a short secret", "c2hvcnQ", RECIPE),
        argumentSet("31 bytes", SECRET.substring(0, 40) + "Aw", RECIPE),
        argumentSet("standard base64 +", SECRET.replace('S', '+'), RECIPE),
        argumentSet("standard base64 /", SECRET.replace('S', '/'), "- and _"),
        argumentSet("leftover bits", SECRET.substring(0, 42) + "N", RECIPE),
        argumentSet("a blank in it", SECRET.replace('S', ' '), RECIPE),
        argumentSet("too much padding", SECRET + "===", RECIPE),
        argumentSet("a good and a bad one", SECRET + "\nshort", RECIPE),
        argumentSet("JSON cut off", "{\"kty\":", "malformed"),
        argumentSet("JSON with a member twice", "{\"kty\":\"oct\",\"kty\":\"oct\"}", "malformed"),
        argumentSet("no JWK", "{\"k\":\"" + SECRET + "\"}", "malformed"),
        argumentSet("JWK set, empty", "{\"keys\":[]}", "no key"),
        argumentSet("JWK set of texts", "{\"keys\":[\"" + SECRET + "\"]}", "malformed"),
        argumentSet("short secret JWK", oct("a", "c2hvcnQ"), RECIPE),
        argumentSet("kid blank", oct(" ", SECRET), "kid"),
        argumentSet("kid long", oct("x".repeat(129), SECRET), "kid"),
        argumentSet("JWK of another alg", oct("a\",\"alg\":\"HS512", SECRET), "\"alg\":\"HS256\""),
        argumentSet("JWK to encrypt", oct("a\",\"use\":\"enc", SECRET), "\"use\":\"sig\""),
        argumentSet("RSA of 1024 bits", Pem.privateBlock(Pem.rsa(1024)), "2048"),
        argumentSet("RSA public only", Pem.publicBlock(RSA), "first"),
        argumentSet("EC without public half", Pem.privateBlock(P256), "-pubout"),
        argumentSet(
            "EC with a public half of another",
            Pem.privateBlock(P256) + Pem.publicBlock(other),
            "belong together"),
        argumentSet("the same in one block", Pem.p256InOne(P256, other), "belong together"),
        argumentSet("X25519", Pem.ofPrivate("X25519"), "Ed25519"),
        argumentSet("Ed448", Pem.ofPrivate("Ed448"), "Ed25519"),
        argumentSet("DSA", Pem.ofPrivate("DSA"), "Ed25519"),
        argumentSet("PKCS#1", Pem.block("RSA PRIVATE KEY", der), "-topk8"),
        argumentSet("SEC1", Pem.block("EC PRIVATE KEY", der), "-topk8"),
        argumentSet("encrypted PEM", Pem.block("ENCRYPTED PRIVATE KEY", der), "decrypt"),
        argumentSet("a certificate", Pem.block("CERTIFICATE", der), "certificate"),
        argumentSet("another PEM", Pem.block("DH PARAMETERS", der), "PRIVATE KEY"),
        argumentSet("PEM cut off", Pem.privateBlock(RSA).substring(0, 400), "doesn't end"),
        argumentSet("PEM of no DER", Pem.block("PRIVATE KEY", new byte[40]), "can't be read"),
        argumentSet("two kids the same", setOf(oct("a", SECRET), oct("a", OTHER)), "same kid"));
  }

  private static String setOf(String one, String two) {
    return "{\"keys\":[" + one + "," + two + "]}";
  }

  @ParameterizedTest
  @MethodSource("badKeys")
  void refusesABadKeyAndSaysTheRule(String text, String rule) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKeys.parse(List.of(text)))
        .withMessageContaining(rule)
        .withNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(secretsOf(text)));
  }

  /** Every run of 16 characters that could be of a key. */
  private static List<String> secretsOf(String text) {
    return Stream.concat(
            Stream.of("no such secret"),
            text.lines().filter(line -> !line.startsWith("--") && !line.startsWith("{")))
        .filter(line -> line.length() >= 6)
        .map(line -> line.substring(0, Math.min(16, line.length())))
        .toList();
  }

  @Test
  void refusesThatThereIsNoSource() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKeys.parse(List.of()))
        .withMessageContaining(RECIPE);
  }

  @Test
  void saysWhichSourceIsBad() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKeys.parse(List.of(SECRET, "short")))
        .withMessageStartingWith("key source 2: ");
  }
}
