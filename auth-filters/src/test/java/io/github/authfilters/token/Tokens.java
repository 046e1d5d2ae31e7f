package io.github.authfilters.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs any text as a token, by nothing of the code under test.
 *
 * @param secret base64url, as {@link SigningKeys#parse} takes it
 */
public record Tokens(String secret) {

  /** The realm's own. */
  public static final Tokens OURS = new Tokens("bGd4QRPcSLu_0xW4x7m3Jk5uZ1vNq9yTe8iOaHrEw2M");

  /** Somebody else's. */
  public static final Tokens MALLORY = new Tokens("Zm7pKQwY1dXe4rT9uVbN3sLcGhJ2oA6iM8fRkE5xB0Q");

  /** The header that goes with a token of the realm's own. */
  public static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}";

  /** Signs by HS256, whatever the header says. */
  public String sign(String header, String payload) {
    return signParts(encode(header) + '.' + encode(payload));
  }

  public String sign(String payload) {
    return sign(HEADER, payload);
  }

  /** Signs two parts that are encoded already, or only look so. */
  public String signParts(String signingInput) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(secret), "HmacSHA256"));
      byte[] signature = mac.doFinal(signingInput.getBytes(StandardCharsets.UTF_8));
      return signingInput + '.' + encode(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
