package io.github.authfilters.token;

/** Says why a key can't be used, by a rule and an example, and never by the key. */
final class UnusableKeyException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Takes no cause: a library's message may quote what it could not read. */
  UnusableKeyException(String rule) {
    super(rule);
  }
}
