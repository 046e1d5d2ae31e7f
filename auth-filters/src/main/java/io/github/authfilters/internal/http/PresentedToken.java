package io.github.authfilters.internal.http;

/** A token as presented, unproven. */
public record PresentedToken(String value, Carrier carrier) implements PresentedCredential {

  /** How the token came. */
  public enum Carrier {
    HEADER,
    COOKIE
  }

  @Override
  public String toString() {
    return "PresentedToken[hidden, " + carrier + "]";
  }
}
