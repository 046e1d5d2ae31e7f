package io.github.authfilters.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of keys that can be made anew. */
enum NewKey {
  ED25519("Ed25519", "EdDSA"),
  ES256("ES256", "ES256"),
  RS256("RS256", "RS256"),
  HS256("HS256", "HS256");

  private static final int RSA_BITS = 3072;
  private static final int SECRET_BITS = 8 * SecretText.MIN_BYTES;

  private final String word;
  private final String algorithm;

  /**
   * @param word as the command takes it
   * @param algorithm the {@code alg} of the key
   */
  NewKey(String word, String algorithm) {
    this.word = word;
    this.algorithm = algorithm;
  }

  /** Throws IllegalArgumentException where there is none of this name. */
  static NewKey named(String word) {
    for (NewKey type : values()) {
      if (type.word.equals(word)) {
        return type;
      }
    }
    throw new IllegalArgumentException("--type is Ed25519, ES256, RS256 or HS256.");
  }

  /** With its private half. Without a kid it gets the one by which we know a key that has none. */
  JWK make(Optional<String> kid, SecureRandom random)
      throws JOSEException, GeneralSecurityException {
    JWK bare = bare(random);
    Map<String, Object> members = bare.toJSONObject();
    members.put("kid", kid.orElseGet(() -> idOf(bare)));
    members.put("use", "sig");
    members.put("alg", algorithm);
    try {
      return JWK.parse(members);
    } catch (ParseException e) {
      throw new IllegalStateException("a key that was just made can be read", e);
    }
  }

  private static String idOf(JWK key) {
    return SigningKeys.parse(List.of(key.toJSONString())).keyIds().get(0);
  }

  private JWK bare(SecureRandom random) throws JOSEException, GeneralSecurityException {
    return switch (this) {
      case ED25519 -> ed25519(random);
      case ES256 -> new ECKeyGenerator(Curve.P_256).secureRandom(random).generate();
      case RS256 -> new RSAKeyGenerator(RSA_BITS).secureRandom(random).generate();
      case HS256 -> new OctetSequenceKeyGenerator(SECRET_BITS).secureRandom(random).generate();
    };
  }

  /** By the JDK: Nimbus' own generator needs Tink. */
  private static OctetKeyPair ed25519(SecureRandom random) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    generator.initialize(255, random);
    if (generator.generateKeyPair().getPrivate() instanceof EdECPrivateKey key) {
      return Ed25519KeyPair.jwk(key);
    }
    throw new GeneralSecurityException("its Ed25519 keys are of a kind of its own");
  }

  /** One line, as a source of keys takes it; a secret that was given no name is bare. */
  String text(JWK key, boolean isNamed) {
    return key instanceof OctetSequenceKey secret && !isNamed
        ? secret.getKeyValue().toString()
        : key.toJSONString();
  }

  @Override
  public String toString() {
    return word;
  }
}
