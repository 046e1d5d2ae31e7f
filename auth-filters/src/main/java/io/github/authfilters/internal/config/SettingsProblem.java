package io.github.authfilters.internal.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One mistake in the settings, told in four parts that together make a sentence: {@code filter
 * 'api' init-param 'tokenLifetime'} {@code is "15 minutes"}; {@code it must be an ISO-8601
 * duration}; {@code write e.g. PT15M}.
 *
 * @param place where it stands
 * @param value what it says there; never a secret
 * @param rule what is asked for
 * @param example what would work; empty where the rule brings one
 */
public record SettingsProblem(String place, String value, String rule, String example) {

  static SettingsProblem unusable(InitParam param, Setting setting, String rule) {
    return new SettingsProblem(
        param.place(), "is " + Shown.value(setting, param), rule, eg(setting));
  }

  /** By a closer rule; an example follows only where the writing is at fault. */
  static SettingsProblem unusable(InitParam param, Setting setting, UnusableValueException why) {
    String rule = why.rule().orElseGet(() -> "it must be " + setting.rule());
    return why.isSyntax()
        ? unusable(param, setting, rule)
        : new SettingsProblem(param.place(), "is " + Shown.value(setting, param), rule, "");
  }

  /** By a rule of another room, whose message has the example too. */
  static SettingsProblem refused(InitParam param, Setting setting, String message) {
    return new SettingsProblem(param.place(), "is " + Shown.value(setting, param), message, "");
  }

  static SettingsProblem unusable(InitParam param, Setting setting) {
    return unusable(param, setting, "it must be " + setting.rule());
  }

  static SettingsProblem empty(InitParam param, Setting setting) {
    return new SettingsProblem(
        param.place(), "is empty", "it must be " + setting.rule(), eg(setting));
  }

  /** All settings of the name: the login and the logout share one. */
  static SettingsProblem misplaced(InitParam param, List<Setting> named) {
    String homes =
        named.stream()
            .map(setting -> setting.scope().home(setting.settingName()))
            .collect(Collectors.joining(" or "));
    return new SettingsProblem(
        param.place(),
        "is in the wrong place",
        "'%s' is a setting of %s".formatted(param.name(), homes),
        "move it there");
  }

  static SettingsProblem saidTwice(InitParam first, InitParam second) {
    return new SettingsProblem(
        second.place(),
        "says something else than " + first.place(),
        "the realm has one value for it",
        "keep one of the two");
  }

  static SettingsProblem unmapped(String place) {
    return new SettingsProblem(
        place,
        "is mapped to nothing",
        "it would protect nothing",
        "write a <filter-mapping> for it, e.g. with <url-pattern>/*</url-pattern>");
  }

  static SettingsProblem strangeServlet(String place, String servlet) {
    return new SettingsProblem(
        place,
        "is mapped to the servlet " + Shown.quoted(servlet),
        "there is no servlet of that name",
        "write the <servlet-name> as it is declared");
  }

  static SettingsProblem noWildcard(String place, String pattern) {
    return new SettingsProblem(
        place,
        "is mapped to " + Shown.quoted(pattern),
        "a * stands for more only at the end, after a /, or at the beginning of *.ext",
        "write e.g. /secret/*");
  }

  static SettingsProblem missing(String place, Setting setting, String rule) {
    return new SettingsProblem(
        place,
        "has no '%s'".formatted(setting.settingName()),
        rule,
        "set it, e.g. %s=%s".formatted(setting.settingName(), setting.example()));
  }

  private static String eg(Setting setting) {
    return "write e.g. " + setting.example();
  }

  @Override
  public String toString() {
    String sentence = "%s %s; %s".formatted(place, value, rule);
    return example.isEmpty() ? sentence : sentence + "; " + example;
  }
}
