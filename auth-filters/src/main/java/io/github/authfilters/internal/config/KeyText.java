package io.github.authfilters.internal.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of keys, and the source that it came from.
 *
 * @param source for messages
 * @param text secret
 */
record KeyText(String source, String text) {

  /** The word for keys that are made at start. */
  static final String GENERATED = "generated";

  private static final String PREFIX = "file:";

  /** One line that a base64url secret, a JWK or PEM can't begin with, and a path does. */
  private static final Pattern PATH = Pattern.compile("(/|~/|\\.\\.?/|[A-Za-z]:[/\\\\]).{1,200}");

  boolean isLikePath() {
    return PATH.matcher(text).matches();
  }

  /** The source for a message. */
  String shown() {
    return Shown.escaped(source);
  }

  boolean isGenerated() {
    return text.equals(GENERATED);
  }

  /** The file that it came from; empty for a variable. */
  Optional<String> file() {
    return source.startsWith(PREFIX)
        ? Optional.of(source.substring(PREFIX.length()).strip())
        : Optional.empty();
  }

  /** The same with each JWK that has a line for itself alone, so that files can be put together. */
  Stream<KeyText> keys() {
    List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    boolean isOneJson = text.startsWith("{") && !isJwk(lines.get(0));
    if (isOneJson || lines.stream().noneMatch(KeyText::isJwk)) {
      return Stream.of(this);
    }
    List<KeyText> keys = new ArrayList<>();
    StringBuilder others = new StringBuilder();
    for (String line : lines) {
      if (isJwk(line)) {
        flush(others, keys);
        keys.add(new KeyText(source, line));
      } else {
        others.append(line).append('\n');
      }
    }
    flush(others, keys);
    return keys.stream();
  }

  private static boolean isJwk(String line) {
    return line.startsWith("{")
        && line.endsWith("}")
        && line.chars().filter(c -> c == '{').count() == line.chars().filter(c -> c == '}').count();
  }

  /** Parts the text of a variable: a line that begins with {@code file:} is a source itself. */
  List<KeyText> parts() {
    List<KeyText> parts = new ArrayList<>();
    StringBuilder whole = new StringBuilder();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      if (line.startsWith(PREFIX)) {
        flush(whole, parts);
        parts.add(new KeyText(line, line));
      } else {
        whole.append(line).append('\n');
      }
    }
    flush(whole, parts);
    return parts;
  }

  private void flush(StringBuilder whole, List<KeyText> parts) {
    if (!whole.isEmpty()) {
      parts.add(new KeyText(source, whole.toString().strip()));
      whole.setLength(0);
    }
  }

  @Override
  public String toString() {
    return "KeyText[" + source + ", hidden]";
  }
}
