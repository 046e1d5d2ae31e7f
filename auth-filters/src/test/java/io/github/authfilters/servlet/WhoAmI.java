package io.github.authfilters.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;

/** An application that tells what it sees of the caller. */
final class WhoAmI extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Principal principal = request.getUserPrincipal();
    response.setContentType("text/plain");
    response
        .getWriter()
        .printf(
            "%s user=%s remote=%s type=%s isUser=%s isAdmin=%s authorization=%s",
            request.getDispatcherType(),
            principal == null ? null : principal.getName(),
            request.getRemoteUser(),
            request.getAuthType(),
            request.isUserInRole("user"),
            request.isUserInRole("admin"),
            request.getHeader("Authorization"));
  }
}
