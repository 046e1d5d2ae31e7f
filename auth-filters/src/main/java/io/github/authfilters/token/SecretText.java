package io.github.authfilters.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Base64url secrets, one a line; blank lines are nothing. */
final class SecretText {

  static final int MIN_BYTES = 32;

  /** How a good one is made. */
  static final String RECIPE = "make one with: openssl rand -base64 32 | tr '+/' '-_' | tr -d '='";

  private static final Pattern PADDING = Pattern.compile("={1,2}$");

  private SecretText() {}

  static List<JWK> read(String content) throws UnusableKeyException {
    List<JWK> keys = new ArrayList<>();
    for (String line : content.lines().map(String::strip).toList()) {
      if (!line.isEmpty()) {
        keys.add(new OctetSequenceKey.Builder(secret(line)).build());
      }
    }
    if (keys.isEmpty()) {
      throw new UnusableKeyException("there is no key in it; " + RECIPE);
    }
    return keys;
  }

  private static byte[] secret(String line) throws UnusableKeyException {
    if (line.indexOf('+') >= 0 || line.indexOf('/') >= 0) {
      throw new UnusableKeyException(
          "a secret is base64url, with - and _ in the places of + and /; " + RECIPE);
    }
    // A phrase of a tutorial is often base64url by chance.
    WeakSecrets.checkPublished(line.getBytes(StandardCharsets.UTF_8));
    return Base64UrlText.decode(PADDING.matcher(line).replaceFirst(""))
        .orElseThrow(
            () ->
                new UnusableKeyException(
                    "it is neither a base64url secret, a JWK, a JWK set nor PEM; " + RECIPE));
  }
}
