package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All fields of one name, since a second one that goes unseen is how requests are smuggled. */
final class HeaderFields {

  private HeaderFields() {}

  /** In order, without surrounding blanks. */
  static List<String> of(HttpServletRequest request, String name) {
    @Nullable Enumeration<String> fields = request.getHeaders(name);
    if (fields == null || !fields.hasMoreElements()) {
      return List.of();
    }
    List<String> values = new ArrayList<>(2);
    while (fields.hasMoreElements()) {
      values.add(strip(fields.nextElement()));
    }
    return values;
  }

  /** Takes away spaces and tabs on both sides (OWS, RFC 9110 section 5.6.3), nothing else. */
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** For the spaces behind a scheme (1*SP, RFC 9110 section 11.4): a tab isn't one. */
  static String withoutLeadingSpaces(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    return text.substring(start);
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** A character of a scheme, a method or a cookie's name (tchar, RFC 9110 section 5.6.2). */
  static boolean isTokenCharacter(char c) {
    return isAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }

  static boolean isAsciiLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** C0, DEL and C1: nobody types them, and they confuse logs, terminals and stores. */
  static boolean hasControlCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
