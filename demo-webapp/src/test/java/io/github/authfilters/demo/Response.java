package io.github.authfilters.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status 0 where the server closed the connection without an answer
 * @param fields whole lines
 * @param content each char is one byte
 */
record Response(int status, List<String> fields, String content) {

  static final Response NONE = new Response(0, List.of(), "");

  /** The values of all fields of this name, in order. */
  List<String> all(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return fields.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .toList();
  }

  /** All of them in one text, empty where there is none. */
  String field(String name) {
    return String.join(", ", all(name));
  }

  /** The value of a cookie that is set, empty for one that is cleared. */
  Optional<String> cookie(String name) {
    return all("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1).split(";", 2)[0])
        .findFirst();
  }

  String text() {
    return new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** All that a client can see, but for what every answer has anew. */
  String withoutDate() {
    List<String> rest = fields.stream().filter(line -> !line.startsWith("Date:")).toList();
    return status + "\n" + String.join("\n", rest) + "\n\n" + content;
  }
}
