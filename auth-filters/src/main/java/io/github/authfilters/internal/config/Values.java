package io.github.authfilters.internal.config;

import io.github.authfilters.internal.config.Setting.Scope;
import jakarta.servlet.ServletContext;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The settings of one scope, placeholders resolved. Reading goes on after a mistake, so that the
 * next one is found too: what is returned then is the default, and {@link Problems} has the
 * mistake.
 */
final class Values {

  private record Value(InitParam param, String text) {}

  private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
  private final Set<Setting> said = EnumSet.noneOf(Setting.class);
  private final Problems problems;

  Values(List<InitParam> params, Scope scope, Surroundings around, Problems problems) {
    this.problems = problems;
    Placeholders placeholders = new Placeholders(around);
    for (InitParam param : params) {
      for (Setting setting : Setting.named(param.name())) {
        if (setting.scope() == scope && param.accepted().contains(scope)) {
          put(setting, param, placeholders);
        }
      }
    }
  }

  /** Reads what a registered component says; throws {@link SettingsException}. */
  static <T> T readAll(
      List<InitParam> params, Scope scope, ServletContext context, Function<Values, T> form) {
    ReadSettings.check(context, params);
    return readAll(params, scope, Surroundings.of(context), form);
  }

  /** Reads what a builder says; throws {@link SettingsException}. */
  static <T> T readAll(
      List<InitParam> params, Scope scope, Surroundings around, Function<Values, T> form) {
    Problems problems = new Problems();
    Names.check(params, problems);
    T read = form.apply(new Values(params, scope, around, problems));
    problems.throwIfAny();
    return read;
  }

  /** What a setting says, or its default. */
  <T> T read(Setting setting, Function<String, T> form) {
    return find(setting, form).orElseGet(() -> form.apply(setting.defaultText()));
  }

  /** What a setting says; empty where it says nothing, or nothing usable. */
  <T> Optional<T> find(Setting setting, Function<String, T> form) {
    Value value = values.get(setting);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(form.apply(value.text()));
    } catch (UnusableLinesException e) {
      e.mistakes().forEach(mistake -> problems.add(mistake.in(value.param())));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      problems.add(problem(setting, value, e));
      return Optional.empty();
    }
  }

  /** Whether anybody tried to say something, if only an unusable thing. */
  boolean says(Setting setting) {
    return said.contains(setting);
  }

  /** Refuses what a setting says because of what others say. */
  void refuse(Setting setting, String rule, String example) {
    Value value = values.get(setting);
    if (value != null) {
      String shown = "is " + Shown.value(setting, value.param());
      problems.add(new SettingsProblem(value.param().place(), shown, rule, example));
    }
  }

  /** Where the setting stands; only for one that says something. */
  String place(Setting setting) {
    Value value = values.get(setting);
    return value == null ? "" : value.param().place();
  }

  private void put(Setting setting, InitParam param, Placeholders placeholders) {
    said.add(setting);
    if (param.text().isEmpty()) {
      problems.add(SettingsProblem.empty(param, setting));
      return;
    }
    String text;
    try {
      text = placeholders.resolve(param.text()).strip();
    } catch (UnusableValueException e) {
      problems.add(SettingsProblem.unusable(param, setting, e));
      return;
    }
    if (text.isEmpty()) {
      if (setting == Setting.TRUSTED_ISSUERS) {
        // A variable without issuers trusts nobody; silence of others might open something.
        if (!values.containsKey(setting)) {
          said.remove(setting);
        }
        return;
      }
      problems.add(SettingsProblem.empty(param, setting));
      return;
    }
    Value before = values.putIfAbsent(setting, new Value(param, text));
    if (before != null && !before.text().equals(text)) {
      problems.add(SettingsProblem.saidTwice(before.param(), param));
    }
  }

  private static SettingsProblem problem(
      Setting setting, Value value, IllegalArgumentException mistake) {
    InitParam param = value.param();
    if (mistake instanceof UnusableValueException unusable) {
      return SettingsProblem.unusable(param, setting, unusable);
    }
    String message = mistake.getMessage();
    // Another room quotes the value, and what came from a variable or a file may be a secret. Of
    // users it quotes the file's name only, and without it nobody finds the file's mistakes.
    boolean quotes = Placeholders.areIn(param.text()) && setting != Setting.USERS;
    return message == null || quotes
        ? SettingsProblem.unusable(param, setting)
        : SettingsProblem.refused(param, setting, message);
  }
}
