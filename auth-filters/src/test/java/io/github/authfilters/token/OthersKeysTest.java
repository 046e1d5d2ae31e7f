package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The key sets of other issuers, which hold all kinds of keys. */
final class OthersKeysTest {

  private static final String GOOD = KeyPairs.P256.jwk();

  private static Set<String> kids(String... jwks) {
    return Issuers.keys(KeyPairs.set(jwks), Set.of()).all().stream()
        .map(TokenKey::id)
        .collect(Collectors.toSet());
  }

  static Stream<Arguments> useless() {
    String rsa = KeyPairs.RSA.jwk();
    return Stream.of(
        argumentSet(
            "a secret", "{\"kty\":\"oct\",\"kid\":\"x\",\"k\":\"" + Tokens.OURS.secret() + "\"}"),
        argumentSet("to encrypt", KeyPairs.RSA.jwk(",\"use\":\"enc\"")),
        argumentSet("use unknown", KeyPairs.RSA.jwk(",\"use\":\"SIG\"")),
        argumentSet("use a number", KeyPairs.RSA.jwk(",\"use\":1")),
        argumentSet("operations to encrypt", KeyPairs.RSA.jwk(",\"key_ops\":[\"encrypt\"]")),
        argumentSet("operations to sign only", KeyPairs.RSA.jwk(",\"key_ops\":[\"sign\"]")),
        argumentSet("operations none", KeyPairs.RSA.jwk(",\"key_ops\":[]")),
        argumentSet("operations a text", KeyPairs.RSA.jwk(",\"key_ops\":\"verify\"")),
        argumentSet("alg to encrypt", KeyPairs.RSA.jwk(",\"alg\":\"RSA-OAEP\"")),
        argumentSet("alg of a secret", KeyPairs.RSA.jwk(",\"alg\":\"HS256\"")),
        argumentSet("alg none", KeyPairs.RSA.jwk(",\"alg\":\"none\"")),
        argumentSet("alg empty", KeyPairs.RSA.jwk(",\"alg\":\"\"")),
        argumentSet("alg a number", KeyPairs.RSA.jwk(",\"alg\":1")),
        argumentSet("alg of another curve", KeyPairs.P384.jwk(",\"alg\":\"ES256\"")),
        argumentSet("a private half", KeyPairs.RSA.jwk(",\"d\":\"AQAB\"")),
        argumentSet("kty unknown", rsa.replace("\"RSA\"", "\"AKP\"")),
        argumentSet("kty missing", rsa.replace("\"kty\":\"RSA\",", "")),
        argumentSet("kty another", rsa.replace("\"RSA\"", "\"EC\"")),
        argumentSet("RSA of 1024 bits", new KeyPairs("x", Pem.rsa(1024)).jwk()),
        argumentSet("RSA without exponent", rsa.replace(",\"e\":\"AQAB\"", "")),
        argumentSet("RSA exponent 1", rsa.replace("AQAB", "AQ")),
        argumentSet("RSA exponent 2", rsa.replace("AQAB", "Ag")),
        argumentSet("RSA exponent of 72 bits", rsa.replace("AQAB", "AQAAAAAAAAAB")),
        argumentSet("RSA of 8200 bits", rsa(BigInteger.ONE.shiftLeft(8199).add(BigInteger.ONE))),
        argumentSet("RSA even", rsa(BigInteger.ONE.shiftLeft(2047))),
        argumentSet("a power of 65537", rsa(BigInteger.valueOf(65537).pow(130))),
        argumentSet("curve of Bitcoin", KeyPairs.P384.jwk().replace("P-384", "secp256k1")),
        argumentSet("another curve", KeyPairs.P384.jwk().replace("P-384", "P-521")),
        argumentSet("curve missing", KeyPairs.P384.jwk().replace("\"crv\":\"P-384\",", "")),
        argumentSet("off the curve", KeyPairs.P384.jwk().replace("\"x\":\"", "\"x\":\"AA")),
        argumentSet("X25519", KeyPairs.ED25519.jwk().replace("Ed25519", "X25519")),
        argumentSet("Ed448", KeyPairs.ED25519.jwk().replace("Ed25519", "Ed448")),
        argumentSet("31 bytes", KeyPairs.ED25519.jwk().replaceAll("\"x\":\".{2}", "\"x\":\"")),
        argumentSet("n a number", rsa.replaceAll("\"n\":\"[^\"]*\"", "\"n\":1")),
        argumentSet("a text", "\"key\""),
        argumentSet("an array", "[]"),
        argumentSet("empty", "{}"));
  }

  private static String rsa(BigInteger modulus) {
    byte[] bytes = modulus.toByteArray();
    return "{\"kty\":\"RSA\",\"kid\":\"x\",\"e\":\"AQAB\",\"n\":\"" + Tokens.encode(bytes) + "\"}";
  }

  @ParameterizedTest
  @MethodSource("useless")
  void skipsAKeyThatIsNoGood(String jwk) {
    assertThat(kids(jwk, GOOD, jwk)).containsExactly("p256");
  }

  static Stream<Arguments> useful() {
    return Stream.of(
        argumentSet("use", KeyPairs.RSA.jwk(",\"use\":\"sig\"")),
        argumentSet("operations", KeyPairs.RSA.jwk(",\"key_ops\":[\"verify\",\"new\"]")),
        argumentSet("alg", KeyPairs.RSA.jwk(",\"alg\":\"PS512\"")),
        argumentSet("null", KeyPairs.RSA.jwk(",\"alg\":null,\"use\":null,\"x5c\":null")),
        argumentSet("a garbled certificate", KeyPairs.RSA.jwk(",\"x5c\":[\"AA==\"],\"x5t\":1")),
        argumentSet("something new", KeyPairs.RSA.jwk(",\"exp\":\"soon\",\"x\":{\"y\":[1]}")));
  }

  @ParameterizedTest
  @MethodSource("useful")
  void readsAKeyWithMoreToIt(String jwk) {
    assertThat(kids(jwk)).containsExactly("rsa");
  }

  static Stream<Arguments> noSets() {
    return Stream.of(
        argumentSet("nothing", "", "no JWK set"),
        argumentSet("a page", "<html>", "no JWK set"),
        argumentSet("an array", "[" + GOOD + "]", "no JWK set"),
        argumentSet("a key alone", GOOD, "no JWK set"),
        argumentSet("keys an object", "{\"keys\":{}}", "no JWK set"),
        argumentSet("keys twice", "{\"keys\":[],\"keys\":[" + GOOD + "]}", "no JWK set"),
        argumentSet("cut off", "{\"keys\":[" + GOOD, "no JWK set"),
        argumentSet("deep", "{\"keys\":" + "[".repeat(5000), "no JWK set"),
        argumentSet(
            "101 keys",
            KeyPairs.set(Collections.nCopies(101, GOOD).toArray(String[]::new)),
            "101 keys, and 100 is the most"),
        argumentSet("none useful", KeyPairs.set("{}", "{\"kty\":\"oct\"}"), "kty RSA, EC or OKP"),
        argumentSet(
            "only to encrypt",
            KeyPairs.set(KeyPairs.RSA.jwk(",\"use\":\"enc\"")),
            "use or key_ops"));
  }

  @ParameterizedTest
  @MethodSource("noSets")
  void refusesWhatIsNoSetOfUsableKeys(String text, String rule) {
    assertThatThrownBy(() -> KeySet.ofOthers(text, Set.of()))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining(rule);
  }

  @Test
  void saysThatNoKeyFitsTheAllowedAlgorithms() {
    assertThatThrownBy(() -> KeySet.ofOthers(KeyPairs.set(GOOD), Set.of("RS256")))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("[ES256]")
        .hasMessageContaining("allowed algorithms");
  }

  @Test
  void takesAHundredKeys() {
    String[] hundred = Collections.nCopies(100, GOOD).toArray(String[]::new);

    assertThat(Issuers.keys(KeyPairs.set(hundred), Set.of()).all()).hasSize(100);
  }

  @Test
  void takesAnEmptySetForThatThereIsNoKey() {
    assertThat(Issuers.keys("{\"keys\":[]}", Set.of()).all()).isEmpty();
  }

  @Test
  void triesEachOfTheKeysThatHaveTheSameKid() {
    KeyPairs one = KeyPairs.P256.named("same");
    KeyPairs two = new KeyPairs("same", Pem.ec("secp256r1"));
    Provider provider = new Provider(KeyPairs.set(one.jwk(), two.jwk(), KeyPairs.RSA.jwk()));

    assertThat(provider.verified(one.token("ES256", provider.claims(""))).subject())
        .isEqualTo("bob");
    assertThat(provider.verified(two.token("ES256", provider.claims(""))).subject())
        .isEqualTo("bob");
  }

  @Test
  void takesAKeyWithoutAKidForTokensWithoutOne() {
    Provider provider = new Provider(KeyPairs.set(GOOD.replace("\"kid\":\"p256\",", "")));

    String without = KeyPairs.P256.token("ES256", "", provider.claims(""));
    String with = KeyPairs.P256.token("ES256", provider.claims(""));
    String empty = KeyPairs.P256.token("ES256", ",\"kid\":\"\"", provider.claims(""));

    assertThat(provider.verified(without).subject()).isEqualTo("bob");
    assertThat(provider.refusal(with)).isEqualTo(RejectedToken.Reason.UNKNOWN_KEY);
    assertThat(provider.refusal(empty)).isEqualTo(RejectedToken.Reason.UNKNOWN_KEY);
  }
}
