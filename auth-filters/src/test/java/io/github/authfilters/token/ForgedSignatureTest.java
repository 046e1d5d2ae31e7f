package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.authfilters.token.RejectedToken.Reason;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures that other libraries have taken, or that are another spelling of a good one. */
final class ForgedSignatureTest {

  /** The order of Ed25519's group: RFC 8032, section 5.1. */
  private static final BigInteger ED25519_ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private final Provider provider =
      new Provider(
          KeyPairs.set(
              KeyPairs.RSA.jwk(),
              KeyPairs.P256.jwk(),
              KeyPairs.P384.jwk(),
              KeyPairs.P521.jwk(),
              KeyPairs.ED25519.jwk()));

  private static String resigned(String token, byte[] signature) {
    return token.substring(0, token.lastIndexOf('.') + 1) + Tokens.encode(signature);
  }

  private static byte[] signature(String token) {
    return Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
  }

  static Stream<Arguments> specials() {
    return Stream.of(
            specials("ES256", KeyPairs.P256, 32),
            specials("ES384", KeyPairs.P384, 48),
            specials("ES512", KeyPairs.P521, 66))
        .flatMap(rows -> rows);
  }

  private static Stream<Arguments> specials(String algorithm, KeyPairs key, int length) {
    BigInteger n = ((ECPublicKey) key.pair().getPublic()).getParams().getOrder();
    BigInteger p =
        ((ECFieldFp) ((ECPublicKey) key.pair().getPublic()).getParams().getCurve().getField())
            .getP();
    List<BigInteger> values =
        List.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            n.subtract(BigInteger.ONE),
            n,
            n.add(BigInteger.ONE),
            p);
    List<String> names = List.of("0", "1", "n-1", "n", "n+1", "p");
    return IntStream.range(0, values.size() * values.size())
        .mapToObj(
            i -> {
              int r = i / values.size();
              int s = i % values.size();
              return argumentSet(
                  "%s r=%s s=%s".formatted(algorithm, names.get(r), names.get(s)),
                  algorithm,
                  key,
                  concat(values.get(r), values.get(s), length));
            });
  }

  private static byte[] concat(BigInteger r, BigInteger s, int length) {
    byte[] both = new byte[2 * length];
    put(r, both, length);
    put(s, both, 2 * length);
    return both;
  }

  private static void put(BigInteger value, byte[] bytes, int end) {
    byte[] magnitude = value.toByteArray();
    int from = magnitude[0] == 0 ? 1 : 0;
    int length = magnitude.length - from;
    System.arraycopy(magnitude, from, bytes, end - length, length);
  }

  @ParameterizedTest
  @MethodSource("specials")
  void refusesSpecialNumbers(String algorithm, KeyPairs key, byte[] signature) {
    String token = key.token(algorithm, provider.claims(""));

    assertThat(provider.refusal(resigned(token, signature))).isEqualTo(Reason.BAD_SIGNATURE);
  }

  static Stream<Arguments> lengths() {
    return Stream.of(
        argumentSet("RS256", "RS256", KeyPairs.RSA),
        argumentSet("PS256", "PS256", KeyPairs.RSA),
        argumentSet("ES256", "ES256", KeyPairs.P256),
        argumentSet("ES384", "ES384", KeyPairs.P384),
        argumentSet("ES512", "ES512", KeyPairs.P521),
        argumentSet("EdDSA", "EdDSA", KeyPairs.ED25519));
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void refusesAnotherLength(String algorithm, KeyPairs key) {
    String token = key.token(algorithm, provider.claims(""));
    byte[] good = signature(token);
    byte[] longer = Arrays.copyOf(good, good.length + 1);
    byte[] zeroBefore = new byte[good.length + 1];
    System.arraycopy(good, 0, zeroBefore, 1, good.length);
    byte[] doubled = Arrays.copyOf(good, 2 * good.length);

    for (byte[] bad :
        new byte[][] {
          {},
          {0},
          Arrays.copyOf(good, good.length - 1),
          longer,
          zeroBefore,
          doubled,
          new byte[good.length],
          new byte[4000]
        }) {
      assertThat(provider.refusal(resigned(token, bad))).isEqualTo(Reason.BAD_SIGNATURE);
    }
    assertThat(provider.verified(token).subject()).isEqualTo("bob");
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void refusesEachChangedBit(String algorithm, KeyPairs key) {
    String token = key.token(algorithm, provider.claims(""));
    byte[] good = signature(token);

    for (int bit : new int[] {0, 7, good.length * 4, good.length * 8 - 8, good.length * 8 - 1}) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(provider.refusal(resigned(token, bad))).isEqualTo(Reason.BAD_SIGNATURE);
    }
  }

  @Test
  void refusesDerInsteadOfTwoNumbers() throws Exception {
    String token = KeyPairs.P256.token("ES256", provider.claims(""));
    Signature signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(KeyPairs.P256.pair().getPrivate());
    signer.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));

    assertThat(provider.refusal(resigned(token, signer.sign()))).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void refusesAnRsaSignaturePlusTheModulus() {
    BigInteger n = ((RSAPublicKey) KeyPairs.RSA.pair().getPublic()).getModulus();
    String token = KeyPairs.RSA.token("RS256", provider.claims(""));
    BigInteger more = new BigInteger(1, signature(token)).add(n);
    byte[] bad = new byte[more.bitLength() / 8 + 1];
    put(more, bad, bad.length);

    assertThat(provider.refusal(resigned(token, bad))).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void refusesAnEd25519SignaturePlusTheOrder() {
    String token = KeyPairs.ED25519.token("EdDSA", provider.claims(""));
    byte[] bad = signature(token);
    byte[] littleEndian = Arrays.copyOfRange(bad, 32, 64);
    byte[] sum = new byte[32];
    put(new BigInteger(1, reversed(littleEndian)).add(ED25519_ORDER), sum, 32);
    System.arraycopy(reversed(sum), 0, bad, 32, 32);

    assertThat(provider.refusal(resigned(token, bad))).isEqualTo(Reason.BAD_SIGNATURE);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  @Test
  void refusesARevokedTokenWithTheOtherSignatureThatEcdsaAllows() {
    BigInteger n = ((ECPublicKey) KeyPairs.P256.pair().getPublic()).getParams().getOrder();
    String token = KeyPairs.P256.token("ES256", provider.claims(""));
    byte[] good = signature(token);
    BigInteger r = new BigInteger(1, Arrays.copyOf(good, 32));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, 32, 64));
    String other = resigned(token, concat(r, n.subtract(s), 32));
    assertThat(provider.verified(other)).isEqualTo(provider.verified(token));

    provider.verifier.revoke(provider.verified(token));

    assertThat(provider.refusal(other)).isEqualTo(Reason.REVOKED);
  }
}
