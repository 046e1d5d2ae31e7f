package io.github.authfilters.token;

import java.util.Optional;

/**
 * A token that proves nothing.
 *
 * @param reason for the log only; a client never learns it
 * @param fingerprint a short hash of the token's id, for the log; empty where the signature does
 *     not vouch for an id
 */
public record RejectedToken(Reason reason, Optional<String> fingerprint) implements Verdict {

  RejectedToken(Reason reason) {
    this(reason, Optional.empty());
  }

  /** Why a token was refused. */
  public enum Reason {
    /** More than 8 KiB; nothing of it was read. */
    TOO_LONG,
    /** Five parts; nothing of it was read. */
    ENCRYPTED,
    /** Not three parts of strict base64url, the first two strict JSON objects. */
    MALFORMED,
    /** No {@code iss}, or one that isn't trusted. */
    UNKNOWN_ISSUER,
    /** The issuer has no key of that {@code kid}. */
    UNKNOWN_KEY,
    /** No {@code alg}, or not that of the key. */
    WRONG_ALGORITHM,
    BAD_SIGNATURE,
    /** A {@code typ} that isn't an access token's. */
    WRONG_TYPE,
    /** Any {@code crit}: no extension is known here. */
    UNKNOWN_CRITICAL_HEADER,
    /** A claim that is required and missing, or of a wrong type or range. */
    BAD_CLAIMS,
    WRONG_AUDIENCE,
    EXPIRED,
    /** Before its {@code nbf}, or one of our own from the future. */
    NOT_YET_VALID,
    /** Its issuer, which was asked, no longer knows it, or never has. */
    INACTIVE,
    /** Good, but ended before its time. */
    REVOKED,
    /** Good, but the realm that issued it no longer has that user; never said by the verifier. */
    UNKNOWN_SUBJECT
  }
}
