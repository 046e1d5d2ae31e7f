package io.github.authfilters.user;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash in the PHC string format.
 *
 * <p>The library keeps one function for each set of parameters, with that set's memory, until the
 * process ends; so it is asked for one only where such a hash is there.
 */
final class Argon2idHash implements HashFunction {

  // OWASP's first choice; RFC 9106's own needs 64 MiB for each login.
  private static final int NEW_MEMORY = 19 * 1024;
  private static final int NEW_PASSES = 2;
  private static final int NEW_LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int DIGEST_BYTES = 32;

  private static final int MIN_MEMORY = 4 * 1024;
  private static final int MAX_MEMORY = 256 * 1024;
  private static final int MIN_WORK = 3 * MIN_MEMORY;
  private static final int MAX_WORK = 8 * MAX_MEMORY;
  private static final int MAX_LANES = 16;
  private static final long WORK_OF_A_BLOCK = 1_200;

  // A salt of 8 to 64 bytes, a digest of 16 to 64.
  private static final Pattern FORMAT =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([1-9]\\d{0,8}),t=([1-9]\\d{0,3}),p=([1-9]\\d{0,3})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  private final Argon2Function function;
  private final byte[] salt;
  private final byte[] digest;

  private Argon2idHash(Argon2Function function, byte[] salt, byte[] digest) {
    this.function = function;
    this.salt = salt;
    this.digest = digest;
  }

  static Argon2idHash parse(String encoded) {
    Matcher parts = FORMAT.matcher(encoded);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "an Argon2id hash that is cut off or altered; it reads"
              + " $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH, both in Base64 without padding");
    }
    int memory = Integer.parseInt(parts.group(1));
    int passes = Integer.parseInt(parts.group(2));
    int lanes = Integer.parseInt(parts.group(3));
    long work = (long) memory * passes;
    if (memory < MIN_MEMORY || memory > MAX_MEMORY || work < MIN_WORK || work > MAX_WORK) {
      throw new IllegalArgumentException(
          "an Argon2id hash with m=%d,t=%d; m is %d to %d KiB and m times t %d to %d, e.g. m=%d,t=%d"
              .formatted(
                  memory,
                  passes,
                  MIN_MEMORY,
                  MAX_MEMORY,
                  MIN_WORK,
                  MAX_WORK,
                  NEW_MEMORY,
                  NEW_PASSES));
    }
    if (lanes > MAX_LANES) {
      throw new IllegalArgumentException(
          "an Argon2id hash with p=%d; p is 1 to %d, e.g. p=1".formatted(lanes, MAX_LANES));
    }
    byte[] digest = HashText.base64(parts.group(5));
    return new Argon2idHash(
        Argon2Function.getInstance(memory, passes, lanes, digest.length, Argon2.ID),
        HashText.base64(parts.group(4)),
        digest);
  }

  /** The text form of a new hash. */
  static String make(byte[] password, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] digest =
        Argon2Function.getInstance(NEW_MEMORY, NEW_PASSES, NEW_LANES, DIGEST_BYTES, Argon2.ID)
            .hash(password, salt)
            .getBytes();
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            NEW_MEMORY,
            NEW_PASSES,
            NEW_LANES,
            base64.encodeToString(salt),
            base64.encodeToString(digest));
  }

  @Override
  public boolean matches(byte[] password) {
    return MessageDigest.isEqual(digest, function.hash(password, salt).getBytes());
  }

  @Override
  public String cost() {
    return "Argon2id with m=%d,t=%d,p=%d"
        .formatted(function.getMemory(), function.getIterations(), function.getParallelism());
  }

  @Override
  public long work() {
    return WORK_OF_A_BLOCK * function.getMemory() * function.getIterations();
  }
}
