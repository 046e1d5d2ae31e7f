package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The place to go to after the login: {@code next}. */
public final class ReturnPath {

  private ReturnPath() {}

  /** {@code loginPath} with the place of this request as {@code next}, context path included. */
  public static String toLogin(HttpServletRequest request, String loginPath) {
    throw new UnsupportedOperationException();
  }

  /** The {@code next} of this request's query, re-serialised; empty where there is none that is safe. */
  public static Optional<String> accepted(HttpServletRequest request) {
    throw new UnsupportedOperationException();
  }
}
