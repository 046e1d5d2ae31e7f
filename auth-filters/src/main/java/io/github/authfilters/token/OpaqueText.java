package io.github.authfilters.token;

import java.util.regex.Pattern;

/** Tells texts that only their issuer can read from garbled JWTs, which may be of anybody. */
final class OpaqueText {

  /** As RFC 6750, section 2.1, has it. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]++=*+");

  private OpaqueText() {}

  /**
   * Not so where it has three parts and a JWT's header: what is garbled behind that may still be
   * good somewhere else, and is nobody's business here.
   */
  static boolean is(String presented) {
    String[] parts = presented.split("\\.", -1);
    boolean isJwt = parts.length == 3 && CompactJws.header(parts[0]).isPresent();
    return !isJwt && TOKEN.matcher(presented).matches();
  }
}
