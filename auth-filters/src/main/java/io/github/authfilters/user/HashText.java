package io.github.authfilters.user;

import java.util.Base64;
import java.util.regex.Pattern;

/** Reads the text forms of password hashes; its messages never repeat them. */
final class HashText {

  private static final String ADVICE =
      "; a password is kept as bcrypt ($2a$, $2b$, $2y$), Argon2id ($argon2id$) or PBKDF2"
          + " ($pbkdf2-sha256$, $pbkdf2-sha512$): make one with the command"
          + " io.github.authfilters.user.HashPassword or with htpasswd -nB -C 12 NAME";

  private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$.*");
  private static final Pattern PBKDF2 =
      Pattern.compile("(\\$pbkdf2-sha(256|512)|pbkdf2_sha256)\\$.*");

  private HashText() {}

  static HashFunction parse(String encoded) {
    if (BCRYPT.matcher(encoded).matches()) {
      return BcryptHash.parse(encoded);
    }
    if (encoded.startsWith("$argon2id$")) {
      return Argon2idHash.parse(encoded);
    }
    if (PBKDF2.matcher(encoded).matches()) {
      return Pbkdf2Hash.parse(encoded);
    }
    throw new IllegalArgumentException(refusedFormat(encoded) + ADVICE);
  }

  /** Base64 without padding; passlib writes a dot for the plus. */
  static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text.replace('.', '+'));
    } catch (IllegalArgumentException e) {
      // The decoder's message quotes what it read.
      throw new IllegalArgumentException("a hash whose Base64 is cut off or altered");
    }
  }

  private static String refusedFormat(String encoded) {
    if (encoded.isBlank()) {
      return "an empty hash";
    }
    if (encoded.startsWith("$")) {
      return refusedScheme(encoded);
    }
    if (encoded.startsWith("{")) {
      return "a hash with a scheme in braces such as {SHA}";
    }
    if (encoded.matches("[0-9a-fA-F]{32}")) {
      return "an MD5 digest";
    }
    if (encoded.matches("[0-9a-fA-F]{40}")) {
      return "a SHA-1 digest";
    }
    if (encoded.matches("[0-9a-fA-F]{56,128}")) {
      return "a plain SHA-2 digest";
    }
    if (encoded.matches("[./0-9A-Za-z]{13}")) {
      return "a password in clear text, or one hashed by crypt";
    }
    return "a password in clear text, or a hash of an unknown format";
  }

  private static String refusedScheme(String encoded) {
    int end = encoded.indexOf('$', 1);
    return switch (end < 0 ? "" : encoded.substring(1, end)) {
      case "apr1" -> "an MD5 hash of Apache ($apr1$)";
      case "1" -> "an MD5-crypt hash ($1$)";
      case "5", "6" -> "a SHA-crypt hash ($5$ or $6$)";
      case "2", "2x" -> "a hash of a faulty bcrypt ($2$ or $2x$)";
      case "7", "scrypt", "y", "gy" -> "an scrypt or yescrypt hash";
      case "argon2i", "argon2d" -> "a hash of Argon2i or Argon2d, not Argon2id";
      case "pbkdf2", "pbkdf2-sha1" -> "a PBKDF2 hash with SHA-1";
      default -> "a hash of an unknown format";
    };
  }
}
