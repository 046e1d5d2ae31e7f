package io.github.authfilters.internal.config;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of keys, and the source that it came from.
 *
 * @param source for messages
 * @param text secret
 */
record KeyText(String source, String text) {

  /** The word for keys that are made at start. */
  static final String GENERATED = "generated";

  boolean isGenerated() {
    return text.equals(GENERATED);
  }

  /** Parts the text of a variable: a line that begins with {@code file:} is a source itself. */
  List<KeyText> parts() {
    List<KeyText> parts = new ArrayList<>();
    StringBuilder whole = new StringBuilder();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      if (line.startsWith("file:")) {
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
