package io.github.authfilters.user;

import java.util.stream.Collectors;

/** Which texts can be user names, and how an untrusted one is shown in a log. */
final class UserNames {

  static final int MAX_LENGTH = 256;
  private static final int SHOWN = 64;

  private UserNames() {}

  /** False for a text that no store can hold, so that none is asked for it. */
  static boolean isPossible(String name) {
    return !name.isBlank()
        && name.length() <= MAX_LENGTH
        && name.codePoints().noneMatch(UserNames::isUnfit);
  }

  /** Control characters, and halves of surrogate pairs, which databases refuse with an error. */
  private static boolean isUnfit(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  /** Fit for one line of a log: what doesn't print is written as a question mark. */
  static String shown(String name) {
    String printable =
        name.codePoints()
            .limit(SHOWN)
            .mapToObj(point -> isPrintable(point) ? Character.toString(point) : "?")
            .collect(Collectors.joining());
    return "'" + printable + (name.codePointCount(0, name.length()) > SHOWN ? "…'" : "'");
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
