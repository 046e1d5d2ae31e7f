package io.github.authfilters.token;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
          "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
          // RFC 7520, section 3.5
          "hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg",
          // tutorials and samples for Spring, copied into thousands of applications
          "404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970",
          "5367566B59703373367639792F423F4528482B4D6251655468576D5A71347437",
          "413F4428472B4B6250655368566D5970337336763979244226452948404D6351",
          "3cfa76ef14937c1c0ea519f8fc057a80fcd04a7420f8e8bcd0a7567c272e007b",
          "9a4f2c8d3b7a1e6f45c8a0b3f267d8b1d4e6f3c8a9d2b5f8e3a9c8b5f6v8a3d9",
          "ZmQ0ZGI5NjQ0MDQwY2I4MjMxY2Y3ZmI3MjdhN2ZmMjNhODViOTg1ZGE0NTBjMGM4NDA5NzYxMjdjOWMwYWRm");

  private static final List<byte[]> BEGINNINGS =
      PUBLISHED.stream().flatMap(text -> readings(text).stream()).toList();

  /** Of 32 random bytes, fewer than 20 distinct ones are never seen. */
  private static final int MIN_DISTINCT = 10;

  /** The longest word that we look for when a secret is a word said over and over. */
  private static final int MAX_PERIOD = 16;

  /** What people put into a secret that they make up, and generators don't. */
  private static final Pattern WORD =
      Pattern.compile(
          "secret|password|changeme|change-me|change_me|example|production|development"
              + "|signing-?_?key|private-?_?key|your-?_?key|super-?_?key",
          Pattern.CASE_INSENSITIVE);

  /** Letters of one case and no digit; hex, base32 and base64 have digits or both cases. */
  private static final Pattern ONE_CASE =
      Pattern.compile("[A-Z]?[\\x20-\\x7e&&[^A-Z0-9]]+|[\\x20-\\x7e&&[^a-z0-9]]+");

  private WeakSecrets() {}

  /** Refuses what is short, published or without chance. */
  static void check(byte[] secret) throws UnusableKeyException {
    checkPublished(secret);
    if (secret.length < SecretText.MIN_BYTES) {
      throw new UnusableKeyException("a secret has 32 bytes or more; " + SecretText.RECIPE);
    }
    long distinct = IntStream.range(0, secret.length).map(i -> secret[i]).distinct().count();
    if (distinct < MIN_DISTINCT
        || isRepeated(secret)
        || isCounted(secret)
        || isWritten(Base64UrlText.of(secret))
        || isWritten(new String(secret, StandardCharsets.ISO_8859_1))) {
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
    boolean isHex = text.matches("([0-9a-fA-F]{2})+");
    List<String> spellings =
        isHex
            ? List.of(text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT))
            : List.of(text);
    for (String spelling : spellings) {
      readings.add(spelling.getBytes(StandardCharsets.UTF_8));
      Base64UrlText.decode(spelling).ifPresent(readings::add);
    }
    if (isHex) {
      readings.add(HexFormat.of().parseHex(text));
    }
    return readings;
  }

  /**
   * Words rather than chance. Of ten million random secrets of 32 bytes fewer than one looks so, by
   * holding {@code secret} in some case; a longer one ever so slightly more.
   */
  private static boolean isWritten(String text) {
    return WORD.matcher(text).find() || ONE_CASE.matcher(text).matches();
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
