package io.github.authfilters.demo;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A resource that can be read and nothing else; what it says may depend on who asks. */
abstract class ReadOnlyServlet extends HttpServlet {

  private static final String ALLOWED = "GET, HEAD, OPTIONS";

  /**
   * HttpServlet's own 405 has no Allow field (RFC 9110 section 15.5.6 wants one), and a server's
   * error page may name this class.
   */
  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    switch (request.getMethod()) {
      case "GET", "HEAD" -> {
        response.setHeader("Cache-Control", "private, no-store");
        doGet(request, response);
      }
      case "OPTIONS" -> {
        response.setHeader("Allow", ALLOWED);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      default -> {
        response.setHeader("Allow", ALLOWED);
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      }
    }
  }

  @Override
  protected abstract void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException;

  static void send(HttpServletResponse response, String contentType, String text)
      throws IOException {
    send(response, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  static void send(HttpServletResponse response, String contentType, byte[] content)
      throws IOException {
    response.setContentType(contentType);
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
