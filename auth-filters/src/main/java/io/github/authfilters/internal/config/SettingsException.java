package io.github.authfilters.internal.config;

import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong with the settings, in one message. */
public final class SettingsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public SettingsException(List<SettingsProblem> problems) {
    super(text(problems));
  }

  private static String text(List<SettingsProblem> problems) {
    String first =
        problems.size() == 1
            ? "auth-filters: 1 mistake in the settings; nothing is served until it is mended:"
            : "auth-filters: %d mistakes in the settings; nothing is served until they are mended:"
                .formatted(problems.size());
    return problems.stream()
        .map(problem -> "\n- " + problem)
        .collect(Collectors.joining("", first, ""));
  }
}
