package io.github.authfilters.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * An IP address from its literal, never from a name: nothing here asks the DNS.
 *
 * <p>IPv4 in IPv6 ({@code ::ffff:192.0.2.1}) is IPv4, and a zone ({@code %eth0}) is left out, so
 * that one address has one form.
 */
final class IpAddress {

  private static final int LONGEST = 64;

  private final byte[] bytes;

  private IpAddress(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Empty for everything else: names, octal or short IPv4, brackets, ports. */
  static Optional<IpAddress> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    if (text.indexOf(':') < 0) {
      return fourNumbers(text).map(IpAddress::new);
    }
    int zone = text.indexOf('%');
    return eightGroups(zone < 0 ? text : text.substring(0, zone)).map(IpAddress::ofSixteen);
  }

  private static Optional<byte[]> fourNumbers(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    byte[] bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      int number = number(parts[i], 10, 3);
      // A leading zero is octal to some readers: what is read in two ways isn't read at all.
      if (number < 0 || number > 255 || (parts[i].length() > 1 && parts[i].startsWith("0"))) {
        return Optional.empty();
      }
      bytes[i] = (byte) number;
    }
    return Optional.of(bytes);
  }

  /** Two halves around "::", or eight groups without it (RFC 4291 section 2.2). */
  private static Optional<byte[]> eightGroups(String text) {
    int gap = text.indexOf("::");
    Optional<byte[]> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    Optional<byte[]> tail = groups(gap < 0 ? "" : text.substring(gap + 2), true);
    if (head.isEmpty() || tail.isEmpty()) {
      return Optional.empty();
    }
    byte[] first = head.get();
    byte[] last = tail.get();
    int length = first.length + last.length;
    // "::" stands for one group at least.
    if (gap < 0 ? length != 16 : length > 14) {
      return Optional.empty();
    }
    byte[] bytes = Arrays.copyOf(first, 16);
    System.arraycopy(last, 0, bytes, 16 - last.length, last.length);
    return Optional.of(bytes);
  }

  private static Optional<byte[]> groups(String text, boolean mayEndInIpv4) {
    if (text.isEmpty()) {
      return Optional.of(new byte[0]);
    }
    String[] parts = text.split(":", -1);
    byte[] bytes = new byte[2 * parts.length + 2];
    int length = 0;
    for (int i = 0; i < parts.length; i++) {
      if (mayEndInIpv4 && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        Optional<byte[]> ipv4 = fourNumbers(parts[i]);
        if (ipv4.isEmpty()) {
          return Optional.empty();
        }
        System.arraycopy(ipv4.get(), 0, bytes, length, 4);
        length += 4;
        continue;
      }
      int group = number(parts[i], 16, 4);
      if (group < 0) {
        return Optional.empty();
      }
      bytes[length++] = (byte) (group >> 8);
      bytes[length++] = (byte) group;
    }
    return Optional.of(Arrays.copyOf(bytes, length));
  }

  /** Minus one for what is no number of at most so many ASCII digits. */
  static int number(String text, int radix, int longest) {
    if (text.isEmpty() || text.length() > longest) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number;
  }

  private static IpAddress ofSixteen(byte[] bytes) {
    boolean isMapped = bytes[10] == -1 && bytes[11] == -1;
    for (int i = 0; i < 10; i++) {
      isMapped &= bytes[i] == 0;
    }
    return new IpAddress(isMapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes);
  }

  /** 32 or 128. */
  int bits() {
    return bytes.length * 8;
  }

  /** Whether the first {@code count} bits are the same; never of addresses of two kinds. */
  boolean sharesBits(IpAddress other, int count) {
    if (bytes.length != other.bytes.length) {
      return false;
    }
    int whole = count / 8;
    if (!Arrays.equals(bytes, 0, whole, other.bytes, 0, whole)) {
      return false;
    }
    int rest = count % 8;
    return rest == 0 || ((bytes[whole] ^ other.bytes[whole]) & 0xff) >> (8 - rest) == 0;
  }

  /** As in a URL's host: IPv6 in brackets. */
  String inUrl() {
    return bytes.length == 4 ? toString() : "[" + this + "]";
  }

  /** One text for one address; IPv6 in eight groups. */
  @Override
  public String toString() {
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }
}
