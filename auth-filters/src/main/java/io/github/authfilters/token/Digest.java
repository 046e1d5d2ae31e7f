package io.github.authfilters.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 in base64url, to name things by. */
final class Digest {

  private static final int FINGERPRINT_LENGTH = 10;

  private Digest() {}

  static String sha256(byte[] bytes) {
    try {
      return Base64UrlText.of(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Enough to find the lines of one token in a log, and nothing to present instead of it. */
  static String fingerprint(String tokenId) {
    return sha256(tokenId).substring(0, FINGERPRINT_LENGTH);
  }
}
