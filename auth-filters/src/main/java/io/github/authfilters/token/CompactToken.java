package io.github.authfilters.token;

import io.github.authfilters.token.RejectedToken.Reason;
import java.util.Optional;

/**
 * A presented JWT taken apart (RFC 7519, section 7.2); nothing in it has been proven.
 *
 * @param payload the claims
 */
record CompactToken(CompactJws jws, JsonObject payload) {

  static final int MAX_LENGTH = 8 * 1024;

  /** What speaks against the text, whatever it is, before anything in it is decoded. */
  static Optional<Reason> objection(String presented) {
    if (presented.length() > MAX_LENGTH) {
      return Optional.of(Reason.TOO_LONG);
    }
    long dots = presented.chars().filter(c -> c == '.').count();
    return dots == 4 ? Optional.of(Reason.ENCRYPTED) : Optional.empty();
  }

  /** Takes it apart; empty where it is malformed, or no JWT at all. */
  static Optional<CompactToken> parse(String presented) {
    return CompactJws.parse(presented)
        .flatMap(
            jws -> StrictJson.parse(jws.payload()).map(payload -> new CompactToken(jws, payload)));
  }

  /** Who it says has issued it: only good for choosing who must prove it. */
  Optional<String> claimedIssuer() {
    return payload.member("iss", String.class);
  }

  /** Names the token where it has no {@code jti}. */
  String digest() {
    return jws.digest();
  }
}
