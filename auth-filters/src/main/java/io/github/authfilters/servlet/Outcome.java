package io.github.authfilters.servlet;

import io.github.authfilters.token.VerifiedToken;

/** What the credential of a request comes to, before any rule of a single filter is looked at. */
sealed interface Outcome {

  /** No credential. */
  record Anonymous() implements Outcome {}

  /** A token that holds. */
  record Proven(VerifiedToken token) implements Outcome {}

  /** A credential that does not. */
  record Refused(Refusal refusal) implements Outcome {}
}
