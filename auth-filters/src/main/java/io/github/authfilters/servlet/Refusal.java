package io.github.authfilters.servlet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.authfilters.internal.http.FetchMetadata;
import io.github.authfilters.internal.http.ReturnPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The answer to a request that may not pass: the one place from which errors are sent.
 *
 * <p>The client learns the class of failure (RFC 6750 section 3, RFC 9457), never why a token or a
 * password failed. A person's browser gets a small page, everything else JSON.
 *
 * @param status the HTTP status
 * @param title the class of failure in a few words
 * @param detail what the caller can do about it
 * @param headers header fields beside the content's own
 * @param body members of the JSON body; empty for a problem document (RFC 9457)
 */
record Refusal(
    int status,
    String title,
    String detail,
    Map<String, String> headers,
    Map<String, String> body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEARER = "Bearer realm=\"auth-filters\"";

  Refusal {
    headers = Map.copyOf(headers);
  }

  /** Nothing was presented: no error code (RFC 6750 section 3.1). */
  static Refusal notAuthenticated() {
    return challenge(401, "Not authenticated", "A valid token is needed here.", BEARER);
  }

  static Refusal invalidToken() {
    return challenge(
        401,
        "Could not validate credentials",
        "The token presented is not valid here, or not any more.",
        BEARER + ", error=\"invalid_token\"");
  }

  static Refusal malformedRequest() {
    return challenge(
        400,
        "Malformed credentials",
        "Send one Authorization field with one token: Authorization: Bearer <token>.",
        BEARER + ", error=\"invalid_request\"");
  }

  static Refusal insufficientScope(Set<String> required) {
    return challenge(
        403,
        "Not enough permissions",
        "The token lacks a scope that is needed here.",
        BEARER + ", error=\"insufficient_scope\", scope=\"" + String.join(" ", required) + "\"");
  }

  static Refusal insufficientRole() {
    return plain(403, "Not allowed", "The identity has no role that is needed here.");
  }

  static Refusal crossOrigin() {
    return plain(
        403,
        "Cross-origin request refused",
        "A request that the cookie authenticates must come from this site's own pages.");
  }

  /** The same bytes for a missing field, an unknown user and a wrong password. */
  static Refusal askForPassword(String realm) {
    String quoted = realm.replace("\\", "\\\\").replace("\"", "\\\"");
    return challenge(
        401,
        "Log in",
        "Log in with a user name and a password.",
        "Basic realm=\"" + quoted + "\", charset=\"UTF-8\"");
  }

  static Refusal tooManyAttempts(Duration wait) {
    return plain(429, "Too many failed logins", "Wait a moment, then try again.").after(wait);
  }

  static Refusal unavailable(Duration wait) {
    return plain(503, "Unavailable", "This can't be decided right now. Try again shortly.")
        .after(wait);
  }

  /** The settings are wrong: silence refuses. The log has the reason. */
  static Refusal brokenSettings() {
    return plain(503, "Unavailable", "This application's settings are wrong; its log says how.");
  }

  static Refusal notForPrefetch() {
    return plain(503, "Not for a prefetch", "Nothing was changed. Open the address itself.");
  }

  static Refusal methodNotAllowed(String allow) {
    return plain(405, "Method not allowed", "Allowed here: " + allow + ".").with("Allow", allow);
  }

  /**
   * An error of the token endpoint (RFC 6749 section 5.2); {@code detail} stands beside {@code
   * error} for clients that were written for FastAPI's tutorial.
   */
  static Refusal oauth(int status, String error, String description) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("error", error);
    body.put("error_description", description);
    body.put("detail", description);
    return new Refusal(status, error, description, Map.of("Pragma", "no-cache"), body);
  }

  Refusal after(Duration wait) {
    long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    return with("Retry-After", Long.toString(seconds));
  }

  /** Whether a person's browser is better sent to a login than refused. */
  boolean isCuredByLogin() {
    return status == 401;
  }

  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    headers.forEach(response::setHeader);
    if (body.isEmpty() && FetchMetadata.isPageNavigation(request)) {
      response.setHeader("Content-Security-Policy", RefusalPage.CONTENT_SECURITY_POLICY);
      ResponseBody.write(
          response,
          "text/html;charset=UTF-8",
          RefusalPage.of(this, ReturnPath.inContext(request, "/")));
    } else if (body.isEmpty()) {
      ResponseBody.write(response, "application/problem+json", json(problem()));
    } else {
      ResponseBody.write(response, "application/json", json(body));
    }
  }

  private Map<String, Object> problem() {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    return problem;
  }

  private static String json(Map<String, ?> members) throws JsonProcessingException {
    return JSON.writeValueAsString(members);
  }

  private Refusal with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Refusal(status, title, detail, more, body);
  }

  private static Refusal challenge(int status, String title, String detail, String challenge) {
    return plain(status, title, detail).with("WWW-Authenticate", challenge);
  }

  private static Refusal plain(int status, String title, String detail) {
    return new Refusal(status, title, detail, Map.of(), Map.of());
  }
}
