package io.github.authfilters.user;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bcrypt hash: {@code $2a$}, {@code $2b$} or {@code $2y$}. */
final class BcryptHash implements HashFunction {

  /** The cost of new hashes: twice what OWASP asks for, and what most tools choose today. */
  static final int COST = 12;

  /** bcrypt looks at no byte after these. */
  static final int MAX_PASSWORD_BYTES = 72;

  // OWASP's least; each step doubles the work, and 16 is some five seconds.
  private static final int MIN_COST = 10;
  private static final int MAX_COST = 16;
  private static final int SALT_BYTES = 16;
  private static final long WORK_OF_COST_0 = 50_000;

  // The last characters of salt and digest carry two and four bits only.
  private static final Pattern FORMAT =
      Pattern.compile(
          "\\$2([aby])\\$(\\d\\d)\\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{30}[.CGKOSWaeimquy26]");
  private static final String STANDARD =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final String BCRYPT =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final byte[] encoded;
  private final BcryptFunction function;

  private BcryptHash(String encoded, BcryptFunction function) {
    this.encoded = encoded.getBytes(StandardCharsets.US_ASCII);
    this.function = function;
  }

  static BcryptHash parse(String encoded) {
    Matcher parts = FORMAT.matcher(encoded);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a bcrypt hash that is cut off or altered; it has 60 characters, e.g. $2b$12$ and 53 more");
    }
    int cost = Integer.parseInt(parts.group(2));
    if (cost < MIN_COST || cost > MAX_COST) {
      throw new IllegalArgumentException(
          "a bcrypt hash of cost %d; the cost is %d to %d, e.g. htpasswd -nB -C %d NAME"
              .formatted(cost, MIN_COST, MAX_COST, COST));
    }
    Bcrypt type = Bcrypt.valueOf(parts.group(1).charAt(0));
    return new BcryptHash(encoded, BcryptFunction.getInstance(type, cost));
  }

  /** The text form of a new hash. */
  static String make(byte[] password, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    StringBuilder settings = new StringBuilder("$2b$").append(COST).append('$');
    Base64.getEncoder()
        .withoutPadding()
        .encodeToString(salt)
        .chars()
        .forEach(symbol -> settings.append(BCRYPT.charAt(STANDARD.indexOf(symbol))));
    byte[] ascii = settings.toString().getBytes(StandardCharsets.US_ASCII);
    return BcryptFunction.getInstance(Bcrypt.B, COST).hash(password, ascii).getResult();
  }

  /** A longer password would be cut without a word, and all with the same start be the same. */
  @Override
  public boolean matches(byte[] password) {
    byte[] hashed = Arrays.copyOf(password, Math.min(password.length, MAX_PASSWORD_BYTES));
    return function.check(hashed, encoded) && password.length <= MAX_PASSWORD_BYTES;
  }

  @Override
  public String cost() {
    return "bcrypt of cost " + function.getLogarithmicRounds();
  }

  @Override
  public long work() {
    return WORK_OF_COST_0 << function.getLogarithmicRounds();
  }
}
