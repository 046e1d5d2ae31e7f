package io.github.authfilters.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens as somebody could who has the key, or who hopes to do without. */
final class TokenForge {

  /** The servers' signing key. */
  static final String KEY = base64("a signing key for nothing but tests: 48 bytes...");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode header;
  private final ObjectNode claims;

  /** Starts from a real token's header and claims. */
  TokenForge(String token) {
    String[] parts = token.split("\\.", -1);
    this.header = object(parts[0]);
    this.claims = object(parts[1]);
  }

  TokenForge header(Consumer<ObjectNode> change) {
    change.accept(header);
    return this;
  }

  TokenForge claims(Consumer<ObjectNode> change) {
    change.accept(claims);
    return this;
  }

  JsonNode claim(String name) {
    return claims.path(name);
  }

  /** Signed with the servers' key. */
  String signed() {
    return signed("HmacSHA256", KEY);
  }

  String signed(String algorithm, String key) {
    return signed(algorithm, key, header.toString(), claims.toString());
  }

  static String signed(String algorithm, String key, String header, String claims) {
    String content = base64(header) + "." + base64(claims);
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(key), algorithm));
      return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String unsigned() {
    return base64(header.toString()) + "." + base64(claims.toString()) + ".";
  }

  String headerText() {
    return header.toString();
  }

  String claimsText() {
    return claims.toString();
  }

  static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static ObjectNode object(String part) {
    try {
      return (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(part));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
