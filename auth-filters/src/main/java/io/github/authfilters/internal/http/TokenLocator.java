package io.github.authfilters.internal.http;

import io.github.authfilters.internal.http.PresentedCredential.Nothing;
import io.github.authfilters.internal.http.PresentedCredential.Unusable;
import io.github.authfilters.internal.http.PresentedToken.Carrier;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Finds which credential of a request counts, and by which carrier.
 *
 * <p>A Bearer field decides alone, good or bad; the cookie counts only where there is none. The
 * query is never looked at.
 */
public final class TokenLocator {

  private static final String BEARER = "Bearer";

  private final TokenCookie cookie;

  public TokenLocator(TokenCookie cookie) {
    this.cookie = cookie;
  }

  /** A cookie without a value counts as none: that is how some clients keep a cleared one. */
  public PresentedCredential find(HttpServletRequest request) {
    List<String> fields = HeaderFields.of(request, "Authorization");
    if (fields.size() > 1) {
      return new Unusable(true, "more than one Authorization field");
    }
    if (fields.size() == 1 && isBearer(fields.get(0))) {
      return inField(fields.get(0));
    }
    return inCookies(cookie.values(request));
  }

  /** Also for "Bearer" with a tab or a comma behind it: garbled, but no other scheme's name. */
  private static boolean isBearer(String field) {
    if (!field.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return false;
    }
    return field.length() == BEARER.length()
        || !HeaderFields.isTokenCharacter(field.charAt(BEARER.length()));
  }

  private static PresentedCredential inField(String field) {
    String rest = field.substring(BEARER.length());
    if (!rest.startsWith(" ")) {
      return new Unusable(true, "Bearer without a token");
    }
    String token = HeaderFields.withoutLeadingSpaces(rest);
    if (TokenAlphabet.isTooLong(token)) {
      return new Unusable(false, "a token that is too long in the Authorization field");
    }
    if (token.indexOf(' ') >= 0 || token.indexOf('\t') >= 0 || token.indexOf(',') >= 0) {
      return new Unusable(true, "more than one token in the Authorization field");
    }
    if (!TokenAlphabet.spells(token)) {
      return new Unusable(false, "a garbled token in the Authorization field");
    }
    return new PresentedToken(token, Carrier.HEADER);
  }

  private static PresentedCredential inCookies(List<String> values) {
    if (values.isEmpty()) {
      return new Nothing();
    }
    if (values.size() > 1) {
      return new Unusable(false, "the cookie came more than once");
    }
    String token = values.get(0);
    if (token.isEmpty()) {
      return new Nothing();
    }
    if (TokenAlphabet.isTooLong(token) || !TokenAlphabet.spells(token)) {
      return new Unusable(false, "a garbled token in the cookie");
    }
    return new PresentedToken(token, Carrier.COOKIE);
  }
}
