package io.github.authfilters.internal.config;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was said when the realm was made. A component that is registered later can't change it any
 * more; one that tries must not look as if it had.
 */
public record ReadSettings(Set<Said> settings) {

  private static final String ATTRIBUTE = ReadSettings.class.getName();

  /** A setting of the realm, placeholders unresolved. */
  public record Said(String name, String text) {

    @Override
    public String toString() {
      return "Said[" + name + ", hidden]";
    }
  }

  public ReadSettings {
    settings = Set.copyOf(settings);
  }

  static void keep(ServletContext context, InitParams params) {
    context.setAttribute(
        ATTRIBUTE, new ReadSettings(said(params.all().stream()).collect(Collectors.toSet())));
  }

  /** Throws {@link SettingsException} where a component says something that wasn't read. */
  static void check(ServletContext context, List<InitParam> params) {
    if (!(context.getAttribute(ATTRIBUTE) instanceof ReadSettings read)) {
      return;
    }
    List<SettingsProblem> problems =
        params.stream()
            .filter(param -> said(Stream.of(param)).anyMatch(said -> !read.settings.contains(said)))
            .map(ReadSettings::tooLate)
            .toList();
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }

  /** For a servlet that has no settings of its own. */
  public static void check(ServletConfig config) {
    check(config.getServletContext(), InitParam.ofStarting(Door.TOKEN, config));
  }

  private static Stream<Said> said(Stream<InitParam> params) {
    return params
        .filter(
            param ->
                Setting.named(param.name()).stream()
                    .anyMatch(setting -> setting.scope() == Setting.Scope.REALM))
        .map(param -> new Said(param.name(), param.text()));
  }

  private static SettingsProblem tooLate(InitParam param) {
    return new SettingsProblem(
        param.place(),
        "came after the settings of the realm were read, and says something else",
        "the realm's settings are read once, at start",
        "write it in web.xml, e.g. as the context-param '%s%s'"
            .formatted(InitParams.PREFIX, param.name()));
  }
}
