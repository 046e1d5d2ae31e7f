package io.github.authfilters.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A key with the one algorithm that it is for: proves signatures, and signs where it has its
 * private half.
 *
 * <p>All threads may use one: Nimbus' signers and verifiers, and ours, ask for a new {@code Mac} or
 * {@code Signature} at each call.
 */
final class TokenKey {

  private static final int MAX_ID_LENGTH = 128;
  private static final int THUMBPRINT_LENGTH = 16;

  private final String id;
  private final String thumbprint;
  private final JWSHeader header;
  private final JWSVerifier verifier;
  private final Optional<JWSSigner> signer;

  private TokenKey(String id, String thumbprint, KeyAlgorithm algorithm) {
    this.id = id;
    this.thumbprint = thumbprint;
    this.header = new JWSHeader(algorithm.name());
    this.verifier = algorithm.verifier();
    this.signer = algorithm.signer();
  }

  static TokenKey of(JWK jwk) throws UnusableKeyException {
    try {
      String thumbprint = jwk.computeThumbprint().toString();
      String id = jwk.getKeyID();
      if (id == null) {
        id = thumbprint.substring(0, THUMBPRINT_LENGTH);
      }
      if (id.isBlank() || id.length() > MAX_ID_LENGTH) {
        throw new UnusableKeyException("a kid has 1 to 128 characters, e.g. \"2026-11\"");
      }
      TokenKey key = new TokenKey(id, thumbprint, KeyAlgorithm.of(jwk));
      key.checkHalves();
      return key;
    } catch (JOSEException e) {
      throw new UnusableKeyException("the key can't be used; " + KeyAlgorithm.RULE);
    }
  }

  private void checkHalves() throws UnusableKeyException {
    byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
    if (signs() && !verifies(probe, sign(probe))) {
      throw new UnusableKeyException(
          "the private and the public half don't belong together; give one pair, as it was made");
    }
  }

  /** The {@code kid}. */
  String id() {
    return id;
  }

  /** The {@code alg}. */
  String algorithm() {
    return header.getAlgorithm().getName();
  }

  boolean signs() {
    return signer.isPresent();
  }

  /** Only where {@link #signs}. */
  byte[] sign(byte[] signingInput) {
    try {
      return signer.orElseThrow().sign(header, signingInput).decode();
    } catch (JOSEException e) {
      throw new IllegalStateException("the key " + id + " can't sign", e);
    }
  }

  /** Gives Nimbus a header of ours: what a token's header says is not its business. */
  boolean verifies(byte[] signingInput, byte[] signature) {
    try {
      return verifier.verify(header, signingInput, Base64URL.encode(signature));
    } catch (JOSEException e) {
      // Some signatures are too garbled for the provider to say no.
      return false;
    }
  }

  boolean isSameKeyAs(TokenKey other) {
    return thumbprint.equals(other.thumbprint);
  }

  @Override
  public String toString() {
    return "TokenKey[" + algorithm() + "]";
  }
}
