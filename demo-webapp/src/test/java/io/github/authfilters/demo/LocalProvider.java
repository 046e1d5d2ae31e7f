package io.github.authfilters.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Stands for all providers of the documentation at once: what it says of <code>
 * https://HOST/PATH</code> is at <code>http://127.0.0.1:PORT/HOST/PATH</code>.
 */
final class LocalProvider implements AutoCloseable {

  private static final Pattern HOSTS =
      Pattern.compile(
          "https://(sso\\.example\\.com|dev-1234\\.okta\\.com|example\\.eu\\.auth0\\.com"
              + "|login\\.microsoftonline\\.com|sts\\.windows\\.net)");

  private final KeyPair key;
  private final HttpServer server;
  private final Map<String, UnaryOperator<String>> answers = new ConcurrentHashMap<>();

  LocalProvider() throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    key = generator.generateKeyPair();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The same text, with the addresses of providers led here. */
  String local(String text) {
    String here = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    return HOSTS.matcher(text).replaceAll(host -> here + host.group(1));
  }

  /** A line of the documentation for this provider: without TLS. */
  String line(String documented) {
    return local(documented) + " insecureHttp=true";
  }

  /** The metadata as the provider has them, and the keys where they say. */
  void publish(String issuer, String metadataAt, String keysAt) {
    answers.put(
        path(metadataAt),
        form -> "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(local(issuer), local(keysAt)));
    answers.put(path(keysAt), form -> keys());
  }

  /** Answers a form with JSON. */
  void answer(String address, UnaryOperator<String> toForm) {
    answers.put(path(address), form -> local(toForm.apply(form)));
  }

  private static String path(String address) {
    return address.replaceFirst("https://", "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    UnaryOperator<String> answer = answers.get(exchange.getRequestURI().getPath());
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    byte[] body = (answer == null ? "{}" : answer.apply(form)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** As Entra has it: without {@code alg}. */
  private String keys() {
    RSAPublicKey half = (RSAPublicKey) key.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"k1\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(base64(half.getModulus()), base64(half.getPublicExponent()));
  }

  private static String base64(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return TokenForge.base64(Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  /** Signed by RS256; {@code exp} and {@code iat} are added. */
  String token(String headerMembers, String claims) {
    long now = System.currentTimeMillis() / 1000;
    String header = "{\"alg\":\"RS256\",\"kid\":\"k1\"" + headerMembers + "}";
    String dated =
        local(claims)
            .strip()
            .replaceFirst("\\{", "{\"iat\":" + now + ",\"exp\":" + (now + 300) + ",");
    String content = TokenForge.base64(header) + "." + TokenForge.base64(dated);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + TokenForge.base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
