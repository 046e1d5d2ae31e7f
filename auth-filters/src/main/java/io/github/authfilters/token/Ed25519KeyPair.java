package io.github.authfilters.token;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 keys on their way between JWK (RFC 8037) and the JDK (RFC 8410). */
final class Ed25519KeyPair {

  private static final int LENGTH = 32;

  /** All of the encoded keys but their last 32 bytes: RFC 8410, section 10. */
  private static final byte[] PRIVATE_PREFIX =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519KeyPair() {}

  static PrivateKey privateKey(OctetKeyPair jwk) throws GeneralSecurityException {
    byte[] encoded = concat(PRIVATE_PREFIX, jwk.getDecodedD());
    return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  static PublicKey publicKey(OctetKeyPair jwk) throws GeneralSecurityException {
    byte[] encoded = concat(PUBLIC_PREFIX, jwk.getDecodedX());
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static byte[] concat(byte[] prefix, byte[] key) throws GeneralSecurityException {
    if (key.length != LENGTH) {
      throw new GeneralSecurityException("an Ed25519 key has 32 bytes");
    }
    byte[] encoded = Arrays.copyOf(prefix, prefix.length + LENGTH);
    System.arraycopy(key, 0, encoded, prefix.length, LENGTH);
    return encoded;
  }

  static OctetKeyPair jwk(PublicKey key) {
    return builder(key).build();
  }

  /** With the public half, which the JDK computes only where it makes a pair of its own. */
  static OctetKeyPair jwk(EdECPrivateKey key) throws GeneralSecurityException {
    byte[] seed = key.getBytes().orElseThrow(() -> new GeneralSecurityException("no seed"));
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    generator.initialize(NamedParameterSpec.ED25519, new Repeating(seed));
    KeyPair pair = generator.generateKeyPair();
    if (!(pair.getPrivate() instanceof EdECPrivateKey made)
        || !Arrays.equals(made.getBytes().orElse(new byte[0]), seed)) {
      throw new GeneralSecurityException("this provider makes another key of the seed");
    }
    return builder(pair.getPublic()).d(Base64URL.encode(seed)).build();
  }

  private static OctetKeyPair.Builder builder(PublicKey key) {
    byte[] encoded = key.getEncoded();
    byte[] x = Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
    return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x));
  }

  /** Hands out a known seed, so that a generator makes the pair that belongs to it. */
  private static final class Repeating extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Repeating(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = seed[i % seed.length];
      }
    }
  }
}
