package io.github.authfilters.token;

import com.nimbusds.jose.jwk.JWK;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PEM (RFC 7468) with private keys in PKCS#8 and public keys; what stands between is nothing. */
final class PemText {

  private static final Pattern BLOCK =
      Pattern.compile("(?s)-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----");

  private static final String EXAMPLE =
      "make one with: openssl genpkey -algorithm ed25519 -out key.pem";

  private PemText() {}

  static List<JWK> read(String content) throws UnusableKeyException {
    List<PemKey> keys = new ArrayList<>();
    Matcher block = BLOCK.matcher(content);
    int end = 0;
    while (block.find()) {
      checkBetween(content.substring(end, block.start()));
      keys.add(key(block.group(1), block.group(2)));
      end = block.end();
    }
    checkBetween(content.substring(end));
    return paired(keys);
  }

  private static void checkBetween(String text) throws UnusableKeyException {
    if (text.contains("-----")) {
      throw new UnusableKeyException("the PEM has a block that doesn't end; " + EXAMPLE);
    }
  }

  private static PemKey key(String label, String body) throws UnusableKeyException {
    return switch (label) {
      case "PRIVATE KEY" -> PemKey.ofPrivate(decoded(body));
      case "PUBLIC KEY" -> PemKey.ofPublic(decoded(body));
      case "ENCRYPTED PRIVATE KEY" ->
          throw new UnusableKeyException(
              "the PEM is encrypted, and nobody is here to type the password; decrypt it with:"
                  + " openssl pkcs8 -in old.pem -out key.pem");
      case "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY", "EC PARAMETERS" ->
          throw new UnusableKeyException(
              "the PEM is in an older form than PKCS#8; convert it with:"
                  + " openssl pkcs8 -topk8 -nocrypt -in old.pem -out key.pem");
      case "CERTIFICATE" ->
          throw new UnusableKeyException(
              "a certificate is no key; give the private key that belongs to it, or " + EXAMPLE);
      default ->
          throw new UnusableKeyException(
              "the PEM has to say PRIVATE KEY or PUBLIC KEY; " + EXAMPLE);
    };
  }

  private static byte[] decoded(String body) throws UnusableKeyException {
    try {
      return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new UnusableKeyException("the PEM is no base64; " + EXAMPLE);
    }
  }

  /** An EC key without its public half makes a pair with a public one right behind or before it. */
  private static List<JWK> paired(List<PemKey> keys) throws UnusableKeyException {
    List<JWK> jwks = new ArrayList<>();
    List<PemKey> rest = new ArrayList<>(keys);
    while (!rest.isEmpty()) {
      PemKey key = rest.remove(0);
      Optional<PemKey> next = rest.isEmpty() ? Optional.empty() : Optional.of(rest.get(0));
      Optional<JWK> pair =
          next.flatMap(other -> key.pairedWith(other).or(() -> other.pairedWith(key)));
      if (pair.isPresent()) {
        rest.remove(0);
      }
      jwks.add(pair.isPresent() ? pair.get() : key.alone());
    }
    return jwks;
  }
}
