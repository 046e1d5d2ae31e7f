package io.github.authfilters.token;

/**
 * A token that proves nothing.
 *
 * @param reason for the log only; a client never learns it
 */
public record RejectedToken(Reason reason) implements Verdict {

  /** Why a token was refused. */
  public enum Reason {
    TOO_LONG,
    ENCRYPTED,
    MALFORMED,
    UNKNOWN_ISSUER,
    UNKNOWN_KEY,
    WRONG_ALGORITHM,
    BAD_SIGNATURE,
    WRONG_TYPE,
    UNKNOWN_CRITICAL_HEADER,
    BAD_CLAIMS,
    WRONG_AUDIENCE,
    EXPIRED,
    NOT_YET_VALID,
    REVOKED,
    UNKNOWN_SUBJECT
  }
}
