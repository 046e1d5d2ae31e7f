package io.github.authfilters.user;

import io.github.authfilters.identity.Identity;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the lines of an htpasswd file. */
final class HtpasswdLines {

  private final Mistakes mistakes;
  private final Map<String, User> users = new LinkedHashMap<>();

  private HtpasswdLines(String file) {
    this.mistakes = new Mistakes(file);
  }

  /** Throws {@link IllegalArgumentException} that lists all mistakes with their lines. */
  static Collection<User> parse(String file, byte[] content) {
    HtpasswdLines reader = new HtpasswdLines(file);
    List<String> lines = reader.lines(content);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        reader.read(i + 1, line.strip());
      }
    }
    reader.mistakes.throwIfAny();
    return reader.users.values();
  }

  private List<String> lines(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.lines().toList();
    } catch (CharacterCodingException e) {
      mistakes.add(1, "the file is not UTF-8");
      return List.of();
    }
  }

  private void read(int number, String line) {
    int colon = line.indexOf(':');
    if (colon < 1) {
      mistakes.add(number, "no user name and colon; a line reads NAME:HASH");
      return;
    }
    String name = line.substring(0, colon);
    if (!UserNames.isPossible(name)) {
      mistakes.add(number, "the user name holds control characters or is too long");
      return;
    }
    try {
      PasswordHash hash = PasswordHash.parse(line.substring(colon + 1));
      if (!hash.encoded().startsWith("$2")) {
        mistakes.add(number, "not a bcrypt hash; make one with htpasswd -nB -C 12 NAME");
      }
      if (users.put(name, new User(new Identity(name, Set.of(), Set.of()), hash, false)) != null) {
        mistakes.add(number, "the user " + UserNames.shown(name) + " stands here again");
      }
    } catch (IllegalArgumentException e) {
      mistakes.add(number, e);
    }
  }
}
