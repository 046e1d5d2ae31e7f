package io.github.authfilters.token;

import io.github.authfilters.token.RejectedToken.Reason;

/** What a verifier says of a token, where a test knows which of the two it has to be. */
final class Verdicts {

  private Verdicts() {}

  /** The reason, or an error where the token was verified. */
  static Reason refusal(TokenVerifier verifier, String token) {
    if (verifier.verify(token) instanceof RejectedToken rejected) {
      return rejected.reason();
    }
    throw new AssertionError("verified, and should not have been");
  }

  /** The token, or an error where it was refused. */
  static VerifiedToken verified(TokenVerifier verifier, String token) {
    Verdict verdict = verifier.verify(token);
    if (verdict instanceof VerifiedToken verified) {
      return verified;
    }
    throw new AssertionError(verdict);
  }
}
