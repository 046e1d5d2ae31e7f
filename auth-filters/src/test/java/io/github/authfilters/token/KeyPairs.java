package io.github.authfilters.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Map;

/**
 * A key pair of another issuer, which signs tokens by the JDK, and by nothing of the code under
 * test.
 */
record KeyPairs(String kid, KeyPair pair) {

  static final KeyPairs RSA = new KeyPairs("rsa", Pem.rsa(2048));
  static final KeyPairs P256 = new KeyPairs("p256", Pem.ec("secp256r1"));
  static final KeyPairs P384 = new KeyPairs("p384", Pem.ec("secp384r1"));
  static final KeyPairs P521 = new KeyPairs("p521", Pem.ec("secp521r1"));
  static final KeyPairs ED25519 = new KeyPairs("ed", Pem.pair("Ed25519"));

  private static final Map<String, String> JDK_NAMES =
      Map.of(
          "RS256", "SHA256withRSA",
          "RS384", "SHA384withRSA",
          "RS512", "SHA512withRSA",
          "ES256", "SHA256withECDSAinP1363Format",
          "ES384", "SHA384withECDSAinP1363Format",
          "ES512", "SHA512withECDSAinP1363Format",
          "EdDSA", "Ed25519",
          "Ed25519", "Ed25519");

  KeyPairs named(String another) {
    return new KeyPairs(another, pair);
  }

  String token(String algorithm, String claims) {
    return token(algorithm, ",\"kid\":\"" + kid + "\"", claims);
  }

  /** With these members behind {@code alg} in the header. */
  String token(String algorithm, String more, String claims) {
    String header = "{\"alg\":\"" + algorithm + "\"" + more + "}";
    String signingInput = Tokens.encode(header) + '.' + Tokens.encode(claims);
    return signingInput + '.' + Tokens.encode(sign(algorithm, signingInput));
  }

  byte[] sign(String algorithm, String signingInput) {
    try {
      Signature signature = Signature.getInstance(JDK_NAMES.getOrDefault(algorithm, "RSASSA-PSS"));
      if (algorithm.startsWith("PS")) {
        signature.setParameter(pss(algorithm.substring(2)));
      }
      signature.initSign(pair.getPrivate());
      signature.update(signingInput.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AlgorithmParameterSpec pss(String bits) {
    return new PSSParameterSpec(
        "SHA-" + bits, "MGF1", new MGF1ParameterSpec("SHA-" + bits), Integer.parseInt(bits) / 8, 1);
  }

  String jwk() {
    return jwk("");
  }

  /** The public half, with these members behind it. */
  String jwk(String more) {
    return "{\"kid\":\"" + kid + "\"," + publicMembers() + more + "}";
  }

  static String set(String... jwks) {
    return "{\"keys\":[" + String.join(",", jwks) + "]}";
  }

  private String publicMembers() {
    if (pair.getPublic() instanceof RSAPublicKey rsa) {
      return "\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"%s\""
          .formatted(
              encoded(rsa.getModulus().toByteArray(), (rsa.getModulus().bitLength() + 7) / 8),
              encoded(rsa.getPublicExponent().toByteArray(), 3));
    }
    if (pair.getPublic() instanceof ECPublicKey ec) {
      int bits = ec.getParams().getCurve().getField().getFieldSize();
      int length = (bits + 7) / 8;
      return "\"kty\":\"EC\",\"crv\":\"P-%d\",\"x\":\"%s\",\"y\":\"%s\""
          .formatted(
              bits,
              encoded(ec.getW().getAffineX().toByteArray(), length),
              encoded(ec.getW().getAffineY().toByteArray(), length));
    }
    return "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\""
        .formatted(encoded(pair.getPublic().getEncoded(), 32));
  }

  /** The last bytes, with zeros before them where there are too few. */
  private static String encoded(byte[] bytes, int length) {
    byte[] fixed = new byte[length];
    int used = Math.min(length, bytes.length);
    System.arraycopy(bytes, bytes.length - used, fixed, length - used, used);
    return Tokens.encode(Arrays.copyOf(fixed, length));
  }

  @Override
  public String toString() {
    return "KeyPairs[" + kid + "]";
  }
}
