package io.github.authfilters.internal.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects mistakes, so that all of them are told at once. */
final class Problems {

  private final Set<SettingsProblem> found = new LinkedHashSet<>();

  void add(SettingsProblem problem) {
    found.add(problem);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new SettingsException(List.copyOf(found));
    }
  }
}
