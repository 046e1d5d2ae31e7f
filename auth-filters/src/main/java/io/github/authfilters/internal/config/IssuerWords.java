package io.github.authfilters.internal.config;

import io.github.authfilters.internal.config.UnusableLinesException.Mistake;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of one line: an issuer's URL, and options behind it. Collects the line's mistakes. */
final class IssuerWords {

  private static final String NAMES = String.join(", ", IssuerOption.names());
  private static final Pattern LETTERS = Pattern.compile("[A-Za-z_-]{1,30}");
  private static final Pattern QUERY = Pattern.compile("([?#]).*");

  private final int line;
  private final String first;
  private final Map<IssuerOption, String> options = new EnumMap<>(IssuerOption.class);
  private final Set<IssuerOption> said = EnumSet.noneOf(IssuerOption.class);
  private final List<Mistake> mistakes;

  /**
   * @param line its number
   * @param text not blank
   */
  IssuerWords(int line, String text, List<Mistake> mistakes) {
    this.line = line;
    this.mistakes = mistakes;
    String[] words = text.strip().split("\\s+");
    this.first = words[0];
    Arrays.stream(words).skip(1).forEach(this::readOption);
  }

  /** What stands in front, which is to be the issuer. */
  String first() {
    return first;
  }

  /** What an option says; never empty text. */
  Optional<String> option(IssuerOption option) {
    return Optional.ofNullable(options.get(option));
  }

  /** Whether it tries to say something, if only an unusable thing. */
  boolean says(IssuerOption option) {
    return said.contains(option);
  }

  private void readOption(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Optional<IssuerOption> known = IssuerOption.named(name);
    if (known.isEmpty()) {
      refuseUnknown(name, equals >= 0);
      return;
    }
    IssuerOption option = known.get();
    said.add(option);
    if (equals < 0 || equals == word.length() - 1) {
      refuse("has '" + name + "' without a value", "it must be " + option.rule(), option.example());
    } else if (options.putIfAbsent(option, word.substring(equals + 1)) != null) {
      refuse("says '" + name + "' twice", "it has one value", "part several by commas, no blanks");
    }
  }

  /** A word that is far from all names may be a piece of a secret, and is not shown. */
  private void refuseUnknown(String written, boolean isOption) {
    Optional<String> likely = LikelyName.orPartAmong(IssuerOption.names(), written);
    String suggestion =
        likely.map(name -> "the likely name is '" + name + "'").orElse("the names are " + NAMES);
    if (written.isEmpty()) {
      refuse(
          "has a = that stands alone", "an option is NAME=VALUE without blanks", "take them out");
    } else if (!isOption) {
      String rule = "behind the issuer's URL stand options, each NAME=VALUE without blanks";
      refuse("has a word that is no option", rule, suggestion);
    } else if (likely.isPresent() && LETTERS.matcher(written).matches()) {
      refuse("says '" + written + "'", "there is no such option", suggestion);
    } else {
      refuse("says something unknown", "there is no such option", suggestion);
    }
  }

  /** Refuses without showing a value. */
  void refuse(String what, String rule, String example) {
    mistakes.add(new Mistake(line, what, "", rule, example));
  }

  /** Refuses the issuer; what is no URL is not shown, it may be anything. */
  void refuseFirst(String rule) {
    boolean isUrl = first.matches("https?://.*");
    mistakes.add(
        new Mistake(
            line,
            isUrl ? "begins with " : "begins with no URL",
            isUrl ? withoutQuery(first) : "",
            rule,
            "write e.g. " + Setting.TRUSTED_ISSUERS.example()));
  }

  /** Refuses the value of an option that is said, and no secret. */
  void refuse(IssuerOption option, String rule) {
    String value = withoutQuery(options.getOrDefault(option, ""));
    mistakes.add(
        new Mistake(line, "says " + option.optionName() + "=", value, rule, option.example()));
  }

  /** Keys and passwords are seen in queries, too. */
  private static String withoutQuery(String value) {
    return QUERY.matcher(value).replaceFirst("$1…");
  }
}
