package io.github.authfilters.internal.config;

import io.github.authfilters.internal.http.TokenCookie.SameSite;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms in which a value may be written: each method reads one of them or refuses. */
final class Syntax {

  static final String PATH_RULE =
      "a path within the application: one leading / and no scheme, //, \\, ?, # or ;";

  private static final Duration LONGEST_LIFETIME = Duration.ofDays(30);
  private static final Pattern IDENTIFIER = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final Pattern REALM = Pattern.compile("[\\x20-\\x7e]{1,100}");
  private static final Pattern COOKIE_NAME =
      Pattern.compile("(?!__)[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PATH =
      Pattern.compile("/([A-Za-z0-9_.~!$&'()*+,=:@%-][A-Za-z0-9_.~!$&'()*+,=:@%/-]{0,200})?");
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]+");
  private static final Pattern ROLE = Pattern.compile("[^\\p{Cntrl}]{1,200}");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s,]+");
  private static final Pattern ROLE_SEPARATORS = Pattern.compile("[,\\r\\n]+");

  private Syntax() {}

  static String identifier(String text) {
    return matching(IDENTIFIER, text);
  }

  static String realm(String text) {
    return matching(REALM, text);
  }

  static String cookieName(String text) {
    return matching(COOKIE_NAME, text);
  }

  static String domain(String text) {
    return matching(DOMAIN, text).toLowerCase(Locale.ROOT);
  }

  static String path(String text) {
    String path = matching(PATH, text);
    if (path.contains("//") || Arrays.asList(path.split("/")).contains("..")) {
      throw new UnusableValueException();
    }
    return path;
  }

  static Duration lifetime(String text) {
    Duration lifetime = seconds(text, LONGEST_LIFETIME);
    if (lifetime.isZero()) {
      throw new UnusableValueException();
    }
    return lifetime;
  }

  /** Whole seconds, none included, and the longest one too. */
  static Duration seconds(String text, Duration longest) {
    Duration duration;
    try {
      duration = Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new UnusableValueException(e);
    }
    if (duration.isNegative() || duration.toNanosPart() != 0 || duration.compareTo(longest) > 0) {
      throw new UnusableValueException();
    }
    return duration;
  }

  static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new UnusableValueException();
    };
  }

  static SameSite sameSite(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "lax" -> SameSite.LAX;
      case "strict" -> SameSite.STRICT;
      case "none" -> SameSite.NONE;
      default -> throw new UnusableValueException();
    };
  }

  static boolean hidesBearer(String text) {
    return switch (text) {
      case "basic" -> false;
      case "all" -> true;
      default -> throw new UnusableValueException();
    };
  }

  /** Parted by commas or newlines only: a role may hold blanks. */
  static Set<String> roles(String text) {
    return allMatching(ROLE, elements(ROLE_SEPARATORS, text));
  }

  static Set<String> scopes(String text) {
    return allMatching(SCOPE, list(text));
  }

  /** The elements of a list that commas, blanks or newlines part; at least one. */
  static List<String> list(String text) {
    return elements(SEPARATORS, text);
  }

  private static List<String> elements(Pattern separators, String text) {
    List<String> elements =
        separators
            .splitAsStream(text)
            .map(String::strip)
            .filter(element -> !element.isEmpty())
            .toList();
    if (elements.isEmpty()) {
      throw new UnusableValueException();
    }
    return elements;
  }

  private static Set<String> allMatching(Pattern pattern, List<String> elements) {
    elements.forEach(element -> matching(pattern, element));
    return Collections.unmodifiableSet(new LinkedHashSet<>(elements));
  }

  private static String matching(Pattern pattern, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new UnusableValueException();
    }
    return text;
  }
}
