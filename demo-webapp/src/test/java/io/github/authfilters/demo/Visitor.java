package io.github.authfilters.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who asks the demo for things, from an address of their own, so that one test's failed
 * logins never slow down another's.
 *
 * @param address one of loopback's 127.x.y.z
 */
record Visitor(ServerUnderTest server, InetAddress address) {

  private static final AtomicInteger VISITORS = new AtomicInteger();
  private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

  /** A new one. */
  static Visitor of(ServerUnderTest server) {
    int number = VISITORS.incrementAndGet();
    byte[] address = {127, 1, (byte) (number >> 8), (byte) number};
    try {
      return new Visitor(server, InetAddress.getByAddress(address));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  Connection connect() {
    return new Connection(address, server.port());
  }

  /** On a connection of its own. */
  Response send(Request request) {
    try (Connection connection = connect()) {
      return connection.send(request);
    }
  }

  /** A GET of this path below the context path. */
  Request get(String path) {
    return request("GET", path);
  }

  Request request(String method, String path) {
    return Request.of(method, server.contextPath() + path);
  }

  Request form(String path, String body) {
    return Request.form(server.contextPath() + path, body);
  }

  /** A fresh token by {@code /token}. */
  String token(String user, String password) {
    Response response = send(form("/token", grant(user, password)));
    Matcher token = TOKEN.matcher(response.text());
    if (response.status() != 200 || !token.find()) {
      throw new AssertionError("no token for " + user + ": " + response);
    }
    return token.group(1);
  }

  static String grant(String user, String password) {
    return "grant_type=password&username=" + user + "&password=" + password;
  }

  /** A fresh token by {@code /login_basic}: the cookie's value. */
  String login(String user, String password) {
    Response response = send(get("/login_basic").basic(user, password));
    return response
        .cookie("auth")
        .orElseThrow(() -> new AssertionError("no cookie for " + user + ": " + response));
  }

  /** Whether this token opens the profile in the header. */
  boolean opens(String token) {
    return send(get("/users/me").bearer(token)).status() == 200;
  }
}
