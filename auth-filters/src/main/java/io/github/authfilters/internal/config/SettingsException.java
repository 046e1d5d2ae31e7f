package io.github.authfilters.internal.config;

import java.util.List;

/** All that is wrong with the settings, in one message. */
public final class SettingsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public SettingsException(List<SettingsProblem> problems) {
    super(problems.toString());
  }
}
