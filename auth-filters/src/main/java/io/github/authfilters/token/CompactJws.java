package io.github.authfilters.token;

import io.github.authfilters.token.RejectedToken.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A signed text taken apart (RFC 7515, section 3.1); nothing in it has been proven. */
final class CompactJws {

  /** So many keys are tried at most, where a token does not say which, or many have its kid. */
  private static final int MAX_TRIED = 20;

  private final JsonObject header;
  private final byte[] payload;
  private final byte[] signingInput;
  private final byte[] signature;

  private CompactJws(JsonObject header, byte[] payload, byte[] signingInput, byte[] signature) {
    this.header = header;
    this.payload = payload;
    this.signingInput = signingInput;
    this.signature = signature;
  }

  /** Takes it apart; empty where it is malformed. */
  static Optional<CompactJws> parse(String presented) {
    String[] parts = presented.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    Optional<JsonObject> header = header(parts[0]);
    Optional<byte[]> payload = Base64UrlText.decode(parts[1]);
    Optional<byte[]> signature = Base64UrlText.decode(parts[2]);
    if (header.isEmpty() || payload.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    byte[] signingInput = (parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII);
    return Optional.of(new CompactJws(header.get(), payload.get(), signingInput, signature.get()));
  }

  /** The header alone; empty where the text does not begin with one. */
  static Optional<JsonObject> header(String part) {
    return Base64UrlText.decode(part).flatMap(StrictJson::parse);
  }

  /**
   * What speaks against the signature. The token may say which of the keys it means, but an
   * algorithm belongs to a key, and the token can only agree.
   */
  Optional<Reason> objection(KeySet keys) {
    List<TokenKey> meant = keys.all();
    if (header.has("kid")) {
      String id = header.member("kid", String.class).orElse("");
      meant = meant.stream().filter(key -> !id.isEmpty() && key.id().equals(id)).toList();
    }
    if (meant.isEmpty()) {
      return Optional.of(Reason.UNKNOWN_KEY);
    }
    String algorithm = algorithm();
    List<TokenKey> fitting = meant.stream().filter(key -> key.fits(algorithm)).toList();
    if (fitting.isEmpty()) {
      return Optional.of(Reason.WRONG_ALGORITHM);
    }
    boolean proven =
        fitting.stream()
            .limit(MAX_TRIED)
            .anyMatch(key -> key.verifies(algorithm, signingInput, signature));
    return proven ? Optional.empty() : Optional.of(Reason.BAD_SIGNATURE);
  }

  /**
   * What speaks against the signature, the newest keys included: those are asked for where the
   * known ones lack what the token names, or where it names none and no known one proves it.
   */
  Optional<Reason> objection(KeySource source) {
    KeySet known = source.keys();
    Optional<Reason> objection = objection(known);
    if (objection.isEmpty() || !isWorthAsking(objection.get())) {
      return objection;
    }
    KeySet newer = source.newer(known);
    return newer == known ? objection : objection(newer);
  }

  /** Not for a token that no key of an issuer could ever prove. */
  private boolean isWorthAsking(Reason objection) {
    if (!KeyAlgorithm.OF_PUBLIC_KEYS.contains(algorithm())) {
      return false;
    }
    boolean named = header.member("kid", String.class).filter(id -> !id.isEmpty()).isPresent();
    return named ? objection == Reason.UNKNOWN_KEY : !header.has("kid");
  }

  private String algorithm() {
    return header.member("alg", String.class).orElse("");
  }

  JsonObject header() {
    return header;
  }

  byte[] payload() {
    return payload.clone();
  }

  /** Names the text. Leaves out the signature: ECDSA has several. */
  String digest() {
    return Digest.sha256(signingInput);
  }
}
