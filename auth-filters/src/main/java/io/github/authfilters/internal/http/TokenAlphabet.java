package io.github.authfilters.internal.http;

/** What may be a token at all: {@code b64token} (RFC 6750 section 2.1) of a bounded length. */
final class TokenAlphabet {

  private static final int LONGEST = 8192;

  private TokenAlphabet() {}

  static boolean isTooLong(String text) {
    return text.length() > LONGEST;
  }

  /** Equals signs stand at the end only; the empty text is no token. */
  static boolean spells(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!HeaderFields.isAsciiLetterOrDigit(c) && "-._~+/".indexOf(c) < 0) {
        return false;
      }
    }
    return end > 0;
  }
}
