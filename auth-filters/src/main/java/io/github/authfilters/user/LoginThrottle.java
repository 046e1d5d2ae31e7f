package io.github.authfilters.user;

import java.time.Duration;
import java.util.Optional;

/**
 * Port: counts failed logins, for a user from an address, for an address, and for a user.
 *
 * <p>Called around each login: {@link #attempt} before the password is looked at, so that a hundred
 * at the same moment can't slip through; then {@link #succeeded}, {@link #undecided}, or, for a
 * failure, nothing. Both arguments are untrusted text of any length; spellings of one user or
 * address that differ only in case, accents or blanks share a counter, and so does an IPv6 /64. It
 * is called by many threads at once. An implementation that can't count (its server is down) throws
 * {@link io.github.authfilters.identity.UnavailableException}.
 */
public interface LoginThrottle {

  /**
   * Takes the place of one failure in every counter. Where one of them is full it takes nothing and
   * returns when to ask again: whole seconds, one at least. Empty lets the login go on.
   *
   * <p>The counter of the user alone is left out where this user, spelt exactly so, logged in from
   * this address within the last day: an attack from many addresses doesn't lock its victim out.
   */
  Optional<Duration> attempt(String username, String address);

  /**
   * Gives back what {@link #attempt} took, and remembers for a day that this user logs in from
   * there. Said twice, or without an attempt, it never makes a counter larger than its limit.
   */
  void succeeded(String username, String address);

  /** Gives back what {@link #attempt} took: nobody could tell whether the password was right. */
  void undecided(String username, String address);
}
