package io.github.authfilters.user;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How many failed logins are let through within a window of time.
 *
 * @param userAndAddress failures of one user from one address
 * @param address failures from one address, whoever the user is
 * @param user failures of one user, wherever they come from
 */
public record LoginLimit(int userAndAddress, int address, int user, Duration window) {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int MOST = 1_000_000;
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final String EXAMPLE =
      "; write e.g. userAndAddress=5 address=20 user=100 window=PT1M, or some of these";

  // After the constants that its constructor reads.
  public static final LoginLimit DEFAULT = new LoginLimit(5, 20, 100, Duration.ofMinutes(1));

  /** Numbers are 1 to 1,000,000, the window is a second to a day. */
  public LoginLimit {
    check("userAndAddress", userAndAddress);
    check("address", address);
    check("user", user);
    if (window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "window is " + window + ", it must be PT1S to P1D" + EXAMPLE);
    }
  }

  private static void check(String part, int failures) {
    if (failures < 1 || failures > MOST) {
      throw new IllegalArgumentException(
          part + " is " + failures + ", it must be 1 to " + MOST + EXAMPLE);
    }
  }

  /**
   * Reads {@code userAndAddress=5 address=20 user=100 window=PT1M}, in any order; what is left out
   * is as in {@link #DEFAULT}. Throws {@link IllegalArgumentException} for anything else.
   */
  public static LoginLimit parse(String text) {
    Map<String, String> parts = new HashMap<>();
    for (String part : BLANKS.split(text.strip(), -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (equals < 0 || !Set.of("userAndAddress", "address", "user", "window").contains(name)) {
        throw new IllegalArgumentException("'" + part + "' is no part of a login limit" + EXAMPLE);
      }
      if (parts.put(name, part.substring(equals + 1)) != null) {
        throw new IllegalArgumentException(name + " is given twice" + EXAMPLE);
      }
    }
    return new LoginLimit(
        number(parts, "userAndAddress", DEFAULT.userAndAddress),
        number(parts, "address", DEFAULT.address),
        number(parts, "user", DEFAULT.user),
        window(parts));
  }

  private static int number(Map<String, String> parts, String name, int otherwise) {
    String text = parts.getOrDefault(name, Integer.toString(otherwise));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + " is '" + text + "', it must be a number of 1 to " + MOST + EXAMPLE, e);
    }
  }

  private static Duration window(Map<String, String> parts) {
    String text = parts.getOrDefault("window", DEFAULT.window.toString());
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "window is '" + text + "', it must be an ISO-8601 duration of PT1S to P1D" + EXAMPLE, e);
    }
  }
}
