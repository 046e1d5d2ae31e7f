package io.github.authfilters.internal.http;

/** What {@link TokenLocator} found in a request: a token, nothing, or something unusable. */
public sealed interface PresentedCredential {

  /** Neither a Bearer field nor the cookie. */
  record Nothing() implements PresentedCredential {}

  /** A credential that can't be a token. */
  record Unusable(boolean malformedRequest, String why) implements PresentedCredential {}
}
