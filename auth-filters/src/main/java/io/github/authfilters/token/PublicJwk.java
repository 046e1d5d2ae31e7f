package io.github.authfilters.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The public half of a key of ours, as it is published.
 *
 * @param json a JWK (RFC 7517): what the kind of key requires, and {@code kid}, {@code use} and
 *     {@code alg}
 */
record PublicJwk(String json) {

  /** Empty for a secret, which has no such half. */
  static Optional<PublicJwk> of(JWK jwk, String id, String algorithm) {
    JWK half = jwk.toPublicJWK();
    if (half == null) {
      return Optional.empty();
    }
    // Picked member by member, so that nothing comes along that a library adds one day.
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("kid", id);
    members.put("use", "sig");
    members.put("alg", algorithm);
    members.putAll(half.getRequiredParams());
    return Optional.of(new PublicJwk(JSONObjectUtils.toJSONString(members)));
  }
}
