package io.github.authfilters.docs;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URL;
import java.util.Set;

/** Another service, which has Nimbus JOSE and none of our code. */
final class VerifyElsewhereExample {

  private VerifyElsewhereExample() {}

  // region: verifier
  /** Make one and keep it: it has the keys, and asks for them again when they are old. */
  static DefaultJWTProcessor<SecurityContext> verifier(URL jwks) {
    DefaultJWTProcessor<SecurityContext> verifier = new DefaultJWTProcessor<>();
    verifier.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    verifier.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.ES256, JWKSourceBuilder.create(jwks).retrying(true).build()));
    verifier.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            "https://api.example.com", // the audience, which is the issuer unless you say another
            new JWTClaimsSet.Builder().issuer("https://api.example.com").build(),
            Set.of("sub", "exp")));
    return verifier;
  }
  // endregion
}
