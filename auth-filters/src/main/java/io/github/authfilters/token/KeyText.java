package io.github.authfilters.token;

import com.nimbusds.jose.jwk.JWK;
import java.util.ArrayList;
import java.util.List;

/** The content of one source of keys, in any of the forms that we read. */
final class KeyText {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private KeyText() {}

  static List<TokenKey> read(String text) throws UnusableKeyException {
    String content =
        (text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text)
            .strip();
    List<TokenKey> keys = new ArrayList<>();
    for (JWK jwk : jwks(content)) {
      keys.add(OwnJwk.key(jwk));
    }
    return keys;
  }

  private static List<JWK> jwks(String content) throws UnusableKeyException {
    if (content.startsWith("{")) {
      return JwkText.read(content);
    }
    if (content.contains("-----BEGIN ")) {
      return PemText.read(content);
    }
    return SecretText.read(content);
  }
}
