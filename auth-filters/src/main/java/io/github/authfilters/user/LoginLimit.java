package io.github.authfilters.user;

import java.time.Duration;

/** How many failed logins are let through within a window of time. */
public record LoginLimit(int userAndAddress, int address, int user, Duration window) {

  public static final LoginLimit DEFAULT = new LoginLimit(5, 20, 100, Duration.ofMinutes(1));
}
