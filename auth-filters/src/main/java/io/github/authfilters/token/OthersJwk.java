package io.github.authfilters.token;

import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes keys of another issuer from the members of its JWK set (RFC 7517): public keys for
 * signatures only, and of a JWK only what makes the key. A certificate, say, is not looked at.
 */
final class OthersJwk {

  private static final Set<String> KINDS = Set.of("RSA", "EC", "OKP");

  private static final List<String> PUBLIC_MEMBERS = List.of("kty", "crv", "n", "e", "x", "y");

  private static final Set<String> PRIVATE_MEMBERS = Set.of("d", "p", "q", "dp", "dq", "qi", "oth");

  private OthersJwk() {}

  /**
   * @param allowed the names of algorithms; empty for all
   * @throws UnusableKeyException if it is none that we can use; the set may hold others
   */
  static TokenKey key(Object json, Set<String> allowed) throws UnusableKeyException {
    if (!(json instanceof Map<?, ?> members)) {
      throw new UnusableKeyException("a JWK is an object");
    }
    if (!KINDS.contains(text(members, "kty").orElse(""))) {
      throw new UnusableKeyException("a public key has the kty RSA, EC or OKP");
    }
    if (members.keySet().stream().anyMatch(PRIVATE_MEMBERS::contains)) {
      throw new UnusableKeyException(
          "it comes with its private half, so that anybody could sign with it");
    }
    KeyAlgorithm fitting = KeyAlgorithm.of(jwk(members));
    if (!isForSignatures(members)) {
      throw fitting.forSomethingElse();
    }
    KeyAlgorithm algorithm = fitting.within(algorithm(members, fitting), allowed);
    return new TokenKey(text(members, "kid").orElse(""), jwk(members), algorithm);
  }

  private static Optional<String> text(Map<?, ?> members, String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static JWK jwk(Map<?, ?> members) throws UnusableKeyException {
    Map<String, Object> relevant = new HashMap<>();
    for (String name : PUBLIC_MEMBERS) {
      Object value = members.get(name);
      if (value != null) {
        relevant.put(name, value);
      }
    }
    try {
      return JWK.parse(relevant);
    } catch (ParseException | RuntimeException e) {
      throw new UnusableKeyException("a JWK is malformed, or its point is not on its curve");
    }
  }

  private static boolean isForSignatures(Map<?, ?> members) {
    boolean used = !members.containsKey("use") || text(members, "use").equals(Optional.of("sig"));
    boolean operates =
        !members.containsKey("key_ops")
            || (members.get("key_ops") instanceof List<?> operations
                && operations.contains("verify"));
    return used && operates;
  }

  private static Optional<String> algorithm(Map<?, ?> members, KeyAlgorithm fitting)
      throws UnusableKeyException {
    Optional<String> named = text(members, "alg");
    if (named.isEmpty() && members.containsKey("alg")) {
      throw fitting.forSomethingElse();
    }
    return named;
  }
}
