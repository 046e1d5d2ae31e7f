package io.github.authfilters.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells browsers to load, frame and send nothing that the demo's pages do not need. */
public final class PageHeadersFilter extends HttpFilter {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Not no-referrer: with it, forms are posted with "Origin: null", which looks like another
    // site to the logout wherever the browser sends no Sec-Fetch-Site (plain http).
    response.setHeader("Referrer-Policy", "same-origin");
    chain.doFilter(request, response);
  }
}
