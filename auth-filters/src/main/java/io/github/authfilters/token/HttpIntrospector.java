package io.github.authfilters.token;

import io.github.authfilters.identity.UnavailableException;
import io.github.authfilters.token.SharedAnswers.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks the issuer's introspection endpoint (RFC 7662) over HTTP. */
final class HttpIntrospector implements Introspector {

  private static final Duration RETRY = Duration.ofSeconds(5);

  private final String name;
  private final URI endpoint;
  private final String authorization;
  private final IssuerHttp http;
  private final IssuerHealth health;
  private final SharedAnswers answers;

  private HttpIntrospector(
      IssuerSettings settings, IssuerKeys.Introspected asked, IssuerClient client) {
    this.name = "issuer " + Quoted.of(settings.issuer());
    this.endpoint = IssuerUrl.ofSetting(asked.endpoint().toString(), settings.insecureHttp());
    this.authorization = basic(asked.client(), asked.secret());
    this.http = client.http();
    this.health =
        new IssuerHealth(
            settings.issuer(), "its tokens get 503 but for those just asked for", client);
    this.answers = new SharedAnswers(name, asked.remembered(), client.clock());
  }

  /** For settings that {@link IssuerRules} has nothing against. */
  static Introspector of(IssuerSettings settings, IssuerClient client) {
    if (!(settings.keys() instanceof IssuerKeys.Introspected asked)) {
      throw new IllegalArgumentException("an issuer that has keys isn't asked for each token");
    }
    return new HttpIntrospector(settings, asked, client);
  }

  /** Both parts are form-encoded first: RFC 6749, section 2.3.1. */
  private static String basic(String client, String secret) {
    String pair = encoded(client) + ':' + encoded(secret);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public Optional<JsonObject> ask(String presented) {
    return answers.about(presented, () -> asked(presented)).claims();
  }

  private Answer asked(String presented) {
    try {
      String form = "token=" + encoded(presented) + "&token_type_hint=access_token";
      Answer answer = read(http.post(endpoint, authorization, form));
      health.succeeded();
      return answer;
    } catch (IssuerFailure e) {
      String trouble = e.getMessage() + (e.isRefusal() ? "; client or secret is wrong" : "");
      health.failed(trouble);
      throw UnavailableException.logged(name + ": " + trouble, RETRY);
    }
  }

  /** What isn't an answer by section 2.2 says neither yes nor no. */
  private Answer read(String text) throws IssuerFailure {
    Optional<JsonObject> answer = StrictJson.parse(text);
    Optional<Boolean> active = answer.flatMap(json -> json.member("active", Boolean.class));
    if (active.isEmpty()) {
      throw new IssuerFailure(
          endpoint + " answers without the boolean \"active\" (RFC 7662, section 2.2)");
    }
    Optional<JsonObject> claims = answer.filter(json -> active.get()).map(HttpIntrospector::claims);
    return new Answer(claims, claims.isPresent() ? text.length() : 0);
  }

  private static JsonObject claims(JsonObject answer) {
    Map<String, Object> claims = new LinkedHashMap<>(answer.members());
    claims.remove("active");
    return new JsonObject(Collections.unmodifiableMap(claims), answer.nulls());
  }

  @Override
  public String toString() {
    return "HttpIntrospector[" + IssuerUrl.withoutQuery(endpoint.toString()) + "]";
  }
}
