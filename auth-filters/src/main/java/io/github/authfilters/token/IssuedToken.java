package io.github.authfilters.token;

import java.time.Duration;
import java.util.Set;

/** A token just issued. */
public record IssuedToken(String value, String id, Duration lifetime, Set<String> scopes) {

  /** Short hash of the id, for the log. */
  public String fingerprint() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String toString() {
    return "IssuedToken[hidden]";
  }
}
