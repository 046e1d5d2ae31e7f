package io.github.authfilters.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.internal.config.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table of docs/settings.md has what the library itself says of each setting. */
final class SettingsPageTest {

  private static final String WHEN = " | ";

  @Test
  void theTableHasEverySettingWithItsDefaultRuleAndExample() {
    List<String> documented =
        MarkdownPage.read(Pages.root().resolve("docs/settings.md")).prose().stream()
            .filter(line -> line.matches("\\| `[A-Za-z]+` \\| (realm|filter|login|logout) \\|.*"))
            .map(line -> line.substring(0, line.lastIndexOf(WHEN, line.length() - WHEN.length())))
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(
            Arrays.stream(Setting.values()).map(SettingsPageTest::row).toList());
  }

  private static String row(Setting setting) {
    return String.join(
        WHEN,
        "| `" + setting.settingName() + "`",
        setting.scope().name().toLowerCase(Locale.ROOT),
        setting.defaultText().isEmpty() ? "none" : "`" + setting.defaultText() + "`",
        escaped(setting.rule()),
        "`" + setting.example() + "`");
  }

  /** What Markdown would take for its own. */
  private static String escaped(String text) {
    return text.replaceAll("[|`*_<]", "\\\\$0");
  }
}
