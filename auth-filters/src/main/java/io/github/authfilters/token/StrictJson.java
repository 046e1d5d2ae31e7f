package io.github.authfilters.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a JSON object that a stranger wrote: no member twice, little depth, no number out of range,
 * nothing behind the end, well-formed UTF-8 and Unicode only.
 *
 * <p>Calls nothing that is younger than Jackson 2.15, which may be what an application brings.
 */
final class StrictJson {

  /** Tokens have two levels, Keycloak's {@code resource_access} three. */
  private static final int DEPTH = 10;

  private static final int NUMBER_LENGTH = 40;

  /** More than the longest token, and enough for a set of keys. */
  private static final int STRING_LENGTH = 65_536;

  /**
   * Without Jackson's tables of names and thread-local buffers: names of strangers would fill the
   * first, and the second would outlive an undeployed application.
   */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxNumberLength(NUMBER_LENGTH)
                  .maxStringLength(STRING_LENGTH)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.USE_THREAD_LOCAL_FOR_BUFFER_RECYCLING)
          .build();

  private StrictJson() {}

  /** The object, or empty where the bytes are anything else. */
  static Optional<JsonObject> parse(byte[] utf8) {
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  /** The object, or empty where the text is anything else. */
  static Optional<JsonObject> parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      JsonObject object = object(parser);
      return parser.nextToken() == null ? Optional.of(object) : Optional.empty();
    } catch (IOException notStrictJson) {
      return Optional.empty();
    }
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    Set<String> nulls = new LinkedHashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = wellFormed(parser.getText());
      Optional<Object> value = value(parser, parser.nextToken());
      if (value.isPresent()) {
        members.put(name, value.get());
      } else {
        nulls.add(name);
      }
    }
    return new JsonObject(Collections.unmodifiableMap(members), Collections.unmodifiableSet(nulls));
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> items = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      value(parser, next).ifPresent(items::add);
    }
    return Collections.unmodifiableList(items);
  }

  /** Empty for null. */
  private static Optional<Object> value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> Optional.of(object(parser).members());
      case START_ARRAY -> Optional.of(array(parser));
      case VALUE_STRING -> Optional.of(wellFormed(parser.getText()));
      case VALUE_NUMBER_INT -> Optional.of(integer(parser));
      case VALUE_NUMBER_FLOAT -> Optional.of(decimal(parser));
      case VALUE_TRUE -> Optional.of(true);
      case VALUE_FALSE -> Optional.of(false);
      case VALUE_NULL -> Optional.empty();
      default -> throw new IOException("unexpected token");
    };
  }

  private static Long integer(JsonParser parser) throws IOException {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw new IOException("integer out of range");
    }
    return parser.getLongValue();
  }

  /** By double, since what {@code 1e999999999} costs as a BigDecimal has no bound. */
  private static Double decimal(JsonParser parser) throws IOException {
    double value = Double.parseDouble(parser.getText());
    if (Double.isInfinite(value)) {
      throw new IOException("decimal out of range");
    }
    return value;
  }

  /** A lone surrogate would turn into a question mark on its way, and so into another's name. */
  private static String wellFormed(String text) throws IOException {
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new IOException("lone surrogate");
    }
    return text;
  }
}
