package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;

/** An {@code application/x-www-form-urlencoded} body, read strictly and only from the body. */
public sealed interface FormBody permits FormBody.Fields, FormBody.Unreadable {

  /** Each field once; fields without a value are left out (RFC 6749 section 3.2). */
  record Fields(Map<String, String> values) implements FormBody {

    public Fields {
      values = Map.copyOf(values);
    }

    /** Hides the values: one of them is a password. */
    @Override
    public String toString() {
      return "Fields[hidden]";
    }
  }

  /**
   * A body that isn't read, or not to the end.
   *
   * @param status 400, 413 or 415
   * @param why for the client; holds nothing of the body
   */
  record Unreadable(int status, String why) implements FormBody {}

  /** A request without a body has no fields, whatever its type. */
  static FormBody read(HttpServletRequest request) throws IOException {
    return FormReader.read(request);
  }
}
