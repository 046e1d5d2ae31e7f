package io.github.authfilters.internal.config;

import java.util.Optional;

/** Says that a value breaks its setting's rule, or a closer rule of its own. */
final class UnusableValueException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final boolean closer;
  private final boolean isSyntax;

  /** Breaks the rule that the setting's own entry in the table tells. */
  UnusableValueException() {
    this.closer = false;
    this.isSyntax = true;
  }

  UnusableValueException(Throwable cause) {
    super(cause);
    this.closer = false;
    this.isSyntax = true;
  }

  /** Breaks a rule that the table doesn't tell: half a sentence, without secrets. */
  UnusableValueException(String rule) {
    this(rule, true);
  }

  private UnusableValueException(String rule, boolean isSyntax) {
    super(rule);
    this.closer = true;
    this.isSyntax = isSyntax;
  }

  /** Is written as it should be, but what it points to is not: an example would mislead. */
  static UnusableValueException pointsTo(String rule) {
    return new UnusableValueException(rule, false);
  }

  boolean isSyntax() {
    return isSyntax;
  }

  Optional<String> rule() {
    return closer ? Optional.ofNullable(getMessage()) : Optional.empty();
  }
}
