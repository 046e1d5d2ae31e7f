package io.github.authfilters.user;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Guesses which known word a misspelt one was meant to be. */
final class Spelling {

  private static final int FARTHEST = 2;
  private static final int LONGEST = 40;

  private Spelling() {}

  /** Empty where none is within two letters, whatever their case. */
  static Optional<String> closest(String word, Set<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= FARTHEST)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int distance(String word, String known) {
    String from = word.toLowerCase(Locale.ROOT);
    int[] row = new int[known.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= known.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == known.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[known.length()];
  }
}
