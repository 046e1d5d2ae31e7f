package io.github.authfilters.servlet;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The {@code scope} parameter (RFC 6749 section 3.3). */
final class ScopeParameter {

  private static final Pattern SYNTAX =
      Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]+( [\\x21\\x23-\\x5b\\x5d-\\x7e]+)*+");

  private ScopeParameter() {}

  /** The scopes asked for, none for an empty text; empty where it is no list of scopes. */
  static Optional<Set<String>> read(String text) {
    if (text.isEmpty()) {
      return Optional.of(Set.of());
    }
    if (!SYNTAX.matcher(text).matches()) {
      return Optional.empty();
    }
    Set<String> scopes = new TreeSet<>();
    Collections.addAll(scopes, text.split(" "));
    return Optional.of(scopes);
  }

  /** Those asked for that the user has; all that the user has where none was asked for. */
  static Set<String> granted(Set<String> asked, Set<String> held) {
    Set<String> granted = new TreeSet<>(held);
    if (!asked.isEmpty()) {
      granted.retainAll(asked);
    }
    return granted;
  }

  static String text(Set<String> scopes) {
    return String.join(" ", scopes);
  }
}
