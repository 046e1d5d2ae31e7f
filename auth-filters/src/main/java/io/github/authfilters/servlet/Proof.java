package io.github.authfilters.servlet;

import io.github.authfilters.token.VerifiedToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What was proven about a request, kept on the request itself: its later dispatches (ASYNC,
 * FORWARD, ERROR) and further filters of the same realm need not prove it again, and an
 * asynchronous request does not lose its identity when the token runs out under way.
 *
 * @param check what proved it; another realm's proof does not count
 */
record Proof(VerifiedToken token, Object check) {

  private static final String ATTRIBUTE = Proof.class.getName();

  static void keep(VerifiedToken token, TokenCheck check, HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, new Proof(token, check));
  }

  static Optional<VerifiedToken> of(HttpServletRequest request, TokenCheck check) {
    return request.getAttribute(ATTRIBUTE) instanceof Proof proof && proof.check() == check
        ? Optional.of(proof.token())
        : Optional.empty();
  }
}
