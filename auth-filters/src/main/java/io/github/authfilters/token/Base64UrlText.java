package io.github.authfilters.token;

import java.util.Base64;
import java.util.Optional;

/**
 * Base64url as JOSE writes it (RFC 7515, section 2): no padding, no other character, and the unused
 * bits zero, so that different texts never stand for the same bytes.
 */
final class Base64UrlText {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Base64UrlText() {}

  static String of(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /** The bytes, or empty where the text isn't exactly what {@link #of} makes of them. */
  static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      // The JDK's decoder tolerates padding and leftover bits; what encodes differently had some.
      return of(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64Url) {
      return Optional.empty();
    }
  }
}
