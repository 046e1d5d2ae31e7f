package io.github.authfilters.internal.config;

import java.util.Optional;

/** Says that a value breaks its setting's rule, or a closer rule of its own. */
final class UnusableValueException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final boolean closer;

  /** Breaks the rule that the setting's own entry in the table tells. */
  UnusableValueException() {
    this.closer = false;
  }

  UnusableValueException(Throwable cause) {
    super(cause);
    this.closer = false;
  }

  /** Breaks a rule that the table doesn't tell: half a sentence, without secrets. */
  UnusableValueException(String rule) {
    super(rule);
    this.closer = true;
  }

  Optional<String> rule() {
    return closer ? Optional.ofNullable(getMessage()) : Optional.empty();
  }
}
