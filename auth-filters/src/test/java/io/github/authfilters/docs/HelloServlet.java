package io.github.authfilters.docs;

import io.github.authfilters.token.VerifiedToken;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;

/** What an application behind the filter sees of its caller. */
public final class HelloServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  // region: caller
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = request.getRemoteUser(); // johndoe
    boolean isAdmin = request.isUserInRole("admin"); // false
    String type = request.getAuthType(); // Bearer, for the cookie too
    Principal caller = request.getUserPrincipal();
    boolean mayReadItems =
        caller instanceof VerifiedToken token && token.scopes().contains("items"); // true
    response.setContentType("text/plain");
    response.getWriter().println(name + " " + isAdmin + " " + type + " " + mayReadItems);
  }

  // endregion
}
