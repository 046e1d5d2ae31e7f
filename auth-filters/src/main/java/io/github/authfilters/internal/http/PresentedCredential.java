package io.github.authfilters.internal.http;

/** What {@link TokenLocator} found in a request: a token, nothing, or something unusable. */
public sealed interface PresentedCredential
    permits PresentedToken, PresentedCredential.Nothing, PresentedCredential.Unusable {

  /** Neither a Bearer field nor the cookie. */
  record Nothing() implements PresentedCredential {}

  /**
   * A credential that can't be a token.
   *
   * @param malformedRequest whether the request itself is wrong (400) and not only the token (401)
   * @param why for the log; holds nothing of what was presented
   */
  record Unusable(boolean malformedRequest, String why) implements PresentedCredential {}
}
