package io.github.authfilters.token;

import java.util.regex.Pattern;

/** Tells texts that only their issuer can read from garbled JWTs, which may be of anybody. */
final class OpaqueText {

  /** As RFC 6750, section 2.1, has it. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]++=*+");

  /**
   * What base64url makes of a brace and behind it a quote, white space or the other brace, so of
   * the beginning of each JSON object, at the beginning of a part.
   */
  private static final Pattern OBJECT = Pattern.compile("(?:^|\\.)e(?:y[A-DI-L]|w[k-r0-3]|3[0-3])");

  /** Likewise of a brace, a quote and a letter, wherever it stands. */
  private static final String NAMED_MEMBER = "eyJ";

  private OpaqueText() {}

  /**
   * Not so where any part could be one of a JWT: what is garbled around that may still be good
   * somewhere else, and is nobody's business here. Of random texts of 43 characters, one in 4000
   * looks so by chance, and is refused.
   */
  static boolean is(String presented) {
    // A lenient decoder skips what isn't base64.
    String decodable = presented.replace("~", "");
    return TOKEN.matcher(presented).matches()
        && !decodable.contains(NAMED_MEMBER)
        && !OBJECT.matcher(decodable).find();
  }
}
