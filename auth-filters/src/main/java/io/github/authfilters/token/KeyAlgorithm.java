package io.github.authfilters.token;

import com.nimbusds.jose.JOSEException;
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
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The algorithms that a kind of key is for, bound to the key: a token never has a choice.
 *
 * @param names the {@code alg} of RFC 7518 and its successors, the usual one first; one at least
 */
record KeyAlgorithm(List<String> names, JWSVerifier verifier, Optional<JWSSigner> signer) {

  static final String RULE =
      "a key is a secret (HS256), RSA of 2048 to 8192 bits (RS256), EC on P-256, P-384 or P-521"
          + " (ES256, ES384, ES512) or Ed25519 (EdDSA)";

  private static final List<String> RSA =
      List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");

  private static final Map<Curve, String> BY_CURVE =
      Map.of(Curve.P_256, "ES256", Curve.P_384, "ES384", Curve.P_521, "ES512");

  /** One algorithm with two names: RFC 8037, and RFC 9864. */
  private static final List<String> ED25519 = List.of("EdDSA", "Ed25519");

  /** All that a public key can prove. */
  static final Set<String> OF_PUBLIC_KEYS =
      Stream.of(RSA, BY_CURVE.values(), ED25519)
          .flatMap(names -> names.stream())
          .collect(Collectors.toUnmodifiableSet());

  /**
   * By the kind alone.
   *
   * @throws UnusableKeyException if the key is too weak or of another kind
   */
  static KeyAlgorithm of(JWK jwk) throws UnusableKeyException {
    try {
      return byKind(jwk);
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
        List.of("HS256"), new MACVerifier(secret), Optional.of(new MACSigner(secret)));
  }

  private static KeyAlgorithm of(RSAKey jwk) throws JOSEException, UnusableKeyException {
    WeakRsa.check(
        jwk.getModulus().decodeToBigInteger(), jwk.getPublicExponent().decodeToBigInteger());
    Optional<JWSSigner> signer =
        jwk.isPrivate() ? Optional.of(new RSASSASigner(jwk)) : Optional.empty();
    return new KeyAlgorithm(RSA, new RSASSAVerifier(jwk), signer);
  }

  private static KeyAlgorithm of(ECKey jwk) throws JOSEException, UnusableKeyException {
    String name = BY_CURVE.get(jwk.getCurve());
    if (name == null) {
      throw new UnusableKeyException("the EC key is on another curve; " + RULE);
    }
    Optional<JWSSigner> signer =
        jwk.isPrivate() ? Optional.of(new ECDSASigner(jwk)) : Optional.empty();
    return new KeyAlgorithm(List.of(name), new ECDSAVerifier(jwk), signer);
  }

  private static KeyAlgorithm of(OctetKeyPair jwk)
      throws GeneralSecurityException, UnusableKeyException {
    PublicKey publicHalf = Ed25519KeyPair.publicKey(jwk);
    WeakEd25519.check(jwk.getDecodedX());
    Optional<JWSSigner> signer =
        jwk.isPrivate()
            ? Optional.of(new Ed25519.Signer(Ed25519KeyPair.privateKey(jwk)))
            : Optional.empty();
    return new KeyAlgorithm(ED25519, new Ed25519.Verifier(publicHalf), signer);
  }

  /** The one that a key of ours is for: what it says of itself, or else the usual one. */
  KeyAlgorithm only(Optional<String> named) throws UnusableKeyException {
    String name = named.orElse(names.get(0));
    if (!names.contains(name)) {
      throw forSomethingElse();
    }
    return new KeyAlgorithm(List.of(name), verifier, signer);
  }

  /**
   * Those of another issuer's key that it says itself and that are allowed; nothing said is all.
   * The two names of one algorithm go together.
   */
  KeyAlgorithm within(Optional<String> named, Set<String> allowed) throws UnusableKeyException {
    List<String> said =
        names.stream().filter(n -> named.isEmpty() || isAmong(n, Set.of(named.get()))).toList();
    if (said.isEmpty()) {
      throw forSomethingElse();
    }
    List<String> left =
        said.stream().filter(n -> allowed.isEmpty() || isAmong(n, allowed)).toList();
    if (left.isEmpty()) {
      throw new UnusableKeyException(
          "the key is for " + said + ", and none of that is among the allowed algorithms");
    }
    return new KeyAlgorithm(left, verifier, signer);
  }

  private static boolean isAmong(String name, Set<String> some) {
    return some.contains(name)
        || (ED25519.contains(name) && ED25519.stream().anyMatch(some::contains));
  }

  UnusableKeyException forSomethingElse() {
    return new UnusableKeyException(
        "the key's alg, use or key_ops is for something else; this one can be \"alg\":\""
            + names.get(0)
            + "\",\"use\":\"sig\"");
  }

  @Override
  public String toString() {
    return "KeyAlgorithm" + names;
  }
}
