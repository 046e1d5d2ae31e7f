package io.github.authfilters.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The realm {@code demo} of a Keycloak, as its users reach it.
 *
 * @param origin its issuer's name begins so: Keycloak takes the address that it is asked at
 */
public record KeycloakRealm(String origin, HttpClient http) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a login gives; the ID token is empty where it was not asked for. */
  record Tokens(String access, String id, String refresh) {}

  static KeycloakRealm at(int port) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    return new KeycloakRealm("http://127.0.0.1:" + port, client);
  }

  public String issuer() {
    return origin + "/realms/demo";
  }

  /** The same realm through a way that leads to it. */
  KeycloakRealm through(Relay relay) {
    return new KeycloakRealm("http://127.0.0.1:" + relay.port(), http);
  }

  int port() {
    return URI.create(origin).getPort();
  }

  boolean isThere() {
    String metadata = issuer() + "/.well-known/openid-configuration";
    try {
      return send(HttpRequest.newBuilder(URI.create(metadata))).statusCode() == 200;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof ConnectException) {
        return false;
      }
      throw e;
    }
  }

  /** By the client {@code demo}, whose tokens are for the demo. */
  Tokens login(String user, String password, String scope) {
    return login("demo", user, password, scope);
  }

  Tokens login(String client, String user, String password, String scope) {
    JsonNode answer =
        form(
            "/protocol/openid-connect/token",
            Map.of(
                "grant_type", "password",
                "client_id", client,
                "username", user,
                "password", password,
                "scope", scope));
    return new Tokens(
        answer.path("access_token").asText(),
        answer.path("id_token").asText(),
        answer.path("refresh_token").asText());
  }

  /** Ends the session at Keycloak: from then on it says that its tokens are not active. */
  void logout(Tokens tokens) {
    form(
        "/protocol/openid-connect/logout",
        Map.of("client_id", "demo", "refresh_token", tokens.refresh()));
  }

  private JsonNode form(String path, Map<String, String> fields) {
    return form(URI.create(issuer() + path), fields);
  }

  JsonNode form(URI address, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    return read(response);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Throws where it isn't a success. */
  static JsonNode read(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new AssertionError(response + ": " + response.body());
    }
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
