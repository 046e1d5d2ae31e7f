package io.github.authfilters.servlet;

import io.github.authfilters.internal.http.FetchMetadata;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What our servlets have in common: the methods they answer to, what they never do, and that they
 * stay shut where the settings are wrong.
 */
final class Door {

  private final List<String> methods;
  private final String allow;
  private volatile Optional<Handler> handler = Optional.empty();

  Door(String... methods) {
    this.methods = List.of(methods);
    this.allow = String.join(", ", methods) + ", OPTIONS";
  }

  /** What happens behind a door that stands open. */
  @FunctionalInterface
  interface Handler {
    Optional<Refusal> handle(HttpServletRequest request, HttpServletResponse response)
        throws IOException;
  }

  /** Where the opening throws, the door stays shut, and the log tells why. */
  void open(String servletName, Supplier<? extends Handler> opening) {
    try {
      handler = Optional.of(opening.get());
    } catch (RuntimeException e) {
      Trouble.log("servlet '" + servletName + "' refuses every request", e);
    }
  }

  /** Nothing behind the door runs for another method, for a prefetch, or with wrong settings. */
  void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<Refusal> refusal = outcome(request, response);
    if (refusal.isPresent()) {
      refusal.get().send(request, response);
    }
  }

  private Optional<Refusal> outcome(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Handler> behind = handler;
    if (behind.isEmpty()) {
      return Optional.of(Refusal.brokenSettings());
    }
    if (request.getMethod().equals("OPTIONS")) {
      response.setHeader("Allow", allow);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return Optional.empty();
    }
    if (!methods.contains(request.getMethod())) {
      return Optional.of(Refusal.methodNotAllowed(allow));
    }
    if (FetchMetadata.isPrefetch(request)) {
      return Optional.of(Refusal.notForPrefetch());
    }
    try {
      return behind.get().handle(request, response);
    } catch (RuntimeException trouble) {
      return Optional.of(Trouble.refusal(trouble));
    }
  }
}
