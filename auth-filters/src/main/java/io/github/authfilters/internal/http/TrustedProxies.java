package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose {@code Forwarded} and {@code X-Forwarded-*} fields are believed.
 *
 * <p>Only a peer in one of the blocks is. The addresses are then walked from the right, from proxy
 * to proxy, up to the first that isn't trusted: that is the client. An element without an address
 * ends the walk at the last good one. Scheme and host are those that the outermost trusted proxy
 * saw, which stand in the element that the walk ended with; a shorter list counts from its left.
 *
 * <p>A proxy that writes one kind of field may pass on a client's own fields of the other kind, and
 * nobody can tell which is which. Where both kinds came and don't say the same, neither is believed
 * and the peer counts as the client.
 */
public final class TrustedProxies {

  private static final int LONGEST = 8192;
  private static final Authority NO_HOST = new Authority("", 0);

  private final List<IpBlock> blocks;

  /** Addresses or CIDR blocks; IllegalArgumentException with the rule for an unusable one. */
  public TrustedProxies(List<String> blocks) {
    this.blocks = blocks.stream().map(IpBlock::of).toList();
  }

  /** Where the client stands and how it addressed us. */
  public ClientView view(HttpServletRequest request) {
    ClientView direct = direct(request);
    Optional<IpAddress> peer = trustedPeer(request);
    return peer.isEmpty() ? direct : forwarded(request, peer.get(), direct);
  }

  /** The same as in {@link #view}, for less where there is no proxy. */
  boolean isSecure(HttpServletRequest request) {
    return blocks.isEmpty() ? scheme(request).equals("https") : view(request).isSecure();
  }

  /** What the connection and the request line say. */
  private static ClientView direct(HttpServletRequest request) {
    String remote = remoteAddress(request);
    String address = IpAddress.parse(remote).map(IpAddress::toString).orElse(remote);
    String scheme = scheme(request);
    String name = request.getServerName();
    // Some servers take the brackets off.
    boolean isBare = name != null && name.indexOf(':') >= 0 && !name.startsWith("[");
    String host = Authority.parse(isBare ? "[" + name + "]" : "" + name).orElse(NO_HOST).host();
    int port = request.getServerPort();
    boolean isPort = port >= 1 && port <= 65535;
    return new ClientView(address, scheme, host, isPort ? port : Origin.defaultPort(scheme));
  }

  /** Empty where the peer has none, as on a Unix socket. */
  private static String remoteAddress(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    return address == null ? "" : address;
  }

  private static String scheme(HttpServletRequest request) {
    return "https".equalsIgnoreCase(request.getScheme()) ? "https" : "http";
  }

  private Optional<IpAddress> trustedPeer(HttpServletRequest request) {
    return blocks.isEmpty()
        ? Optional.empty()
        : IpAddress.parse(remoteAddress(request)).filter(this::trusts);
  }

  private boolean trusts(IpAddress address) {
    for (IpBlock block : blocks) {
      if (block.contains(address)) {
        return true;
      }
    }
    return false;
  }

  private ClientView forwarded(HttpServletRequest request, IpAddress peer, ClientView direct) {
    List<String> standard = HeaderFields.of(request, "Forwarded");
    XForwarded legacy = XForwarded.of(request);
    if (length(standard) + legacy.length() > LONGEST) {
      return direct;
    }
    if (legacy.isEmpty()) {
      return standard.isEmpty() ? direct : byStandard(standard, peer, direct);
    }
    ClientView seen = byLegacy(legacy, peer, direct);
    boolean isDisputed = !standard.isEmpty() && !seen.equals(byStandard(standard, peer, direct));
    return isDisputed ? direct : seen;
  }

  private ClientView byStandard(List<String> fields, IpAddress peer, ClientView direct) {
    List<ForwardedElement> elements = ForwardedElement.parse(fields);
    Walk walk = walk(elements.stream().map(ForwardedElement::client).toList(), peer);
    ForwardedElement outermost = elements.get(elements.size() - Math.max(1, walk.steps));
    return seen(walk.client, outermost.text("proto"), outermost.text("host"), 0, direct);
  }

  private ClientView byLegacy(XForwarded fields, IpAddress peer, ClientView direct) {
    Walk walk = walk(fields.addresses().stream().map(ForwardedElement::node).toList(), peer);
    Optional<String> proto = XForwarded.ofStep(walk.steps, fields.protos());
    Optional<String> host = XForwarded.ofStep(walk.steps, fields.hosts());
    int port = XForwarded.ofStep(walk.steps, fields.ports()).map(Authority::port).orElse(0);
    return seen(walk.client, proto, host, Math.max(0, port), direct);
  }

  /** How many elements were read, the one that ended the walk included. */
  private record Walk(IpAddress client, int steps) {}

  private Walk walk(List<Optional<IpAddress>> addresses, IpAddress peer) {
    IpAddress client = peer;
    int steps = 0;
    for (int i = addresses.size() - 1; i >= 0 && trusts(client); i--) {
      steps++;
      if (addresses.get(i).isEmpty()) {
        break;
      }
      client = addresses.get(i).get();
    }
    return new Walk(client, steps);
  }

  /** What is garbled or not said stays as the connection has it. */
  private static ClientView seen(
      IpAddress client,
      Optional<String> proto,
      Optional<String> host,
      int port,
      ClientView direct) {
    String scheme = proto.flatMap(TrustedProxies::knownScheme).orElse(direct.scheme());
    Authority authority = host.flatMap(Authority::parse).orElse(ownAuthority(direct));
    int named = authority.port() != 0 ? authority.port() : port;
    int seenPort = named != 0 ? named : Origin.defaultPort(scheme);
    return new ClientView(client.toString(), scheme, authority.host(), seenPort);
  }

  /** A default port is the scheme's, not the host's: with another scheme it is another one. */
  private static Authority ownAuthority(ClientView direct) {
    boolean isDefault = direct.port() == Origin.defaultPort(direct.scheme());
    return new Authority(direct.host(), isDefault ? 0 : direct.port());
  }

  /** Some proxies name the schemes of a WebSocket there. */
  private static Optional<String> knownScheme(String proto) {
    return switch (proto.toLowerCase(Locale.ROOT)) {
      case "https", "wss" -> Optional.of("https");
      case "http", "ws" -> Optional.of("http");
      default -> Optional.empty();
    };
  }

  private static int length(List<String> fields) {
    int length = 0;
    for (String field : fields) {
      length += field.length();
    }
    return length;
  }
}
