package io.github.authfilters.demo;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** The Swagger UI of the webjar, with a bar that says who is logged in. */
@WebServlet({"/docs", "/docs/"})
public final class DocsServlet extends ReadOnlyServlet {

  private static final String WEBJAR = "/webjars/swagger-ui/";

  /** As for every page, and what Swagger UI needs: its icons are in its style sheet. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; "
          + "img-src 'self' data:; connect-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getServletPath().endsWith("/")) {
      // The page's addresses are relative, so that it works behind any proxy.
      response.setHeader("Location", "../docs");
      response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
      return;
    }
    Html page =
        Html.page(getServletContext(), "/WEB-INF/pages/docs.html")
            .with(
                Map.of(
                    "user", Html.escaped(request.getUserPrincipal().getName()),
                    "assets", Html.escaped(assets())));
    response.setHeader("Content-Security-Policy", POLICY);
    send(response, "text/html;charset=UTF-8", page.markup());
  }

  /** The webjar's folder is named after its version. */
  private String assets() throws ServletException {
    Set<String> versions = getServletContext().getResourcePaths(WEBJAR);
    if (versions == null || versions.isEmpty()) {
      throw new ServletException("no Swagger UI below " + WEBJAR);
    }
    return versions.iterator().next().substring(1);
  }
}
