package io.github.authfilters.servlet;

import jakarta.servlet.http.HttpServletResponse;

/** Sends a client to another path of this application (303, RFC 9110 section 15.4.4). */
final class SeeOther {

  private SeeOther() {}

  /**
   * The path stands in {@code Location} as it is, without a host: {@code sendRedirect} would take
   * one from the request's {@code Host} field.
   */
  static void send(HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", path);
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(0);
  }
}
