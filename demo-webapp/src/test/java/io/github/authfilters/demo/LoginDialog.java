package io.github.authfilters.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The browser's own dialog for a name and a password: seen exactly where a person would see it, and
 * answered as they would.
 */
final class LoginDialog implements AutoCloseable {

  private record Answer(String user, String password) {}

  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final AtomicInteger shown = new AtomicInteger();
  private final DevTools browser;

  /** Watches the page of a browser at this address of its DevTools. */
  LoginDialog(String address) throws Exception {
    browser = new DevTools(address, this::onEvent);
    browser.call("Fetch.enable", Map.of("handleAuthRequests", true));
  }

  /** What the person types into the next dialog; they cancel one for which there is nothing. */
  void willAnswer(String user, String password) {
    answers.add(new Answer(user, password));
  }

  /** How many dialogs there were since this was asked last. */
  int shown() {
    return shown.getAndSet(0);
  }

  private void onEvent(DevTools from, String event, JsonNode parameters) {
    String request = parameters.path("requestId").asText();
    if (event.equals("Fetch.requestPaused")) {
      from.post("Fetch.continueRequest", Map.of("requestId", request));
    }
    if (event.equals("Fetch.authRequired")) {
      shown.incrementAndGet();
      from.post(
          "Fetch.continueWithAuth",
          Map.of("requestId", request, "authChallengeResponse", answer(answers.poll())));
    }
  }

  private static Map<String, String> answer(@Nullable Answer answer) {
    return answer == null
        ? Map.of("response", "CancelAuth")
        : Map.of(
            "response",
            "ProvideCredentials",
            "username",
            answer.user(),
            "password",
            answer.password());
  }

  @Override
  public void close() {
    browser.close();
  }
}
