package io.github.authfilters.user;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A PBKDF2 hash with HMAC-SHA-256 or HMAC-SHA-512, as PHC, passlib and Django write it. */
final class Pbkdf2Hash implements HashFunction {

  // Below it a password is guessed in no time; OWASP asks for 600,000 and 210,000.
  private static final int MIN_ITERATIONS = 10_000;
  private static final int MAX_ITERATIONS = 10_000_000;
  private static final int MIN_SALT = 8;
  private static final int MAX_SALT = 64;
  private static final long WORK_OF_AN_ITERATION = 500;

  private static final Pattern FORMAT =
      Pattern.compile(
          "\\$pbkdf2-sha(256|512)\\$(?:i=)?([1-9]\\d{0,8})"
              + "\\$([A-Za-z0-9+/.]{11,86})\\$([A-Za-z0-9+/.]{43,86})");
  private static final Pattern DJANGO =
      Pattern.compile(
          "pbkdf2_sha(256)\\$([1-9]\\d{0,8})\\$([A-Za-z0-9]{8,64})\\$([A-Za-z0-9+/]{43}=)");

  private final String algorithm;
  private final int iterations;
  private final byte[] salt;
  private final byte[] digest;

  private Pbkdf2Hash(String algorithm, int iterations, byte[] salt, byte[] digest) {
    this.algorithm = algorithm;
    this.iterations = iterations;
    this.salt = salt;
    this.digest = digest;
  }

  static Pbkdf2Hash parse(String encoded) {
    Matcher parts = FORMAT.matcher(encoded);
    if (parts.matches()) {
      return checked(parts, HashText.base64(parts.group(3)));
    }
    Matcher django = DJANGO.matcher(encoded);
    if (django.matches()) {
      return checked(django, django.group(3).getBytes(StandardCharsets.US_ASCII));
    }
    throw new IllegalArgumentException(
        "a PBKDF2 hash that is cut off or altered; it reads $pbkdf2-sha256$i=600000$SALT$HASH,"
            + " both in Base64 without padding");
  }

  private static Pbkdf2Hash checked(Matcher parts, byte[] salt) {
    int iterations = Integer.parseInt(parts.group(2));
    if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
      throw new IllegalArgumentException(
          "a PBKDF2 hash of %d iterations; they are %d to %d, e.g. 600000"
              .formatted(iterations, MIN_ITERATIONS, MAX_ITERATIONS));
    }
    byte[] digest = HashText.base64(parts.group(4));
    int length = Integer.parseInt(parts.group(1)) / Byte.SIZE;
    if (digest.length != length || salt.length < MIN_SALT || salt.length > MAX_SALT) {
      throw new IllegalArgumentException(
          "a PBKDF2 hash with %d bytes of salt and %d of digest; it has %d to %d and %d"
              .formatted(salt.length, digest.length, MIN_SALT, MAX_SALT, length));
    }
    return new Pbkdf2Hash("PBKDF2WithHmacSHA" + parts.group(1), iterations, salt, digest);
  }

  @Override
  public boolean matches(byte[] password) {
    char[] text = new String(password, StandardCharsets.UTF_8).toCharArray();
    PBEKeySpec settings = new PBEKeySpec(text, salt, iterations, digest.length * Byte.SIZE);
    try {
      byte[] derived =
          SecretKeyFactory.getInstance(algorithm).generateSecret(settings).getEncoded();
      return MessageDigest.isEqual(digest, derived);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java runtime lacks " + algorithm, e);
    } finally {
      settings.clearPassword();
    }
  }

  @Override
  public String cost() {
    return algorithm + " of " + iterations + " iterations";
  }

  @Override
  public long work() {
    return WORK_OF_AN_ITERATION * iterations;
  }
}
