package io.github.authfilters.token;

import java.time.InstantSource;

/**
 * What the issuers of one realm share to ask for their keys: HTTP, threads and the clock.
 *
 * <p>The threads are daemons that end when they are idle; {@link #close} ends them at once.
 */
public final class IssuerClient implements AutoCloseable {

  private final InstantSource clock;

  public IssuerClient(InstantSource clock) {
    this.clock = clock;
  }

  InstantSource clock() {
    return clock;
  }

  @Override
  public void close() {}
}
