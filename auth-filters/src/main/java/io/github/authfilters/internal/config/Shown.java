package io.github.authfilters.internal.config;

import java.util.regex.Pattern;

/** What of a value may be shown in a message: no secret, not too much, no control characters. */
final class Shown {

  private static final int LONGEST = 80;

  /** A URL, in which a password may hide: anything with {@code //} and, somewhere, an {@code @}. */
  private static final Pattern URL_WITH_USER = Pattern.compile("(?s).*//.*@.*");

  /** A password hash, as in a line of an htpasswd file that was taken for its path. */
  private static final Pattern HASH =
      Pattern.compile(
          "(?s).*(\\$(1|2[abxy]?|5|6|apr1|argon2\\w*|pbkdf2[\\w-]*|scrypt)\\$|pbkdf2_).*");

  private static final String HIDDEN = "(hidden)";

  /** One alone, without a default of its own, in which a secret may stand. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{\\w{1,10}:[^:\\s{}]{1,200}(:-)?}");

  /** The word that says which kind of source or store is meant. */
  private static final Pattern KIND =
      Pattern.compile("(file|env|htpasswd|jdbc|container|class|memory|redis|rediss)(:|\\s|$)");

  private Shown() {}

  /** The text as it was written, placeholders unresolved, in quotes. */
  static String value(Setting setting, InitParam param) {
    String text = param.text();
    return switch (setting) {
      case SIGNING_KEYS -> KeySources.areOnly(text) ? quoted(text) : HIDDEN;
      case STATE -> kindOnly(text);
      case TRUSTED_ISSUERS -> PLACEHOLDER.matcher(text).matches() ? quoted(text) : HIDDEN;
      case USERS -> text.startsWith("jdbc:") || !hasKind(text) ? kindOnly(text) : quoted(text);
      default -> quoted(text);
    };
  }

  static String quoted(String text) {
    return holdsSecret(text) ? HIDDEN : '"' + escaped(text) + '"';
  }

  static String escaped(String text) {
    if (holdsSecret(text)) {
      return HIDDEN;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> append(shown, c));
    return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
  }

  private static boolean holdsSecret(String text) {
    return URL_WITH_USER.matcher(text).matches() || HASH.matcher(text).matches();
  }

  private static boolean hasKind(String text) {
    return KIND.matcher(text).lookingAt();
  }

  private static String kindOnly(String text) {
    var kind = KIND.matcher(text);
    return kind.lookingAt() && kind.group(2).equals(":")
        ? '"' + kind.group(1) + ":…\""
        : kind.lookingAt() && kind.end() == text.length() ? quoted(text) : HIDDEN;
  }

  private static void append(StringBuilder shown, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          shown.append("\\u{").append(Integer.toHexString(c)).append('}');
      default -> shown.appendCodePoint(c);
    }
  }
}
