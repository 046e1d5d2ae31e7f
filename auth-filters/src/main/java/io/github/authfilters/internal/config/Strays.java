package io.github.authfilters.internal.config;

import jakarta.servlet.Registration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was meant for us and is written so that nobody would read it: the likely misspellings
 * of our classes and of the prefix of our context-params.
 */
final class Strays {

  private static final int TYPOS = 3;

  private Strays() {}

  /** Filters or servlets whose class is nearly one of ours. */
  static Stream<SettingsProblem> components(
      String kind, Map<String, ? extends Registration> registrations) {
    return new TreeMap<String, Registration>(registrations)
        .entrySet().stream()
            .flatMap(
                entry ->
                    likelyDoor(entry.getValue().getClassName()).stream()
                        .map(door -> unknownClass(kind, entry.getKey(), door)));
  }

  /** Context-params whose prefix is nearly ours. */
  static Stream<SettingsProblem> contextParams(Iterable<String> names) {
    Stream.Builder<SettingsProblem> found = Stream.builder();
    for (String name : names) {
      int dot = name.indexOf('.');
      if (dot > 0 && !name.startsWith(InitParams.PREFIX) && isLikePrefix(name.substring(0, dot))) {
        found.add(
            new SettingsProblem(
                "context-param '" + Shown.escaped(name) + "'",
                "is unknown",
                "the prefix of our settings is " + InitParams.PREFIX + " exactly",
                "the likely name is '%s%s'"
                    .formatted(InitParams.PREFIX, Shown.escaped(name.substring(dot + 1)))));
      }
    }
    return found.build();
  }

  private static boolean isLikePrefix(String written) {
    String wanted = InitParams.PREFIX.substring(0, InitParams.PREFIX.length() - 1);
    return LikelyName.distance(written.toLowerCase(Locale.ROOT), wanted) <= 1;
  }

  private static Optional<Door> likelyDoor(@Nullable String className) {
    if (className == null || Door.ofClass(className).isPresent()) {
      return Optional.empty();
    }
    String written = className.toLowerCase(Locale.ROOT);
    return Stream.of(Door.values())
        .filter(door -> LikelyName.distance(written, door.className()) <= TYPOS)
        .min(Comparator.comparingInt(door -> LikelyName.distance(written, door.className())));
  }

  private static SettingsProblem unknownClass(String kind, String name, Door likely) {
    return new SettingsProblem(
        "%s '%s'".formatted(kind, Shown.escaped(name)),
        "has an unknown class",
        "no class of ours has that name",
        "the likely one is " + likely.className());
  }
}
