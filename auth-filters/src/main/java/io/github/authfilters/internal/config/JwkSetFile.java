package io.github.authfilters.internal.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A file with the public keys of another issuer (RFC 7517), read again when it changes. */
final class JwkSetFile implements Reread.Content<String, String> {

  private static final int LONGEST = 512 * 1024;
  private static final int MOST_KEYS = 100;
  private static final Set<String> KINDS = Set.of("RSA", "EC", "OKP");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final InstantSource clock;

  /**
   * @param name an absolute path, else it is refused when it is read
   */
  JwkSetFile(String name, InstantSource clock) {
    this.name = name;
    this.clock = clock;
  }

  @Override
  public Reread.Found<String> read() {
    try {
      Path file = Path.of(name);
      if (!file.isAbsolute()) {
        throw new UnusableValueException("the path behind file: must be absolute");
      }
      if (!Files.isRegularFile(file)) {
        throw missing();
      }
      String text = TextFile.read(file, LONGEST).strip();
      // Asked for after the reading, so that what is being written to counts as new.
      return new Reread.Found<>(text, TextFile.modified(name, clock.instant()));
    } catch (IOException | InvalidPathException e) {
      throw missing();
    }
  }

  /** The text itself; what each of its keys is good for is not decided here. */
  @Override
  public String parse(String text) {
    List<JsonNode> keys = keys(text);
    if (keys.isEmpty()
        || keys.size() > MOST_KEYS
        || keys.stream().noneMatch(key -> KINDS.contains(key.path("kty").asText()))) {
      throw new UnusableValueException(
          "the file '%s' must be a JWK set (RFC 7517) of 1 to 100 keys, one of them RSA, EC or"
                  .formatted(Shown.escaped(name))
              + " Ed25519: {\"keys\":[…]}");
    }
    return text;
  }

  @Override
  public String describe(String text) {
    return "kid "
        + String.join(
            ", ", keys(text).stream().map(key -> key.path("kid").asText("none")).toList());
  }

  private static List<JsonNode> keys(String text) {
    List<JsonNode> keys = new ArrayList<>();
    try {
      JSON.readTree(text).path("keys").forEach(keys::add);
    } catch (JsonProcessingException e) {
      keys.clear();
    }
    return keys;
  }

  private UnusableValueException missing() {
    return new UnusableValueException(
        "the file '%s' must be there, readable, UTF-8 and of at most 512 KiB"
            .formatted(Shown.escaped(name)));
  }
}
