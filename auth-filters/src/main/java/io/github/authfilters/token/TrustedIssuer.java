package io.github.authfilters.token;

import java.util.Set;

/** An issuer whose tokens are accepted: its name, the audiences, its keys. */
public final class TrustedIssuer {

  private TrustedIssuer() {}

  /** This realm itself, verifying by the same keys that sign. */
  public static TrustedIssuer ourselves(String issuer, String audience, SigningKeys keys) {
    throw new UnsupportedOperationException(issuer + audience + keys);
  }

  public String name() {
    throw new UnsupportedOperationException();
  }

  public Set<String> audiences() {
    throw new UnsupportedOperationException();
  }
}
