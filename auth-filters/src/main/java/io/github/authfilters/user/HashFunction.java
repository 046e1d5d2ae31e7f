package io.github.authfilters.user;

/** One stored hash and the function that made it. */
sealed interface HashFunction permits BcryptHash, Argon2idHash, Pbkdf2Hash {

  /** Always does the whole work, whatever the password; compares in constant time. */
  boolean matches(byte[] password);

  /** Format and parameters: hashes of equal ones take equal time. */
  String cost();

  /** Roughly how many nanoseconds that takes: tells which of two hashes costs more. */
  long work();
}
