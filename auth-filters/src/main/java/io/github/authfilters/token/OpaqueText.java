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

  /** Likewise of a brace, a quote and a letter: how a JWT begins. */
  private static final String NAMED_MEMBER = "eyJ";

  private OpaqueText() {}

  /**
   * Not so where a part could be one of a JWT: what is garbled around that may still be good
   * somewhere else, and is nobody's business here. A text without dots is nothing of a JWT unless
   * it begins like one, and of random ones only one in 262,144 does; of the parts of others, one in
   * 10,922 looks so by chance.
   */
  static boolean is(String presented) {
    // A lenient decoder skips what isn't base64.
    String decodable = presented.replace("~", "");
    boolean isOfJwt =
        decodable.contains(".")
            ? OBJECT.matcher(decodable).find()
            : decodable.startsWith(NAMED_MEMBER);
    return TOKEN.matcher(presented).matches() && !isOfJwt;
  }
}
