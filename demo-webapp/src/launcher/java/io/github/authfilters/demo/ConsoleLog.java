package io.github.authfilters.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** One line an event on the console: the library's events, the server's warnings. */
final class ConsoleLog {

  /** Jetty would show a failed start with its whole stack; Main tells it in one message. */
  private static final String SETTINGS =
      """
      handlers=java.util.logging.ConsoleHandler
      java.util.logging.SimpleFormatter.format=%1$tT %4$s %3$s: %5$s%6$s%n
      .level=WARNING
      io.github.authfilters.level=INFO
      org.eclipse.jetty.ee10.webapp.WebAppContext.level=OFF
      """;

  private ConsoleLog() {}

  /** Does nothing where the user has settings of their own. */
  static void start() {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try (InputStream in =
        new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.ISO_8859_1))) {
      LogManager.getLogManager().readConfiguration(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
