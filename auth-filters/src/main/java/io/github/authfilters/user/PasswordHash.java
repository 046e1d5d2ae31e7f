package io.github.authfilters.user;

/** The hash of a password, in one of the formats that are safe to keep. */
public final class PasswordHash {

  private PasswordHash() {}

  /** Reads bcrypt, Argon2id PHC or PBKDF2; throws {@link IllegalArgumentException}. */
  public static PasswordHash parse(String encoded) {
    throw new UnsupportedOperationException(encoded);
  }

  public boolean matches(String password) {
    throw new UnsupportedOperationException(password);
  }
}
