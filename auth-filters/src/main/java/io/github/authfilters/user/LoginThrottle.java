package io.github.authfilters.user;

import java.time.Duration;
import java.util.Optional;

/** Port: counts failed logins. */
public interface LoginThrottle {

  /** Takes the place of one failure in every counter before the password is looked at; the wait where one is full (nothing taken then). */
  Optional<Duration> attempt(String username, String address);

  /** Gives back what {@link #attempt} took, and remembers that this user logs in from there. */
  void succeeded(String username, String address);

  /** Gives back what {@link #attempt} took: nobody could tell whether the password was right. */
  void undecided(String username, String address);
}
