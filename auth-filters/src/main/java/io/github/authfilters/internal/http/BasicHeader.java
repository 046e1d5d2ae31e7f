package io.github.authfilters.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.authfilters.identity.Credentials;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads Basic credentials (RFC 7617), strictly. */
public final class BasicHeader {

  private static final String BASIC = "Basic ";
  private static final int LONGEST = 4096;

  private BasicHeader() {}

  /**
   * Empty where there are none and where they are not to the letter: also for two fields, for
   * control characters, and for an empty user name or password. Nobody has an empty password, but a
   * directory server takes it for an anonymous login and says yes.
   */
  public static Optional<Credentials> read(HttpServletRequest request) {
    List<String> fields = HeaderFields.of(request, "Authorization");
    if (fields.size() != 1) {
      return Optional.empty();
    }
    String field = fields.get(0);
    if (field.length() > LONGEST || !field.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.empty();
    }
    return decoded(HeaderFields.withoutLeadingSpaces(field.substring(BASIC.length())))
        .flatMap(PercentEncoding::utf8)
        .flatMap(BasicHeader::credentials);
  }

  /** Only the one right spelling: padded, and without bits that mean nothing (RFC 4648 3.5). */
  private static Optional<byte[]> decoded(String base64) {
    byte[] encoded = base64.getBytes(ISO_8859_1);
    try {
      byte[] bytes = Base64.getDecoder().decode(encoded);
      return Arrays.equals(Base64.getEncoder().encode(bytes), encoded)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Credentials> credentials(String text) {
    int colon = text.indexOf(':');
    boolean hasBoth = colon > 0 && colon < text.length() - 1;
    if (!hasBoth || HeaderFields.hasControlCharacters(text)) {
      return Optional.empty();
    }
    return Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
  }
}
