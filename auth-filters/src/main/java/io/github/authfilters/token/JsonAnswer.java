package io.github.authfilters.token;

import io.github.authfilters.token.IssuerFailure.Kind;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the answer of an issuer's server, whose body is empty where it was too large. */
final class JsonAnswer {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private JsonAnswer() {}

  /** Where to go on; empty for an answer that is none of that kind. */
  static Optional<URI> redirect(HttpResponse<?> answer) throws IssuerFailure {
    if (!REDIRECTS.contains(answer.statusCode())) {
      return Optional.empty();
    }
    String location = answer.headers().firstValue("Location").orElse("");
    try {
      URI next = answer.uri().resolve(location);
      if (IssuerUrl.server(next).equals(IssuerUrl.server(answer.uri()))) {
        return Optional.of(next);
      }
    } catch (IllegalArgumentException e) {
      // No URL, and so nowhere on the same server.
    }
    throw new IssuerFailure(
        answer.uri()
            + " redirects to "
            + Quoted.of(location)
            + "; only the same scheme, host and port are followed");
  }

  static String text(HttpResponse<Optional<byte[]>> answer) throws IssuerFailure {
    if (answer.statusCode() != 200) {
      throw new IssuerFailure(
          kind(answer.statusCode()), answer.uri() + " answers with status " + answer.statusCode());
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (!isJson(type)) {
      throw new IssuerFailure(
          Kind.ABSENT,
          answer.uri()
              + " answers with content type "
              + Quoted.of(type)
              + "; it has to be JSON, e.g. application/json");
    }
    byte[] body =
        answer
            .body()
            .orElseThrow(() -> new IssuerFailure(answer.uri() + " answers with over 512 KiB"));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new IssuerFailure(answer.uri() + " answers with JSON that isn't UTF-8");
    }
  }

  private static Kind kind(int status) {
    if (status == 401 || status == 403) {
      return Kind.REFUSED;
    }
    return status / 100 == 4 ? Kind.ABSENT : Kind.TROUBLE;
  }

  private static boolean isJson(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json") || type.matches("application/[^/]+\\+json");
  }
}
