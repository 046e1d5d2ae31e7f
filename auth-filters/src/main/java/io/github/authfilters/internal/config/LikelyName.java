package io.github.authfilters.internal.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant who wrote a name that there isn't. */
final class LikelyName {

  /** From here on, half a name is taken for the whole. */
  private static final int TELLING = 3;

  private LikelyName() {}

  /** The nearest of the names, whatever the case; empty where none is near. */
  static Optional<String> among(Collection<String> names, String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> distance(lower, name) <= Math.max(2, name.length() / 3))
        .min(Comparator.comparingInt(name -> distance(lower, name)));
  }

  /** The same, and else a name that the written one ends or begins with, or the other way round. */
  static Optional<String> orPartAmong(Collection<String> names, String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    return among(names, written)
        .or(() -> names.stream().filter(name -> lower.endsWith(lower(name))).findFirst())
        .or(() -> names.stream().filter(name -> lower.startsWith(lower(name))).findFirst())
        .or(
            () ->
                names.stream()
                    .filter(name -> lower.length() >= TELLING && lower(name).startsWith(lower))
                    .findFirst());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's distance to the lower-cased name; far where the lengths are far apart. */
  static int distance(String written, String name) {
    String wanted = lower(name);
    if (Math.abs(written.length() - wanted.length()) > wanted.length()) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[wanted.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= written.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (written.charAt(i - 1) == wanted.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[wanted.length()];
  }
}
