package io.github.authfilters.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a file between two comments, {@code region: NAME} and {@code endregion}, in whatever
 * way the file's language writes comments; without a name, the file.
 */
public final class Region {

  private Region() {}

  /** The text of {@code path} or {@code path#name}, its common indentation taken off. */
  public static String text(Path root, String reference) {
    int hash = reference.indexOf('#');
    Path file = root.resolve(hash < 0 ? reference : reference.substring(0, hash));
    List<String> lines = Pages.text(file).lines().toList();
    return hash < 0 ? joined(lines) : joined(part(lines, reference, reference.substring(hash + 1)));
  }

  private static List<String> part(List<String> lines, String reference, String name) {
    int begin = -1;
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).matches(".*\\bregion: " + name + "\\b.*")) {
        begin = at + 1;
      } else if (begin >= 0 && lines.get(at).contains("endregion")) {
        return lines.subList(begin, at);
      }
    }
    throw new AssertionError("no region of that name: " + reference);
  }

  /** Markers of regions inside are no part of the text. */
  private static String joined(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.matches(".*\\b(region: [a-z-]+|endregion)\\b.*"))
        .collect(Collectors.joining("\n"))
        .stripTrailing()
        .stripIndent();
  }
}
