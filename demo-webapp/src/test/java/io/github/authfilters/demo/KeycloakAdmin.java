package io.github.authfilters.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** Whoever runs the Keycloak of the tests, by its Admin REST API. */
final class KeycloakAdmin {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final KeycloakRealm realm;
  private final String token;

  KeycloakAdmin(KeycloakRealm realm) {
    this.realm = realm;
    URI address = URI.create(realm.origin() + "/realms/master/protocol/openid-connect/token");
    Map<String, String> login =
        Map.of(
            "grant_type", "password",
            "client_id", "admin-cli",
            "username", "admin",
            "password", "admin");
    this.token = realm.form(address, login).path("access_token").asText();
  }

  /** A new key that signs instead of those of a lower priority; they go on being published. */
  void addKey(String algorithm, int priority) {
    ObjectNode key = JSON.createObjectNode();
    key.put("name", algorithm + " " + priority);
    key.put("providerId", provider(algorithm));
    key.put("providerType", "org.keycloak.keys.KeyProvider");
    key.put("parentId", get("").path("id").asText());
    ObjectNode config = key.putObject("config");
    config.putArray("priority").add(Integer.toString(priority));
    config.putArray("algorithm").add(algorithm);
    call("POST", "/components", BodyPublishers.ofString(key.toString()));
  }

  private static String provider(String algorithm) {
    return switch (algorithm) {
      case "ES256" -> "ecdsa-generated";
      case "EdDSA" -> "eddsa-generated";
      default -> "rsa-generated";
    };
  }

  /** From the next login on. */
  void signAccessTokensOf(String client, String algorithm) {
    String id = get("/clients?clientId=" + client).path(0).path("id").asText();
    ObjectNode change = JSON.createObjectNode();
    change.putObject("attributes").put("access.token.signed.response.alg", algorithm);
    call("PUT", "/clients/" + id, BodyPublishers.ofString(change.toString()));
  }

  private JsonNode get(String path) {
    return call("GET", path, BodyPublishers.noBody());
  }

  private JsonNode call(String method, String path, BodyPublisher body) {
    return KeycloakRealm.read(
        realm.send(
            HttpRequest.newBuilder(URI.create(realm.origin() + "/admin/realms/demo" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body)));
  }
}
