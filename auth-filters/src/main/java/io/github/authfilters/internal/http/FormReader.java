package io.github.authfilters.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.authfilters.internal.http.FormBody.Fields;
import io.github.authfilters.internal.http.FormBody.Unreadable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a form for {@link FormBody}. */
final class FormReader {

  private static final int LARGEST = 16 * 1024;
  private static final int MOST_FIELDS = 32;
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final Unreadable TOO_LARGE = new Unreadable(413, "the form is too large");
  private static final Unreadable NO_FORM =
      new Unreadable(415, "the body must be a form (" + FORM + ") in UTF-8, not compressed");

  private FormReader() {}

  static FormBody read(HttpServletRequest request) throws IOException {
    long length = request.getContentLengthLong();
    if (length == 0) {
      return new Fields(Map.of());
    }
    boolean isForm = isForm(request);
    if (length > 0 && !isForm) {
      return NO_FORM;
    }
    if (length > LARGEST) {
      return TOO_LARGE;
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length == 0) {
      return new Fields(Map.of());
    }
    if (!isForm) {
      return NO_FORM;
    }
    return body.length > LARGEST ? TOO_LARGE : fields(body);
  }

  private static boolean isForm(HttpServletRequest request) {
    boolean isPlain =
        HeaderFields.of(request, "Content-Encoding").stream()
            .allMatch("identity"::equalsIgnoreCase);
    String type = request.getContentType();
    if (!isPlain || type == null) {
      return false;
    }
    int semicolon = type.indexOf(';');
    String name = HeaderFields.strip(semicolon < 0 ? type : type.substring(0, semicolon));
    String parameter = semicolon < 0 ? "" : HeaderFields.strip(type.substring(semicolon + 1));
    return name.equalsIgnoreCase(FORM) && (parameter.isEmpty() || isUtf8(parameter));
  }

  private static boolean isUtf8(String parameter) {
    return parameter.equalsIgnoreCase("charset=utf-8")
        || parameter.equalsIgnoreCase("charset=\"utf-8\"");
  }

  private static FormBody fields(byte[] body) {
    Map<String, String> values = new HashMap<>();
    Set<String> seen = new HashSet<>();
    // One character a byte: what isn't ASCII is put together again when it is decoded.
    for (String field : new String(body, ISO_8859_1).split("&", -1)) {
      if (field.isEmpty()) {
        continue;
      }
      int equals = field.indexOf('=');
      Optional<String> name = decoded(equals < 0 ? field : field.substring(0, equals));
      Optional<String> value = decoded(equals < 0 ? "" : field.substring(equals + 1));
      if (name.isEmpty() || value.isEmpty()) {
        return new Unreadable(400, "the form has a garbled field");
      }
      if (!seen.add(name.get())) {
        return new Unreadable(400, "the form has a field twice");
      }
      if (seen.size() > MOST_FIELDS) {
        return new Unreadable(400, "the form has too many fields");
      }
      if (!value.get().isEmpty()) {
        values.put(name.get(), value.get());
      }
    }
    return new Fields(values);
  }

  private static Optional<String> decoded(String text) {
    return PercentEncoding.formDecoded(text.getBytes(ISO_8859_1))
        .filter(plain -> !HeaderFields.hasControlCharacters(plain));
  }
}
