package io.github.authfilters.token;

/** By what the tokens of an issuer are proven. */
sealed interface Evidence {

  /** By a signature of one of its keys. */
  record Signature(KeySource keys) implements Evidence {}

  /** By what it says when it is asked (RFC 7662). */
  record Answer(Introspector introspector) implements Evidence {}
}
