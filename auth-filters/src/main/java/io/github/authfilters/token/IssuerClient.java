package io.github.authfilters.token;

import java.time.Duration;
import java.time.InstantSource;

/**
 * What the issuers of one realm share to be asked: HTTP, threads and the clock.
 *
 * <p>The threads are daemons; those that fetch end when they are idle, and {@link #close} ends them
 * all. On Java 17 to 20 the one that belongs to the JDK's HTTP client ends at the next garbage
 * collection after that. None has the class loader of the application for its context.
 */
public final class IssuerClient implements AutoCloseable {

  private static final Duration LONGEST_EXCHANGE = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final IssuerThreads threads = new IssuerThreads();
  private final IssuerHttp http;
  private volatile boolean closed;

  public IssuerClient(InstantSource clock) {
    this(clock, LONGEST_EXCHANGE);
  }

  IssuerClient(InstantSource clock, Duration longestExchange) {
    this.clock = clock;
    this.http = new IssuerHttp(threads.pool(), longestExchange, clock);
  }

  InstantSource clock() {
    return clock;
  }

  IssuerThreads threads() {
    return threads;
  }

  IssuerHttp http() {
    return http;
  }

  boolean isClosed() {
    return closed;
  }

  /** What is under way fails, and nothing more is asked. Twice is as once. */
  @Override
  public void close() {
    closed = true;
    threads.close();
    http.close();
  }
}
