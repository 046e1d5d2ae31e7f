package io.github.authfilters.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes the whole body of an answer, whatever a filter before ours has opened or written. */
final class ResponseBody {

  private ResponseBody() {}

  /** Nothing is added to an answer that is under way already. */
  static void write(HttpServletResponse response, String type, String text) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setContentType(type);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ServletOutputStream stream;
    try {
      stream = response.getOutputStream();
    } catch (IllegalStateException writerIsOpen) {
      response.getWriter().write(text);
      return;
    }
    response.setContentLength(bytes.length);
    stream.write(bytes);
  }
}
