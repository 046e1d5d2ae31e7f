package io.github.authfilters.token;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tells the hosts that only a network of one's own reaches, so that a stranger's metadata can't
 * send us there.
 */
final class PrivateNetwork {

  private static final int IPV4_BYTES = 4;

  /** {@code 64:ff9b::/96} (RFC 6052): an IPv4 address comes behind it. */
  private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

  /** {@code 64:ff9b:1::/48} (RFC 8215): likewise, but each network has its own place for it. */
  private static final byte[] LOCAL_NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 1};

  /** {@code 2002::/16} (RFC 3056): an IPv4 address comes behind it. */
  private static final byte[] SIX_TO_FOUR = {0x20, 0x02};

  /** {@code 2001::/32} (RFC 4380): IPv4 addresses of a stranger's choice. */
  private static final byte[] TEREDO = {0x20, 0x01, 0, 0};

  /** {@code ::/96} (RFC 4291, section 2.5.5.1): an IPv4 address, written so by nobody any more. */
  private static final byte[] IPV4_COMPATIBLE = new byte[12];

  private PrivateNetwork() {}

  /** Whether any address of the host is private; not where it has none. */
  static boolean mayBeAt(String host) {
    return addresses(host).anyMatch(PrivateNetwork::isPrivate);
  }

  /** Whether all addresses of the host are private; not where it has none. */
  static boolean isAt(String host) {
    Predicate<InetAddress> isPublic = address -> !isPrivate(address);
    return mayBeAt(host) && addresses(host).noneMatch(isPublic);
  }

  private static Stream<InetAddress> addresses(String host) {
    try {
      return Stream.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      // Only a proxy could know it, and then the proxy decides.
      return Stream.empty();
    }
  }

  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || (address instanceof Inet4Address ? isPrivate4(bytes) : isPrivate6(bytes));
  }

  /**
   * This network ({@code 0.0.0.0/8}), carriers' ({@code 100.64.0.0/10}, RFC 6598), protocols'
   * ({@code 192.0.0.0/24}, RFC 6890), benchmarks' ({@code 198.18.0.0/15}, RFC 2544), and nobody's
   * with the broadcast ({@code 240.0.0.0/4}).
   */
  private static boolean isPrivate4(byte[] bytes) {
    int first = Byte.toUnsignedInt(bytes[0]);
    int second = Byte.toUnsignedInt(bytes[1]);
    return first == 0
        || (first == 100 && (second & 0xc0) == 64)
        || (first == 192 && second == 0 && bytes[2] == 0)
        || (first == 198 && (second & 0xfe) == 18)
        || first >= 240;
  }

  /** Unique local ({@code fc00::/7}, RFC 4193), and what leads to IPv4 by way of IPv6. */
  private static boolean isPrivate6(byte[] bytes) {
    return (bytes[0] & 0xfe) == 0xfc
        || isBehind(IPV4_COMPATIBLE, bytes)
        || isBehind(TEREDO, bytes)
        || isBehind(LOCAL_NAT64, bytes)
        || (isBehind(NAT64, bytes) && isPrivateInside(bytes, NAT64.length))
        || (isBehind(SIX_TO_FOUR, bytes) && isPrivateInside(bytes, SIX_TO_FOUR.length));
  }

  private static boolean isBehind(byte[] prefix, byte[] bytes) {
    return Arrays.equals(prefix, 0, prefix.length, bytes, 0, prefix.length);
  }

  private static boolean isPrivateInside(byte[] bytes, int at) {
    byte[] ipv4 = Arrays.copyOfRange(bytes, at, at + IPV4_BYTES);
    try {
      return isPrivate(InetAddress.getByAddress(ipv4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
