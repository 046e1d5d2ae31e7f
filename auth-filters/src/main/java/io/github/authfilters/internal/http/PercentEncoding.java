package io.github.authfilters.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Percent-encoding (RFC 3986 section 2.1) of UTF-8, strict in both directions. */
final class PercentEncoding {

  /** What stands in a path as it is; a semicolon doesn't, since servers cut there. */
  static final String PATH = "-._~!$&'()*+,=:@/";

  static final String QUERY = PATH + "?;";

  /** What stands in the value of a query's parameter as it is. */
  static final String PARAMETER = "-._~/";

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private PercentEncoding() {}

  /** Empty for a broken escape and for what is no UTF-8. */
  static Optional<String> decoded(String text) {
    return text.indexOf('%') < 0 ? Optional.of(text) : decoded(text.getBytes(UTF_8), false);
  }

  /** As in a form: a plus sign is a space, too. */
  static Optional<String> formDecoded(byte[] bytes) {
    return decoded(bytes, true);
  }

  private static Optional<String> decoded(byte[] bytes, boolean plusIsSpace) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        plain.write(plusIsSpace && bytes[i] == '+' ? ' ' : bytes[i]);
        continue;
      }
      int escaped = i + 2 < bytes.length ? hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]) : -1;
      if (escaped < 0) {
        return Optional.empty();
      }
      plain.write(escaped);
      i += 2;
    }
    return utf8(plain.toByteArray());
  }

  /** Far below zero for what is no digit, so that no other digit makes up for it. */
  private static int hex(byte digit) {
    int value = digit < 0 ? -1 : Character.digit(digit, 16);
    return value < 0 ? -1000 : value;
  }

  /** Empty where the bytes are no UTF-8, instead of replacement characters. */
  static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Encodes all but letters, digits and what {@code plain} lists. */
  static String encoded(String text, String plain) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      if (HeaderFields.isAsciiLetterOrDigit(c) || plain.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
      }
    }
    return encoded.toString();
  }
}
