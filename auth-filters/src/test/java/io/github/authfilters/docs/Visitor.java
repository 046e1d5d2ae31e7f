package io.github.authfilters.docs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.eclipse.jetty.server.Server;

/** Sends requests to a server on this machine, and keeps nothing between them. */
final class Visitor {

  private static final String JOHNDOE =
      "Basic "
          + Base64.getEncoder().encodeToString("johndoe:secret".getBytes(StandardCharsets.UTF_8));

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;

  /** The path ends with a slash. */
  Visitor(Server server, String path) {
    this.base = URI.create("http://127.0.0.1:" + server.getURI().getPort() + path);
  }

  HttpResponse<String> get(String path, String... fields) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    if (fields.length > 0) {
      request.headers(fields);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> logInAsJohndoe(String path, String... fields)
      throws IOException, InterruptedException {
    String[] all = Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "Authorization";
    all[fields.length + 1] = JOHNDOE;
    return get(path, all);
  }

  /** NAME=VALUE of the first cookie that an answer sets. */
  static String cookie(HttpResponse<String> answer) {
    String field = answer.headers().firstValue("Set-Cookie").orElse("");
    return field.substring(0, field.indexOf(';'));
  }
}
