package io.github.authfilters.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The browser's own dialog for a name and a password: seen exactly where a person would see it, and
 * answered as they would.
 */
final class LoginDialog implements AutoCloseable {

  private record Answer(String user, String password) {}

  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final AtomicInteger shown = new AtomicInteger();
  private final CompletableFuture<DevTools> browser = new CompletableFuture<>();

  /** Watches the page of a browser at this address of its DevTools. */
  static LoginDialog of(String address) throws Exception {
    LoginDialog dialog = new LoginDialog();
    DevTools tools = new DevTools(address, dialog::onEvent);
    dialog.browser.complete(tools);
    tools.call("Fetch.enable", Map.of("handleAuthRequests", true));
    return dialog;
  }

  /** What the person types into the next dialog; they cancel one for which there is nothing. */
  void willAnswer(String user, String password) {
    answers.add(new Answer(user, password));
  }

  /** How many dialogs there were since this was asked last. */
  int shown() {
    return shown.getAndSet(0);
  }

  private void onEvent(String event, JsonNode parameters) {
    Optional<Map<String, Object>> response = response(event);
    if (event.equals("Fetch.requestPaused")) {
      send("Fetch.continueRequest", Map.of("requestId", parameters.path("requestId").asText()));
    } else if (response.isPresent()) {
      send(
          "Fetch.continueWithAuth",
          Map.of(
              "requestId",
              parameters.path("requestId").asText(),
              "authChallengeResponse",
              response.get()));
    }
  }

  private Optional<Map<String, Object>> response(String event) {
    if (!event.equals("Fetch.authRequired")) {
      return Optional.empty();
    }
    shown.incrementAndGet();
    Answer answer = answers.poll();
    return Optional.of(
        answer == null
            ? Map.of("response", "CancelAuth")
            : Map.of(
                "response",
                "ProvideCredentials",
                "username",
                answer.user(),
                "password",
                answer.password()));
  }

  /** In the listener's thread, so nothing may be waited for. */
  private void send(String method, Map<String, Object> parameters) {
    browser.thenAccept(tools -> tools.send(method, parameters));
  }

  @Override
  public void close() {
    browser.thenAccept(DevTools::close);
  }
}
