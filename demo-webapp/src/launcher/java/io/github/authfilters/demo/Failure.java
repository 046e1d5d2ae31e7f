package io.github.authfilters.demo;

import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.stream.Stream;

/** What to tell the person who started the demo, of an exception that came through many layers. */
final class Failure {

  private static final String OURS = "io.github.authfilters.";

  private Failure() {}

  /**
   * The words of the library, where it is in the chain, since they say what to change; else those
   * of the first cause.
   */
  static String message(Throwable failure) {
    List<Throwable> chain = Stream.iterate(failure, e -> e != null, Throwable::getCause).toList();
    Throwable told =
        chain.stream()
            .filter(e -> e.getClass().getName().startsWith(OURS))
            .findFirst()
            .orElse(chain.get(chain.size() - 1));
    if (told instanceof BindException) {
      return "The address can't be used: %s. Choose another --port or --host."
          .formatted(told.getMessage());
    }
    if (told instanceof UnresolvedAddressException) {
      return "The address can't be used: no such host. Choose another --host.";
    }
    return "The demo did not start: " + (told.getMessage() == null ? told : told.getMessage());
  }
}
