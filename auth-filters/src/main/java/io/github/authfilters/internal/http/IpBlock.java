package io.github.authfilters.internal.http;

import java.util.Optional;

/** A block of IP addresses in CIDR notation; a single address is a block of one. */
record IpBlock(IpAddress first, int prefix) {

  /** IllegalArgumentException with the rule; bits behind the prefix don't matter. */
  static IpBlock of(String text) {
    int slash = text.indexOf('/');
    String literal = slash < 0 ? text : text.substring(0, slash);
    Optional<IpAddress> address = IpAddress.parse(literal);
    // A zone means something to one machine only, and would be ignored here.
    if (address.isEmpty() || literal.indexOf('%') >= 0) {
      throw unusable(text);
    }
    IpAddress first = address.get();
    if (slash < 0) {
      return new IpBlock(first, first.bits());
    }
    int prefix = IpAddress.number(text.substring(slash + 1), 10, 3);
    boolean isMapped = first.bits() == 32 && literal.indexOf(':') >= 0;
    int ownPrefix = isMapped ? prefix - 96 : prefix;
    // A prefix of 0 would trust everybody, which is the same as no proxy at all.
    if (prefix < 0 || ownPrefix < 1 || ownPrefix > first.bits()) {
      throw unusable(text);
    }
    return new IpBlock(first, ownPrefix);
  }

  private static IllegalArgumentException unusable(String text) {
    return new IllegalArgumentException(
        "\""
            + text
            + "\" is no address of proxies: an IPv4 or IPv6 address, no name, or a block with a"
            + " prefix of 1 or more bits, e.g. 10.0.0.0/8 or 2001:db8::1");
  }

  boolean contains(IpAddress address) {
    return first.sharesBits(address, prefix);
  }
}
