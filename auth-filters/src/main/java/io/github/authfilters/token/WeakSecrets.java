package io.github.authfilters.token;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** The secrets that anybody can guess or look up: the first that a forger tries. */
final class WeakSecrets {

  /** What tutorials and test vectors print, by its beginning. */
  private static final List<String> PUBLISHED =
      List.of(
          // FastAPI's tutorial, "OAuth2 with Password (and hashing), Bearer with JWT tokens"
          "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7",
          // jwt.io, then and now
          "your-256-bit-secret",
          "your-384-bit-secret",
          "your-512-bit-secret",
          "a-string-secret-at-least-256-bits-long",
          "a-valid-string-secret-that-is-at-least-",
          // RFC 7515, appendix A.1
          "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow");

  private static final List<byte[]> BEGINNINGS =
      PUBLISHED.stream().flatMap(text -> readings(text).stream()).toList();

  /** Of 32 random bytes, fewer than 20 distinct ones are never seen. */
  private static final int MIN_DISTINCT = 10;

  /** The longest word that we look for when a secret is a word said over and over. */
  private static final int MAX_PERIOD = 16;

  private WeakSecrets() {}

  /** Refuses what is short, published or without chance. */
  static void check(byte[] secret) throws UnusableKeyException {
    checkPublished(secret);
    if (secret.length < SecretText.MIN_BYTES) {
      throw new UnusableKeyException("a secret has 32 bytes or more; " + SecretText.RECIPE);
    }
    long distinct = IntStream.range(0, secret.length).map(i -> secret[i]).distinct().count();
    if (distinct < MIN_DISTINCT || isRepeated(secret) || isCounted(secret)) {
      throw new UnusableKeyException(
          "a secret comes from a random generator, and this one does not; " + SecretText.RECIPE);
    }
  }

  /** Refuses what the whole world can read somewhere. */
  static void checkPublished(byte[] secret) throws UnusableKeyException {
    if (BEGINNINGS.stream().anyMatch(beginning -> startsWith(secret, beginning))) {
      throw new UnusableKeyException(
          "this secret is published, so that anybody could sign with it; " + SecretText.RECIPE);
    }
  }

  /** The text itself, and what it is as base64url and as hex. */
  private static List<byte[]> readings(String text) {
    List<byte[]> readings = new ArrayList<>();
    readings.add(text.getBytes(StandardCharsets.UTF_8));
    Base64UrlText.decode(text).ifPresent(readings::add);
    if (text.matches("([0-9a-f]{2})+")) {
      readings.add(HexFormat.of().parseHex(text));
    }
    return readings;
  }

  private static boolean startsWith(byte[] secret, byte[] beginning) {
    return secret.length >= beginning.length
        && Arrays.equals(secret, 0, beginning.length, beginning, 0, beginning.length);
  }

  private static boolean isRepeated(byte[] secret) {
    return IntStream.rangeClosed(1, MAX_PERIOD)
        .anyMatch(
            period ->
                Arrays.equals(secret, period, secret.length, secret, 0, secret.length - period));
  }

  /** Bytes like 0, 1, 2, 3, ... */
  private static boolean isCounted(byte[] secret) {
    return IntStream.range(1, secret.length)
            .map(i -> (byte) (secret[i] - secret[i - 1]))
            .distinct()
            .count()
        == 1;
  }
}
