package io.github.authfilters.token;

/** What a stranger said, made fit for one line of the log. */
final class Quoted {

  private static final int LONGEST = 120;

  private Quoted() {}

  /** In quotes, printable ASCII only, and not long. */
  static String of(String text) {
    boolean isLong = text.length() > LONGEST;
    String shown = isLong ? text.substring(0, LONGEST) : text;
    return '"' + shown.replaceAll("[^ -~]|\"", "?") + (isLong ? "…\"" : "\"");
  }
}
