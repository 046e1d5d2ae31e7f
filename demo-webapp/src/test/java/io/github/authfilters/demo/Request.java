package io.github.authfilters.demo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request exactly as it goes over the wire: nothing is added, encoded or normalised. Each char is
 * one byte.
 *
 * @param fields whole lines, such as "Accept: text/html"
 */
record Request(String method, String target, List<String> fields, String body) {

  static Request get(String target) {
    return of("GET", target);
  }

  static Request of(String method, String target) {
    return new Request(method, target, List.of(), "");
  }

  /** A form, of whatever bytes. */
  static Request form(String target, String body) {
    return of("POST", target)
        .with("Content-Type: application/x-www-form-urlencoded")
        .withBody(body);
  }

  Request with(String... lines) {
    return new Request(
        method, target, Stream.concat(fields.stream(), Stream.of(lines)).toList(), body);
  }

  Request withBody(String content) {
    return new Request(method, target, fields, content).with("Content-Length: " + content.length());
  }

  Request bearer(String token) {
    return with("Authorization: Bearer " + token);
  }

  Request cookie(String token) {
    return with("Cookie: auth=" + token);
  }

  Request basic(String user, String password) {
    return with("Authorization: " + basicValue(utf8(user + ":" + password)));
  }

  static String basicValue(String userAndPassword) {
    return "Basic "
        + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A text's UTF-8, one char a byte. */
  static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  byte[] bytes(String host) {
    StringBuilder text = new StringBuilder(method + ' ' + target + " HTTP/1.1\r\n");
    if (fields.stream().noneMatch(line -> line.startsWith("Host:"))) {
      text.append("Host: ").append(host).append("\r\n");
    }
    fields.forEach(line -> text.append(line).append("\r\n"));
    return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
