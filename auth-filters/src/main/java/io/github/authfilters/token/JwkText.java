package io.github.authfilters.token;

import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A JWK or a JWK set (RFC 7517). */
final class JwkText {

  private static final String EXAMPLE =
      "e.g. {\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"2026-11\",\"x\":\"…\",\"d\":\"…\"}"
          + " or {\"keys\":[…]}";

  private JwkText() {}

  static List<JWK> read(String content) throws UnusableKeyException {
    JsonObject json =
        StrictJson.parse(content)
            .orElseThrow(() -> new UnusableKeyException("the JSON is malformed; " + EXAMPLE));
    if (!json.has("keys")) {
      return List.of(jwk(json.members()));
    }
    List<JWK> keys = new ArrayList<>();
    for (Object item : json.member("keys", List.class).orElse(List.of())) {
      keys.add(jwk(item));
    }
    if (keys.isEmpty()) {
      throw new UnusableKeyException("there is no key in the JWK set; " + EXAMPLE);
    }
    return keys;
  }

  private static JWK jwk(Object json) throws UnusableKeyException {
    try {
      if (json instanceof Map<?, ?> members) {
        Map<String, Object> named = new HashMap<>();
        members.forEach((name, value) -> named.put((String) name, value));
        return JWK.parse(named);
      }
    } catch (ParseException | RuntimeException e) {
      // Falls through without the cause, whose message may quote the key.
    }
    throw new UnusableKeyException("a JWK is malformed; " + EXAMPLE);
  }
}
