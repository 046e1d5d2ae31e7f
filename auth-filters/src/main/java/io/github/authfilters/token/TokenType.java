package io.github.authfilters.token;

import io.github.authfilters.token.RejectedToken.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells access tokens from what else an issuer signs with the same keys: ID tokens, refresh tokens,
 * logout tokens, tokens bound to a key.
 *
 * @param required the {@code typ} that a header has to have; empty for any that isn't of another
 *     kind of token, or none
 */
record TokenType(Optional<String> required) {

  private static final Set<String> ACCESS = Set.of("at+jwt", "jwt");

  /** Keycloak's word in the claims. */
  private static final Set<String> BEARER = Set.of("bearer");

  /** The words of others, in the claims or in an answer about a token. */
  private static final Set<String> USES = Set.of("bearer", "access", "access_token");

  /** What speaks against the header, whoever signed it: RFC 7515, section 4.1.11, and RFC 8725. */
  Optional<Reason> objection(JsonObject header) {
    // No extension is implemented here, so that any critical one is unknown.
    if (header.has("crit")) {
      return Optional.of(Reason.UNKNOWN_CRITICAL_HEADER);
    }
    if (required.isEmpty() && !header.has("typ")) {
      return Optional.empty();
    }
    String type = header.member("typ", String.class).map(TokenType::shortened).orElse("");
    boolean right =
        required.map(wanted -> shortened(wanted).equals(type)).orElse(ACCESS.contains(type));
    return right ? Optional.empty() : Optional.of(Reason.WRONG_TYPE);
  }

  /** RFC 7515, section 4.1.9: a name without a slash stands for one behind "application/". */
  private static String shortened(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.startsWith("application/") ? lower.substring("application/".length()) : lower;
  }

  /**
   * What speaks against claims of another issuer, or its answer about a token. {@code typ} is
   * Keycloak's, {@code token_type} of RFC 7662, {@code token_use} Amazon's and Hydra's; the hashes
   * and the nonce are of OpenID Connect's ID tokens, and Keycloak repeats the nonce elsewhere;
   * {@code events} is of security events (RFC 8417), logout tokens among them. What {@code cnf}
   * (RFC 7800) binds to a key is good only with a proof of that key, and nobody asks for one here.
   */
  static Optional<Reason> objectionToClaims(JsonObject claims) {
    boolean another =
        isAnother(claims, "typ", BEARER)
            || isAnother(claims, "token_type", USES)
            || isAnother(claims, "token_use", USES)
            || claims.has("at_hash")
            || claims.has("c_hash")
            || claims.has("events")
            || claims.has("cnf")
            || (claims.has("nonce") && !claims.has("typ"));
    return another ? Optional.of(Reason.WRONG_TYPE) : Optional.empty();
  }

  private static boolean isAnother(JsonObject claims, String name, Set<String> ours) {
    return claims.has(name)
        && claims
            .member(name, String.class)
            .filter(value -> ours.contains(value.toLowerCase(Locale.ROOT)))
            .isEmpty();
  }
}
