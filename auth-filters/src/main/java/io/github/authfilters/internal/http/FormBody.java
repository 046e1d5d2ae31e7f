package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;

/** An {@code application/x-www-form-urlencoded} body, read strictly and only from the body. */
public sealed interface FormBody {

  /** Each field once; fields without a value are left out (RFC 6749 section 3.2). */
  record Fields(Map<String, String> values) implements FormBody {}

  /** @param status 400, 413 or 415 */
  record Unreadable(int status, String why) implements FormBody {}

  static FormBody read(HttpServletRequest request) throws IOException {
    throw new UnsupportedOperationException();
  }
}
