package io.github.authfilters.servlet;

/** Makes text from outside fit for one line of a log. */
final class LogText {

  private static final int LONGEST = 64;

  private LogText() {}

  /** Quoted, cut to 64 characters, with anything but letters, digits and plain marks as \\u…. */
  static String of(String text) {
    StringBuilder safe = new StringBuilder("\"");
    text.codePoints().limit(LONGEST).forEach(c -> append(safe, c));
    return safe.append(text.length() > LONGEST ? "…\"" : "\"").toString();
  }

  private static void append(StringBuilder safe, int c) {
    if (c == '"' || c == '\\' || !(Character.isLetterOrDigit(c) || (c >= ' ' && c < 0x7f))) {
      safe.append(String.format("\\u%04x", c));
    } else {
      safe.appendCodePoint(c);
    }
  }
}
