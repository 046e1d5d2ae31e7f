package io.github.authfilters.token;

import java.time.Duration;
import java.util.Set;

/**
 * A token just issued.
 *
 * @param value the token itself: whoever has it, is the subject
 * @param id the {@code jti}
 * @param scopes those that it carries, perhaps fewer than were asked for
 */
public record IssuedToken(String value, String id, Duration lifetime, Set<String> scopes) {

  public IssuedToken {
    scopes = Set.copyOf(scopes);
  }

  /** Short hash of the id, for the log; the same as {@link VerifiedToken#fingerprint}. */
  public String fingerprint() {
    return Digest.fingerprint(id);
  }

  @Override
  public String toString() {
    return "IssuedToken[hidden]";
  }
}
