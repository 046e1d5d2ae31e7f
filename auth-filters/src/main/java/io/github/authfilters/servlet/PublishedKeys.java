package io.github.authfilters.servlet;

import io.github.authfilters.token.SigningKeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;

/** A JWK set as it goes over the wire. */
final class PublishedKeys {

  /** A key that is put in spreads to all who verify within five minutes. */
  private static final String FIVE_MINUTES = "public, max-age=300";

  private static final String NONE = "{\"keys\":[]}";

  private final Optional<SigningKeys> keys;
  private final byte[] body;
  private final String tag;

  private PublishedKeys(Optional<SigningKeys> keys, byte[] body) {
    this.keys = keys;
    this.body = body;
    this.tag = '"' + digest(body) + '"';
  }

  static PublishedKeys of(Optional<SigningKeys> keys) {
    String text = keys.map(SigningKeys::publicKeys).orElse(NONE);
    return new PublishedKeys(keys, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Keys that are read again are other objects. */
  boolean isOf(Optional<SigningKeys> others) {
    return keys.isPresent() == others.isPresent() && (keys.isEmpty() || keys.get() == others.get());
  }

  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", FIVE_MINUTES);
    response.setHeader("ETag", tag);
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (isKnown(request)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType("application/jwk-set+json");
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  /** If-None-Match (RFC 9110 section 13.1.2), where a weak tag is as good as a strong one. */
  private boolean isKnown(HttpServletRequest request) {
    return Collections.list(request.getHeaders("If-None-Match")).stream()
        .flatMap(field -> Stream.of(field.split(",")))
        .map(String::strip)
        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
  }

  private static String digest(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java runtime has it
    }
  }
}
