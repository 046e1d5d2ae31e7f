package io.github.authfilters.internal.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks that each name is a setting and stands where that setting may stand. */
final class Names {

  private Names() {}

  static void check(List<InitParam> params, Problems problems) {
    for (InitParam param : params) {
      problem(param).ifPresent(problems::add);
    }
  }

  private static Optional<SettingsProblem> problem(InitParam param) {
    List<Setting> named = Setting.named(param.name());
    if (named.isEmpty()) {
      // What an unknown name says is not shown: it may be a key under a misspelt name.
      return Optional.of(
          new SettingsProblem(
              param.place(), "is unknown", "there is no such setting", suggestion(param)));
    }
    return named.stream().anyMatch(setting -> param.accepted().contains(setting.scope()))
        ? Optional.empty()
        : Optional.of(SettingsProblem.misplaced(param, named));
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
    return LikelyName.among(candidates.stream().map(Setting::settingName).toList(), param.name());
  }
}
