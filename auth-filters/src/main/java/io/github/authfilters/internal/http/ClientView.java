package io.github.authfilters.internal.http;

/**
 * How the client sees us.
 *
 * @param address the client's IP address, in one form for each address (IPv6 in eight groups)
 * @param scheme {@code http} or {@code https}, lower case
 * @param host as in a URL, lower case, IPv6 in brackets; empty where the request named none
 */
public record ClientView(String address, String scheme, String host, int port) {

  public boolean isSecure() {
    return scheme.equals("https");
  }

  /** The origin (RFC 6454): without the scheme's default port. */
  public String origin() {
    return new Origin(scheme, host, port).toString();
  }
}
