package io.github.authfilters.user;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Counts failed logins in this node's memory. */
public final class MemoryLoginThrottle implements LoginThrottle {

  public MemoryLoginThrottle(LoginLimit limit, InstantSource clock) {}

  @Override
  public Optional<Duration> attempt(String username, String address) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void succeeded(String username, String address) {}

  @Override
  public void undecided(String username, String address) {}
}
