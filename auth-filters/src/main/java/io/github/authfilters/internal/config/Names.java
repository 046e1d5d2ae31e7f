package io.github.authfilters.internal.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks that each name is a setting and stands where that setting may stand. */
final class Names {

  /** Names of settings that the design has and this version can't do yet. */
  private static final Map<String, String> NOT_YET =
      Map.of(
          "trustedIssuers",
          "this version accepts its own tokens only, not yet those of other issuers");

  private Names() {}

  static void check(List<InitParam> params, Problems problems) {
    for (InitParam param : params) {
      problem(param).ifPresent(problems::add);
    }
  }

  private static Optional<SettingsProblem> problem(InitParam param) {
    List<Setting> named = Setting.named(param.name());
    if (named.isEmpty()) {
      return Optional.of(unknown(param));
    }
    return named.stream().anyMatch(setting -> param.accepted().contains(setting.scope()))
        ? Optional.empty()
        : Optional.of(SettingsProblem.misplaced(param, named));
  }

  private static SettingsProblem unknown(InitParam param) {
    String later = NOT_YET.get(param.name());
    if (later != null) {
      return new SettingsProblem(param.place(), "is not supported", later, "take it out");
    }
    // What an unknown name says is not shown: it may be a key under a misspelt name.
    return new SettingsProblem(
        param.place(), "is unknown", "there is no such setting", suggestion(param));
  }

  private static String suggestion(InitParam param) {
    return likely(param, Setting.within(param.accepted()))
        .or(() -> likely(param, List.of(Setting.values())))
        .map(name -> "the likely name is '" + name + "'")
        .orElseGet(
            () ->
                Setting.within(param.accepted()).stream()
                    .map(Setting::settingName)
                    .collect(Collectors.joining(", ", "the names are ", "")));
  }

  private static Optional<String> likely(InitParam param, List<Setting> candidates) {
    String written = param.name().toLowerCase(Locale.ROOT);
    return candidates.stream()
        .map(Setting::settingName)
        .filter(name -> distance(written, name) <= Math.max(2, name.length() / 3))
        .min(Comparator.comparingInt(name -> distance(written, name)));
  }

  /** Levenshtein's distance to the lower-cased name; far where the lengths are far apart. */
  static int distance(String written, String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
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
