package io.github.authfilters.token;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the log is told of issuers. */
final class HealthLog extends Handler implements AutoCloseable {

  private final Logger logger;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  HealthLog(Class<?> source) {
    logger = Logger.getLogger(source.getName());
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  HealthLog() {
    this(IssuerHealth.class);
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(line.getLevel() + " " + line.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
