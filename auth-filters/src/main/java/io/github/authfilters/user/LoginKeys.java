package io.github.authfilters.user;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Under which names the counters of a {@link LoginThrottle} are kept: bounded in length, the same
 * for all spellings that some user store might take for the same user.
 *
 * @param name the user name as it is spelt, of any length
 */
record LoginKeys(String user, String address, String name) {

  private static final int MAX_LENGTH = 128;
  private static final int PREFIX_BYTES = 8;
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{M}\\p{Cf}]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  static LoginKeys of(String username, String address) {
    return new LoginKeys(foldedName(username), foldedAddress(cut(address.strip())), username);
  }

  String both() {
    // No folded name holds a line break.
    return address + "\n" + user;
  }

  /** For what was proven of this very name: another spelling may be another user. */
  String exactly() {
    return address + "\n" + name;
  }

  /**
   * Without case, accents, blanks at the ends and invisible characters: databases compare names in
   * many ways, and two users who share a counter are the smaller evil.
   */
  private static String foldedName(String username) {
    String plain = Normalizer.normalize(cut(username), Normalizer.Form.NFKD);
    String visible = BLANKS.matcher(INVISIBLE.matcher(plain).replaceAll("")).replaceAll(" ");
    return cut(visible.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
  }

  /** An IPv6 address counts with its /64, which one subscriber owns; a mapped IPv4 one as IPv4. */
  private static String foldedAddress(String address) {
    String bare = address.replaceAll("^\\[|]$|%.*$", "");
    if (!IPV6.matcher(bare).matches()) {
      return address;
    }
    try {
      // In brackets it is never looked up in the DNS.
      InetAddress parsed = InetAddress.getByName("[" + bare + "]");
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(parsed.getAddress(), 0, PREFIX_BYTES) + "/64"
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }

  private static String cut(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
  }
}
