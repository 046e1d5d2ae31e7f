package io.github.authfilters.user;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** From a claimed password to the bytes that are hashed. */
final class PasswordText {

  static final int MAX_BYTES = 1024;

  private PasswordText() {}

  /**
   * The UTF-8 bytes as they were typed, without Unicode normalisation. Empty for what can't be a
   * password: nothing at all, more than {@link #MAX_BYTES}, half a surrogate pair (which would
   * become a question mark) and control characters. A NUL is the worst of them: HMAC pads its key
   * with zeros, so PBKDF2 takes {@code secret} and {@code secret\0} for the same.
   */
  static Optional<byte[]> bytes(String password) {
    if (password.isEmpty()
        || password.length() > MAX_BYTES
        || password.chars().anyMatch(Character::isISOControl)) {
      return Optional.empty();
    }
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(password));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return Optional.of(bytes).filter(all -> all.length <= MAX_BYTES);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
