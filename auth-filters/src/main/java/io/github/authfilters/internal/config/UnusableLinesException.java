package io.github.authfilters.internal.config;

import java.util.List;

/** Says what is wrong in the single lines of a value. */
final class UnusableLinesException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  UnusableLinesException(List<Mistake> mistakes) {
    super("unusable lines");
    this.mistakes = List.copyOf(mistakes);
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  /**
   * One mistake of one line.
   *
   * @param line counted from 1, blank lines too
   * @param what the line does, e.g. {@code has no 'audience'} or {@code says clockSkew=}
   * @param value what comes behind that, and is no secret; empty for nothing
   * @param example what would work; empty where the rule brings one
   */
  record Mistake(int line, String what, String value, String rule, String example) {

    /** What came from a variable or a file may be a secret, and is not shown. */
    SettingsProblem in(InitParam param) {
      String shown = Placeholders.areIn(param.text()) ? "…" : Shown.quoted(value);
      return new SettingsProblem(
          param.place() + " line " + line, value.isEmpty() ? what : what + shown, rule, example);
    }
  }
}
