package io.github.authfilters.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A connection to the one page of a Chromium by its DevTools protocol, beside the driver's. */
final class DevTools implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final Events events;
  private final WebSocket socket;

  /** What to do at an event of the browser; must not wait for an answer. */
  @FunctionalInterface
  interface Events {
    void on(DevTools browser, String event, JsonNode parameters);
  }

  /**
   * @param address such as 127.0.0.1:9222
   */
  DevTools(String address, Events events) throws IOException, InterruptedException {
    this.events = events;
    HttpClient http = HttpClient.newHttpClient();
    URI list = URI.create("http://" + address + "/json/list");
    String pages = http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body();
    this.socket = http.newWebSocketBuilder().buildAsync(page(pages), new Listener()).join();
  }

  private static URI page(String pages) throws JsonProcessingException {
    for (JsonNode page : JSON.readTree(pages)) {
      if (page.path("type").asText().equals("page")) {
        return URI.create(page.path("webSocketDebuggerUrl").asText());
      }
    }
    throw new IllegalStateException("no page: " + pages);
  }

  /** Returns when the browser has done it. */
  JsonNode call(String method, Map<String, ?> parameters) throws Exception {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    send(id, method, parameters);
    return answer.get(20, TimeUnit.SECONDS);
  }

  /** Returns at once; whatever the browser answers is ignored. */
  void post(String method, Map<String, ?> parameters) {
    send(ids.incrementAndGet(), method, parameters);
  }

  private void send(int id, String method, Map<String, ?> parameters) {
    Map<String, Object> message = Map.of("id", id, "method", method, "params", parameters);
    synchronized (socket) {
      socket.sendText(JSON.valueToTree(message).toString(), true).join();
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder parts = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      parts.append(part);
      if (last) {
        String message = parts.toString();
        parts.setLength(0);
        receive(message);
      }
      from.request(1);
      return null;
    }

    private void receive(String text) {
      try {
        JsonNode message = JSON.readTree(text);
        CompletableFuture<JsonNode> answer = answers.remove(message.path("id").asInt());
        if (answer != null) {
          answer.complete(message);
        } else if (message.has("method")) {
          events.on(DevTools.this, message.path("method").asText(), message.path("params"));
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(text, e);
      }
    }
  }
}
