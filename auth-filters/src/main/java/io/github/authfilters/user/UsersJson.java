package io.github.authfilters.user;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the JSON of {@link FileUserStore}; goes on after a mistake, so that all are listed. */
final class UsersJson {

  // Messages must not quote the source: it holds hashes, or passwords that were meant to be hashed.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10)
                  .maxStringLength(4096)
                  .maxNumberLength(100)
                  .build())
          .build();

  private final Mistakes mistakes;
  private final JsonParser parser;
  private final Map<String, User> users = new LinkedHashMap<>();

  private UsersJson(Mistakes mistakes, JsonParser parser) {
    this.mistakes = mistakes;
    this.parser = parser;
  }

  /** Throws {@link IllegalArgumentException} that lists all mistakes with their lines. */
  static Collection<User> parse(String file, byte[] content) {
    Mistakes mistakes = new Mistakes(file);
    try (JsonParser parser = JSON.createParser(content)) {
      UsersJson reader = new UsersJson(mistakes, parser);
      reader.document();
      mistakes.throwIfAny();
      return reader.users.values();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
      mistakes.add(
          line,
          "not JSON at column "
              + column
              + "; look for a quote, comma or bracket that is missing there or shortly before");
      mistakes.throwIfAny();
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new IllegalStateException(e); // bytes in memory always read
    }
  }

  private void document() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      mistakes.add(line(), "not an object; write {\"users\": [...]}");
      return;
    }
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      int line = line();
      if (!seen.add(name)) {
        mistakes.add(line, UserNames.shown(name) + " stands here again");
      }
      parser.nextToken();
      if (!name.equals("users")) {
        mistakes.add(line, UserJson.unknown(name, Set.of("users")));
        parser.skipChildren();
      } else {
        list();
      }
    }
    if (seen.isEmpty()) {
      mistakes.add(line(), "no \"users\"; write {\"users\": [...]}");
    }
    if (parser.nextToken() != null) {
      mistakes.add(line(), "something stands behind the closing brace");
    }
  }

  private void list() throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      mistakes.add(line(), "\"users\" is not a list; write {\"users\": [...]}");
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int line = line();
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        mistakes.add(line, "a user is an object, e.g. {\"username\": \"…\", \"password\": \"…\"}");
        parser.skipChildren();
      } else {
        new UserJson(parser, mistakes).read().ifPresent(user -> add(line, user));
      }
    }
  }

  private void add(int line, User user) {
    String name = user.identity().name();
    if (users.putIfAbsent(name, user) != null) {
      mistakes.add(line, "the user " + UserNames.shown(name) + " stands here again");
    }
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
