package io.github.authfilters.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;

/** The algorithm that a kind of key is for, bound to the key: there is never a choice. */
record KeyAlgorithm(JWSAlgorithm name, JWSVerifier verifier, Optional<JWSSigner> signer) {

  static final String RULE =
      "a key is a secret (HS256), RSA of 2048 bits or more (RS256), EC on P-256, P-384 or P-521"
          + " (ES256, ES384, ES512) or Ed25519 (EdDSA)";

  private static final int MIN_RSA_BITS = 2048;

  private static final Map<Curve, JWSAlgorithm> BY_CURVE =
      Map.of(
          Curve.P_256, JWSAlgorithm.ES256,
          Curve.P_384, JWSAlgorithm.ES384,
          Curve.P_521, JWSAlgorithm.ES512);

  /**
   * @throws UnusableKeyException if the key is too weak, of another kind, or says itself that it is
   *     for something else
   */
  static KeyAlgorithm of(JWK jwk) throws UnusableKeyException {
    try {
      KeyAlgorithm algorithm = byKind(jwk);
      boolean forAnother =
          jwk.getAlgorithm() != null
              && !jwk.getAlgorithm().getName().equals(algorithm.name.getName());
      if (forAnother || KeyUse.ENCRYPTION.equals(jwk.getKeyUse())) {
        throw new UnusableKeyException(
            "the JWK's alg or use is for something else; this one can be \"alg\":\""
                + algorithm.name
                + "\",\"use\":\"sig\"");
      }
      return algorithm;
    } catch (JOSEException | GeneralSecurityException e) {
      throw new UnusableKeyException("the key can't be used; " + RULE);
    }
  }

  private static KeyAlgorithm byKind(JWK jwk)
      throws JOSEException, GeneralSecurityException, UnusableKeyException {
    if (jwk instanceof OctetSequenceKey secret) {
      return of(secret);
    }
    if (jwk instanceof RSAKey rsa) {
      return of(rsa);
    }
    if (jwk instanceof ECKey ec) {
      return of(ec);
    }
    if (jwk instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve())) {
      return of(pair);
    }
    throw new UnusableKeyException("the key is of another kind; " + RULE);
  }

  private static KeyAlgorithm of(OctetSequenceKey jwk) throws JOSEException, UnusableKeyException {
    byte[] secret = jwk.toByteArray();
    WeakSecrets.check(secret);
    return new KeyAlgorithm(
        JWSAlgorithm.HS256, new MACVerifier(secret), Optional.of(new MACSigner(secret)));
  }

  private static KeyAlgorithm of(RSAKey jwk) throws JOSEException, UnusableKeyException {
    if (jwk.size() < MIN_RSA_BITS) {
      throw new UnusableKeyException(
          "an RSA key has 2048 bits or more; make one with:"
              + " openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072");
    }
    Optional<JWSSigner> signer =
        jwk.isPrivate() ? Optional.of(new RSASSASigner(jwk)) : Optional.empty();
    return new KeyAlgorithm(JWSAlgorithm.RS256, new RSASSAVerifier(jwk), signer);
  }

  private static KeyAlgorithm of(ECKey jwk) throws JOSEException, UnusableKeyException {
    JWSAlgorithm name = BY_CURVE.get(jwk.getCurve());
    if (name == null) {
      throw new UnusableKeyException("the EC key is on another curve; " + RULE);
    }
    Optional<JWSSigner> signer =
        jwk.isPrivate() ? Optional.of(new ECDSASigner(jwk)) : Optional.empty();
    return new KeyAlgorithm(name, new ECDSAVerifier(jwk), signer);
  }

  private static KeyAlgorithm of(OctetKeyPair jwk) throws GeneralSecurityException {
    Optional<JWSSigner> signer =
        jwk.isPrivate()
            ? Optional.of(new Ed25519.Signer(Ed25519KeyPair.privateKey(jwk)))
            : Optional.empty();
    JWSVerifier verifier = new Ed25519.Verifier(Ed25519KeyPair.publicKey(jwk));
    return new KeyAlgorithm(JWSAlgorithm.EdDSA, verifier, signer);
  }

  @Override
  public String toString() {
    return "KeyAlgorithm[" + name + "]";
  }
}
