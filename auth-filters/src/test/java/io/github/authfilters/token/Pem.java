package io.github.authfilters.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** PEM texts of new keys, so that no key stands in the sources. */
final class Pem {

  private Pem() {}

  static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyPair ec(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyPair pair(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String block(String label, byte[] der) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(label, body, label);
  }

  static String privateBlock(KeyPair pair) {
    return block("PRIVATE KEY", pair.getPrivate().getEncoded());
  }

  static String publicBlock(KeyPair pair) {
    return block("PUBLIC KEY", pair.getPublic().getEncoded());
  }

  static String ofPrivate(String algorithm) {
    return privateBlock(pair(algorithm));
  }

  /** Both halves, each in a block of its own. */
  static String ofEc(String curve) {
    KeyPair pair = ec(curve);
    return privateBlock(pair) + publicBlock(pair);
  }

  /** One block with both halves, as openssl writes P-256. */
  static String p256InOne(KeyPair privatePair, KeyPair publicPair) {
    byte[] d = ((ECPrivateKey) privatePair.getPrivate()).getS().toByteArray();
    byte[] scalar = new byte[32];
    int length = Math.min(32, d.length);
    System.arraycopy(d, d.length - length, scalar, 32 - length, length);
    byte[] x509 = publicPair.getPublic().getEncoded();
    byte[] point = Arrays.copyOfRange(x509, x509.length - 65, x509.length);
    HexFormat hex = HexFormat.of();
    byte[] head =
        hex.parseHex("308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420");
    byte[] middle = hex.parseHex("a144034200");
    ByteBuffer der = ByteBuffer.allocate(head.length + 32 + middle.length + 65);
    return block("PRIVATE KEY", der.put(head).put(scalar).put(middle).put(point).array());
  }
}
