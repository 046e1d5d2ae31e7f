package io.github.authfilters.user;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.authfilters.identity.Identity;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one user of {@link UsersJson}. */
final class UserJson {

  private static final Set<String> MEMBERS =
      Set.of("username", "password", "roles", "scopes", "disabled", "email", "full_name");
  // scope-token of RFC 6749, section 3.3
  private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]+");

  private final JsonParser parser;
  private final Mistakes mistakes;
  private final int line;
  private final Set<String> seen = new HashSet<>();
  private @Nullable String username;
  private @Nullable PasswordHash password;
  private Set<String> roles = Set.of();
  private Set<String> scopes = Set.of();
  private boolean disabled;

  /** The parser stands on the opening brace; {@link #read} leaves it on the closing one. */
  UserJson(JsonParser parser, Mistakes mistakes) {
    this.parser = parser;
    this.mistakes = mistakes;
    this.line = line();
  }

  /** Empty where the name or the password is missing or wrong; the mistake is noted then. */
  Optional<User> read() throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      if (!seen.add(member)) {
        mistakes.add(line(), UserNames.shown(member) + " stands twice in one user");
      }
      if (!MEMBERS.contains(member)) {
        mistakes.add(line(), unknown(member, MEMBERS));
      }
      parser.nextToken();
      value(member);
    }
    require("username");
    require("password");
    if (username == null || password == null) {
      return Optional.empty();
    }
    return Optional.of(new User(new Identity(username, roles, scopes), password, disabled));
  }

  static String unknown(String member, Set<String> known) {
    String message = "unknown member " + UserNames.shown(member);
    return Spelling.closest(member, known)
        .map(likely -> message + "; did you mean \"" + likely + "\"?")
        .orElseGet(() -> message + "; known are " + new TreeSet<>(known));
  }

  private void value(String member) throws IOException {
    switch (member) {
      case "username" -> username = username();
      case "password" -> password = password();
      case "roles" -> roles = words(member, UserNames::isPossible);
      case "scopes" -> scopes = words(member, scope -> SCOPE.matcher(scope).matches());
      case "disabled" -> disabled = disabled();
      default -> parser.skipChildren(); // the application's, or noted as unknown
    }
  }

  private @Nullable String username() throws IOException {
    String name = text("username", "\"johndoe\"");
    if (name != null && (!UserNames.isPossible(name) || name.indexOf(':') >= 0)) {
      mistakes.add(
          line(),
          "\"username\" is 1 to "
              + UserNames.MAX_LENGTH
              + " characters without colon and control characters");
      return null;
    }
    return name;
  }

  private @Nullable PasswordHash password() throws IOException {
    String hash = text("password", "\"$2b$12$…\"");
    if (hash == null) {
      return null;
    }
    try {
      return PasswordHash.parse(hash);
    } catch (IllegalArgumentException e) {
      mistakes.add(line(), e);
      return null;
    }
  }

  private boolean disabled() throws IOException {
    if (!parser.currentToken().isBoolean()) {
      mistakes.add(line(), "\"disabled\" is neither true nor false");
      parser.skipChildren();
      return true;
    }
    return parser.getBooleanValue();
  }

  private Set<String> words(String member, Predicate<String> fit) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      mistakes.add(line(), "\"" + member + "\" is not a list; write e.g. [\"one\", \"two\"]");
      parser.skipChildren();
      return Set.of();
    }
    Set<String> words = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String word = text(member, "[\"one\", \"two\"]");
      if (word == null) {
        continue;
      }
      if (!fit.test(word)) {
        mistakes.add(line(), UserNames.shown(word) + " can't be one of \"" + member + "\"");
      }
      words.add(word);
    }
    return words;
  }

  private @Nullable String text(String member, String example) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      mistakes.add(line(), "\"" + member + "\" holds something that is no text; e.g. " + example);
      parser.skipChildren();
      return null;
    }
    return parser.getText();
  }

  private void require(String member) {
    if (!seen.contains(member)) {
      mistakes.add(line, "a user without \"" + member + "\"");
    }
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
