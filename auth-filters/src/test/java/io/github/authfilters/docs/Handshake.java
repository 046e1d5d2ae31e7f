package io.github.authfilters.docs;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.server.Server;

/** Opens WebSockets as a browser or a program would. */
final class Handshake {

  private static final int SWITCHED = 101;

  private Handshake() {}

  /** The status of the answer; a WebSocket that opens is closed at once. */
  static int status(Server server, String path, String... fields) {
    URI uri = URI.create("ws://127.0.0.1:" + server.getURI().getPort() + path);
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    for (int at = 0; at < fields.length; at += 2) {
      builder.header(fields[at], fields[at + 1]);
    }
    try {
      builder.buildAsync(uri, new WebSocket.Listener() {}).join().abort();
      return SWITCHED;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }
}
