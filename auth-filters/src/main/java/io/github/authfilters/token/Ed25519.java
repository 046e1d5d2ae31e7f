package io.github.authfilters.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Set;

/** Ed25519 signatures (RFC 8037) by the JDK; Nimbus' own classes need Tink, of four megabytes. */
final class Ed25519 {

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);

  private static final int SIGNATURE_LENGTH = 64;

  private Ed25519() {}

  /** Signs; all threads may use one. */
  static final class Signer extends BaseJWSProvider implements JWSSigner {

    private final PrivateKey key;

    Signer(PrivateKey key) {
      super(ALGORITHMS);
      this.key = key;
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] signingInput) throws JOSEException {
      try {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(signingInput);
        return Base64URL.encode(signature.sign());
      } catch (GeneralSecurityException e) {
        throw new JOSEException("Ed25519 can't sign", e);
      }
    }
  }

  /** Verifies; all threads may use one. */
  static final class Verifier extends BaseJWSProvider implements JWSVerifier {

    private final PublicKey key;

    Verifier(PublicKey key) {
      super(ALGORITHMS);
      this.key = key;
    }

    @Override
    public boolean verify(JWSHeader header, byte[] signingInput, Base64URL presented)
        throws JOSEException {
      byte[] bytes = presented.decode();
      // The JDK ignores what is behind a good signature.
      if (bytes.length != SIGNATURE_LENGTH) {
        return false;
      }
      try {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(signingInput);
        return signature.verify(bytes);
      } catch (SignatureException notEvenASignature) {
        return false;
      } catch (GeneralSecurityException e) {
        throw new JOSEException("Ed25519 can't verify", e);
      }
    }
  }
}
