package io.github.authfilters.token;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Makes keys of ours from JWKs: strictly, since whoever wrote them can write them better. */
final class OwnJwk {

  private static final int MAX_ID_LENGTH = 128;
  private static final int THUMBPRINT_LENGTH = 16;
  private static final Set<KeyOperation> OPERATIONS =
      Set.of(KeyOperation.SIGN, KeyOperation.VERIFY);

  private OwnJwk() {}

  /**
   * @throws UnusableKeyException if the key is too weak, of another kind, or says itself that it is
   *     for something else
   */
  static TokenKey key(JWK jwk) throws UnusableKeyException {
    KeyAlgorithm fitting = KeyAlgorithm.of(jwk);
    boolean toSign = jwk.getKeyUse() == null || KeyUse.SIGNATURE.equals(jwk.getKeyUse());
    Set<KeyOperation> operations = jwk.getKeyOperations();
    if (!toSign || (operations != null && Collections.disjoint(operations, OPERATIONS))) {
      throw fitting.forSomethingElse();
    }
    Optional<String> named = Optional.ofNullable(jwk.getAlgorithm()).map(Algorithm::getName);
    return new TokenKey(id(jwk), jwk, fitting.only(named));
  }

  private static String id(JWK jwk) throws UnusableKeyException {
    String id = jwk.getKeyID() == null ? thumbprint(jwk) : jwk.getKeyID();
    if (id.isBlank() || id.length() > MAX_ID_LENGTH) {
      throw new UnusableKeyException("a kid has 1 to 128 characters, e.g. \"2026-11\"");
    }
    return id;
  }

  private static String thumbprint(JWK jwk) throws UnusableKeyException {
    try {
      return jwk.computeThumbprint().toString().substring(0, THUMBPRINT_LENGTH);
    } catch (JOSEException e) {
      throw new UnusableKeyException("the key can't be used; " + KeyAlgorithm.RULE);
    }
  }
}
