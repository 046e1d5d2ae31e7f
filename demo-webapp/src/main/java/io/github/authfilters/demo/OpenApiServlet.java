package io.github.authfilters.demo;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** The description of the demo that Swagger UI shows: a file, but never for caches. */
@WebServlet("/openapi.json")
public final class OpenApiServlet extends ReadOnlyServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (InputStream in = getServletContext().getResourceAsStream("/WEB-INF/openapi.json")) {
      send(response, "application/json", in.readAllBytes());
    }
  }
}
