package io.github.authfilters.token;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The keys of this realm: the first signs, all verify. */
public final class SigningKeys {

  private final KeySet keys;

  private SigningKeys(KeySet keys) {
    this.keys = keys;
  }

  /**
   * Reads keys, each text the content of one source: base64url secrets, one a line; a JWK; a JWK
   * set; or PEM with PKCS#8 private keys. Public keys alone are good for all places but the first.
   *
   * @throws IllegalArgumentException if there is no key or any is weak, published or unreadable;
   *     the message has the number of the text, the rule and an example, and nothing of the key
   */
  public static SigningKeys parse(List<String> texts) {
    List<TokenKey> keys = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      try {
        keys.addAll(KeyText.read(texts.get(i)));
      } catch (UnusableKeyException e) {
        throw new IllegalArgumentException("key source " + (i + 1) + ": " + e.getMessage());
      }
    }
    try {
      return of(keys);
    } catch (UnusableKeyException e) {
      throw new IllegalArgumentException("keys: " + e.getMessage());
    }
  }

  private static SigningKeys of(List<TokenKey> keys) throws UnusableKeyException {
    if (keys.isEmpty()) {
      throw new UnusableKeyException(
          "there is none, and one is needed to sign; " + SecretText.RECIPE);
    }
    if (!keys.get(0).signs()) {
      throw new UnusableKeyException(
          "the first one signs and has to be a private key or a secret; put the public one behind it");
    }
    return new SigningKeys(KeySet.of(keys));
  }

  /** One secret of 256 bits, which nobody else will ever know: not a restart, nor another node. */
  public static SigningKeys generated(SecureRandom random) {
    byte[] secret = new byte[SecretText.MIN_BYTES];
    random.nextBytes(secret);
    return parse(List.of(Base64UrlText.of(secret)));
  }

  /** The JWK set (RFC 7517) of the public halves; secrets are left out. */
  public String publicKeys() {
    return keys.all().stream()
        .flatMap(key -> key.publicHalf().stream())
        .map(PublicJwk::json)
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  /** The {@code kid} of each key, the one that signs first; nothing secret, and so for the log. */
  public List<String> keyIds() {
    return keys.all().stream().map(TokenKey::id).toList();
  }

  TokenKey signing() {
    return keys.all().get(0);
  }

  KeySet keySet() {
    return keys;
  }

  @Override
  public String toString() {
    return "SigningKeys" + keys.all();
  }
}
