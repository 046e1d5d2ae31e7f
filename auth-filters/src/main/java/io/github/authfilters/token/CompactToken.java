package io.github.authfilters.token;

import io.github.authfilters.token.RejectedToken.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A presented token taken apart (RFC 7515, section 3.1); nothing in it has been proven. */
final class CompactToken {

  static final int MAX_LENGTH = 8 * 1024;

  private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt", "jwt");

  private final JsonObject header;
  private final JsonObject payload;
  private final byte[] signingInput;
  private final byte[] signature;

  private CompactToken(
      JsonObject header, JsonObject payload, byte[] signingInput, byte[] signature) {
    this.header = header;
    this.payload = payload;
    this.signingInput = signingInput;
    this.signature = signature;
  }

  /** What speaks against the text before anything in it is decoded. */
  static Optional<Reason> objection(String presented) {
    if (presented.length() > MAX_LENGTH) {
      return Optional.of(Reason.TOO_LONG);
    }
    long dots = presented.chars().filter(c -> c == '.').count();
    if (dots == 4) {
      return Optional.of(Reason.ENCRYPTED);
    }
    return dots == 2 ? Optional.empty() : Optional.of(Reason.MALFORMED);
  }

  /** Takes apart a text without {@link #objection}; empty where it is malformed. */
  static Optional<CompactToken> parse(String presented) {
    int first = presented.indexOf('.');
    int second = presented.lastIndexOf('.');
    Optional<JsonObject> header = json(presented.substring(0, first));
    Optional<JsonObject> payload = json(presented.substring(first + 1, second));
    Optional<byte[]> signature = Base64UrlText.decode(presented.substring(second + 1));
    if (header.isEmpty() || payload.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    byte[] signingInput = presented.substring(0, second).getBytes(StandardCharsets.US_ASCII);
    return Optional.of(
        new CompactToken(header.get(), payload.get(), signingInput, signature.get()));
  }

  private static Optional<JsonObject> json(String part) {
    return Base64UrlText.decode(part).flatMap(StrictJson::parse);
  }

  /** What speaks against the header, whoever signed it: RFC 7515, section 4.1.11, and RFC 8725. */
  Optional<Reason> headerObjection() {
    // No extension is implemented here, so that any critical one is unknown.
    if (header.has("crit")) {
      return Optional.of(Reason.UNKNOWN_CRITICAL_HEADER);
    }
    boolean typed = header.has("typ");
    Optional<String> type = header.member("typ", String.class);
    if (typed && type.filter(t -> TYPES.contains(t.toLowerCase(Locale.ROOT))).isEmpty()) {
      return Optional.of(Reason.WRONG_TYPE);
    }
    return Optional.empty();
  }

  /**
   * What speaks against the signature. The token may say which of the keys it means, but an
   * algorithm belongs to a key, and the token can only agree.
   */
  Optional<Reason> signatureObjection(KeySet keys) {
    List<TokenKey> meant = new ArrayList<>(keys.all());
    if (header.has("kid")) {
      String id = header.member("kid", String.class).orElse("");
      meant.removeIf(key -> !key.id().equals(id));
    }
    if (meant.isEmpty()) {
      return Optional.of(Reason.UNKNOWN_KEY);
    }
    String algorithm = header.member("alg", String.class).orElse("");
    meant.removeIf(key -> !key.algorithm().equals(algorithm));
    if (meant.isEmpty()) {
      return Optional.of(Reason.WRONG_ALGORITHM);
    }
    boolean proven = meant.stream().anyMatch(key -> key.verifies(signingInput, signature));
    return proven ? Optional.empty() : Optional.of(Reason.BAD_SIGNATURE);
  }

  /** Who it says has issued it: only good for choosing the keys that must prove it. */
  Optional<String> claimedIssuer() {
    return payload.member("iss", String.class);
  }

  JsonObject payload() {
    return payload;
  }

  /** Names the token where it has no {@code jti}. Leaves out the signature: ECDSA has several. */
  String digest() {
    return Digest.sha256(signingInput);
  }
}
