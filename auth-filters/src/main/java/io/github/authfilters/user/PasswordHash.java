package io.github.authfilters.user;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * The hash of a password, in one of the formats that are safe to keep.
 *
 * <table>
 * <caption>What is accepted</caption>
 * <tr><th>format</th><th>text</th><th>bounds</th></tr>
 * <tr><td>bcrypt</td><td>{@code $2a$}, {@code $2b$}, {@code $2y$}</td>
 *     <td>cost 10 to 16</td></tr>
 * <tr><td>Argon2id</td><td>{@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}</td>
 *     <td>m 4096 to 262144 KiB, m times t 12288 to 2097152, p to 16; salt 8 to 64 bytes, hash 16
 *     to 64</td></tr>
 * <tr><td>PBKDF2</td><td>{@code $pbkdf2-sha256$i=600000$SALT$HASH}, the same with {@code sha512},
 *     passlib's {@code $pbkdf2-sha256$29000$SALT$HASH}, Django's {@code
 *     pbkdf2_sha256$600000$SALT$HASH}</td>
 *     <td>10,000 to 10,000,000 iterations; salt 8 to 64 bytes, hash 32 or 64</td></tr>
 * </table>
 *
 * <p>The lower bounds refuse what is broken, not what is merely old: OWASP asks for more. The upper
 * ones refuse what would take the server down.
 */
public final class PasswordHash {

  private final String encoded;
  private final HashFunction function;
  private final boolean decoy;

  private PasswordHash(String encoded, HashFunction function, boolean decoy) {
    this.encoded = encoded;
    this.function = function;
    this.decoy = decoy;
  }

  /**
   * Reads one of the formats above; throws {@link IllegalArgumentException} for all others, clear
   * text included, with a message that names the format and never repeats the text.
   */
  public static PasswordHash parse(String encoded) {
    return new PasswordHash(encoded, HashText.parse(encoded), false);
  }

  /**
   * A new hash: Argon2id with OWASP's parameters. Throws {@link IllegalArgumentException} for a
   * password that {@link #matches} would never accept.
   */
  public static PasswordHash of(String password, SecureRandom random) {
    return parse(Argon2idHash.make(acceptable(password, PasswordText.MAX_BYTES), random));
  }

  /** As {@link #of}, for files that other servers read too: bcrypt, at most 72 bytes. */
  static PasswordHash bcrypt(String password, SecureRandom random) {
    return parse(BcryptHash.make(acceptable(password, BcryptHash.MAX_PASSWORD_BYTES), random));
  }

  private static byte[] acceptable(String password, int maxBytes) {
    return PasswordText.bytes(password)
        .filter(bytes -> bytes.length <= maxBytes)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a password has 1 to "
                        + maxBytes
                        + " bytes in UTF-8 and no control characters"));
  }

  /**
   * Compares the UTF-8 bytes as they are, without Unicode normalisation, and always does the whole
   * work. False for an empty password, one over 1024 bytes (72 for bcrypt, which would silently
   * leave out the rest), and one with control characters.
   */
  public boolean matches(String password) {
    Optional<byte[]> bytes = PasswordText.bytes(password);
    boolean same = function.matches(bytes.orElseGet(() -> new byte[] {'x'}));
    return same && bytes.isPresent() && !decoy;
  }

  /** A hash that costs the same and that no password matches. */
  public PasswordHash decoy() {
    return new PasswordHash("", function, true);
  }

  /** The text form, for {@link #parse}. Empty for a decoy. */
  public String encoded() {
    return encoded;
  }

  /** Format and parameters, fit for a log: hashes of equal ones take equal time. */
  String cost() {
    return function.cost();
  }

  /** The rough work of {@link #matches}, to be compared with that of another hash. */
  long work() {
    return function.work();
  }

  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
