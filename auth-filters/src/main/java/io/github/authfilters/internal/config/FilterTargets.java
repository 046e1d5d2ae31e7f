package io.github.authfilters.internal.config;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.stream.Stream;

/** Whether anything leads to a filter; known for sure when filters start, and no earlier. */
final class FilterTargets {

  private FilterTargets() {}

  /** Throws {@link SettingsException} where the filter guards nothing, or not what it seems to. */
  static void check(FilterConfig config) {
    ServletContext context = config.getServletContext();
    FilterRegistration filter = context.getFilterRegistrations().get(config.getFilterName());
    if (filter == null) {
      return;
    }
    String place = "filter '" + Shown.escaped(config.getFilterName()) + "'";
    List<SettingsProblem> problems =
        filter.getUrlPatternMappings().isEmpty() && filter.getServletNameMappings().isEmpty()
            ? List.of(SettingsProblem.unmapped(place))
            : strangers(context, filter)
                .map(servlet -> SettingsProblem.strangeServlet(place, servlet))
                .toList();
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }

  private static Stream<String> strangers(ServletContext context, FilterRegistration filter) {
    return filter.getServletNameMappings().stream()
        .filter(name -> !context.getServletRegistrations().containsKey(name))
        .sorted();
  }
}
