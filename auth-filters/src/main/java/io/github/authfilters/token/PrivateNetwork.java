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

  /** {@code 64:ff9b::/96} (RFC 6052): the last four bytes are an IPv4 address. */
  private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

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

  /** This network ({@code 0.0.0.0/8}) and carriers' ({@code 100.64.0.0/10}, RFC 6598). */
  private static boolean isPrivate4(byte[] bytes) {
    return bytes[0] == 0 || (bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40);
  }

  /** Unique local ({@code fc00::/7}, RFC 4193), and IPv4 by way of NAT64. */
  private static boolean isPrivate6(byte[] bytes) {
    if ((bytes[0] & 0xfe) == 0xfc) {
      return true;
    }
    return Arrays.equals(NAT64, 0, NAT64.length, bytes, 0, NAT64.length)
        && isPrivateInside(Arrays.copyOfRange(bytes, NAT64.length, NAT64.length + IPV4_BYTES));
  }

  private static boolean isPrivateInside(byte[] ipv4) {
    try {
      return isPrivate(InetAddress.getByAddress(ipv4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
