package io.github.authfilters.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A key with the algorithms that it is for: proves signatures, and signs where it has its private
 * half.
 *
 * <p>All threads may use one: Nimbus' signers and verifiers, and ours, ask for a new {@code Mac} or
 * {@code Signature} at each call.
 */
final class TokenKey {

  private final String id;
  private final String thumbprint;
  private final String algorithm;
  private final Map<String, JWSHeader> headers;
  private final JWSVerifier verifier;
  private final Optional<JWSSigner> signer;
  private final Optional<PublicJwk> publicHalf;

  /** The key under this {@code kid}, for these algorithms, of which the first one signs. */
  TokenKey(String id, JWK jwk, KeyAlgorithm algorithm) throws UnusableKeyException {
    try {
      this.id = id;
      this.thumbprint = jwk.computeThumbprint().toString();
      this.algorithm = algorithm.names().get(0);
      Map<String, JWSHeader> byName = new LinkedHashMap<>();
      algorithm.names().forEach(n -> byName.put(n, new JWSHeader(JWSAlgorithm.parse(n))));
      this.headers = Map.copyOf(byName);
      this.verifier = algorithm.verifier();
      this.signer = algorithm.signer();
      this.publicHalf = PublicJwk.of(jwk, id, this.algorithm);
    } catch (JOSEException e) {
      throw new UnusableKeyException("the key can't be used; " + KeyAlgorithm.RULE);
    }
    checkHalves();
  }

  private void checkHalves() throws UnusableKeyException {
    byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
    if (signs() && !verifies(algorithm, probe, sign(probe))) {
      throw new UnusableKeyException(
          "the private and the public half don't belong together; give one pair, as it was made");
    }
  }

  /** The {@code kid}. */
  String id() {
    return id;
  }

  /** The {@code alg} that it signs by. */
  String algorithm() {
    return algorithm;
  }

  boolean fits(String name) {
    return headers.containsKey(name);
  }

  boolean signs() {
    return signer.isPresent();
  }

  /** Only where {@link #signs}. */
  byte[] sign(byte[] signingInput) {
    try {
      return signer.orElseThrow().sign(header(algorithm), signingInput).decode();
    } catch (JOSEException e) {
      throw new IllegalStateException("the key " + id + " can't sign", e);
    }
  }

  /**
   * Only for an algorithm that it {@link #fits}. Gives Nimbus a header of ours: what a token's
   * header says is not its business.
   */
  boolean verifies(String name, byte[] signingInput, byte[] signature) {
    try {
      return verifier.verify(header(name), signingInput, Base64URL.encode(signature));
    } catch (JOSEException e) {
      // Some signatures are too garbled for the provider to say no.
      return false;
    }
  }

  private JWSHeader header(String name) {
    JWSHeader header = headers.get(name);
    if (header == null) {
      throw new IllegalArgumentException("the key " + id + " is not for this algorithm");
    }
    return header;
  }

  /** What may be published; empty for a secret. */
  Optional<PublicJwk> publicHalf() {
    return publicHalf;
  }

  boolean isSameKeyAs(TokenKey other) {
    return thumbprint.equals(other.thumbprint);
  }

  @Override
  public String toString() {
    return "TokenKey[" + algorithm + "]";
  }
}
