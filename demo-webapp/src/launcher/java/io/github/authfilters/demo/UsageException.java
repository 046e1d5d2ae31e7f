package io.github.authfilters.demo;

/** A command line that can't be followed; the message says what is wrong with it. */
final class UsageException extends RuntimeException {

  UsageException(String message) {
    super(message);
  }
}
