package io.github.authfilters.token;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/** One block of a PEM text: a private or a public key as the JDK reads it. */
final class PemKey {

  private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");

  private final Key key;
  private final byte[] encoded;

  private PemKey(Key key, byte[] encoded) {
    this.key = key;
    this.encoded = encoded;
  }

  static PemKey ofPrivate(byte[] pkcs8) throws UnusableKeyException {
    return read(pkcs8, new PKCS8EncodedKeySpec(pkcs8), KeyFactory::generatePrivate);
  }

  static PemKey ofPublic(byte[] x509) throws UnusableKeyException {
    return read(x509, new X509EncodedKeySpec(x509), KeyFactory::generatePublic);
  }

  private static PemKey read(byte[] encoded, KeySpec spec, Reader reader)
      throws UnusableKeyException {
    for (String kind : KINDS) {
      try {
        return new PemKey(reader.read(KeyFactory.getInstance(kind), spec), encoded);
      } catch (GeneralSecurityException | RuntimeException anotherKind) {
        // Each factory refuses what is of another kind; what all refuse is refused below.
      }
    }
    throw new UnusableKeyException("the PEM can't be read; " + KeyAlgorithm.RULE);
  }

  /** The pair where this is an EC key without a public half and the other one has it. */
  Optional<JWK> pairedWith(PemKey other) {
    if (key instanceof ECPrivateKey half
        && other.key instanceof ECPublicKey publicHalf
        && EcPublicHalf.of(half, encoded).isEmpty()) {
      return Optional.of(ec(publicHalf).privateKey(half).build());
    }
    return Optional.empty();
  }

  JWK alone() throws UnusableKeyException {
    try {
      return jwk();
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new UnusableKeyException("the PEM can't be used; " + KeyAlgorithm.RULE);
    }
  }

  private JWK jwk() throws GeneralSecurityException, UnusableKeyException {
    if (key instanceof RSAPrivateCrtKey rsa) {
      KeySpec spec = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
      RSAPublicKey half = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
      return new RSAKey.Builder(half).privateKey(rsa).build();
    }
    if (key instanceof RSAPublicKey rsa) {
      return new RSAKey.Builder(rsa).build();
    }
    if (key instanceof ECPrivateKey ec) {
      return ec(publicHalf(ec)).privateKey(ec).build();
    }
    if (key instanceof ECPublicKey ec) {
      return ec(ec).build();
    }
    if (key instanceof EdECPrivateKey ed) {
      return Ed25519KeyPair.jwk(ed);
    }
    if (key instanceof EdECPublicKey && key instanceof PublicKey ed) {
      return Ed25519KeyPair.jwk(ed);
    }
    throw new UnusableKeyException("the PEM's key is of another kind; " + KeyAlgorithm.RULE);
  }

  private ECPublicKey publicHalf(ECPrivateKey ec) throws UnusableKeyException {
    return EcPublicHalf.of(ec, encoded)
        .orElseThrow(
            () ->
                new UnusableKeyException(
                    "the EC key comes without its public half; put it behind the private key, as"
                        + " a block of its own: openssl pkey -in key.pem -pubout >> key.pem"));
  }

  private static ECKey.Builder ec(ECPublicKey key) {
    return new ECKey.Builder(Curve.forECParameterSpec(key.getParams()), key);
  }

  @Override
  public String toString() {
    return "PemKey[hidden]";
  }

  /** One of the two methods of a {@link KeyFactory}. */
  private interface Reader {
    Key read(KeyFactory factory, KeySpec spec) throws GeneralSecurityException;
  }
}
