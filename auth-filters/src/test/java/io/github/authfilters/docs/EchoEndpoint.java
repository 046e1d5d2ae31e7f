package io.github.authfilters.docs;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** A WebSocket endpoint of an application. */
@ServerEndpoint("/echo")
public final class EchoEndpoint {

  @OnMessage
  public String echo(String message) {
    return message;
  }
}
