package io.github.authfilters.servlet;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.authfilters.identity.Credentials;
import io.github.authfilters.identity.Identity;
import io.github.authfilters.internal.http.FormBody;
import io.github.authfilters.token.IssuedToken;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Hands out a token for a user name and a password in a form: the resource owner password
 * credentials grant (RFC 6749 section 4.3), for scripts, Postman and Swagger's Authorize button.
 *
 * <p>A form of another site's page is refused. The form is read from the body only. A {@code
 * grant_type} that is left out counts as {@code password}, as it does for clients of FastAPI's
 * tutorial.
 */
public final class TokenServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(TokenServlet.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();

  private final transient Door door = new Door("POST");
  private final transient Supplier<Handling> opening;

  /** For {@code web.xml}: the settings are read from there. */
  public TokenServlet() {
    this.opening = () -> new Handling(Realm.of(getServletConfig()));
  }

  /** For Java: a token endpoint of this realm, which must have keys and users. */
  public TokenServlet(Realm realm) {
    BuilderWords.known("the realm of a TokenServlet", realm).withLogin();
    this.opening = () -> new Handling(realm);
  }

  @Override
  public void init() {
    door.open(getServletName(), opening);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    door.serve(request, response);
  }

  /** The token endpoint with good settings. */
  private static final class Handling implements Door.Handler {

    private final Realm realm;
    private final Login login;

    Handling(Realm realm) {
      this.realm = realm.withLogin();
      this.login = new Login(realm.graph());
    }

    @Override
    public Optional<Refusal> handle(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (realm.graph().csrfGuard().comesFromElsewhere(request)) {
        // Before anything is counted: a page of anybody's could lock its visitor out otherwise.
        return Optional.of(
            Refusal.oauth(403, "invalid_request", "The request comes from another site"));
      }
      FormBody body = FormBody.read(request);
      if (body instanceof FormBody.Unreadable unreadable) {
        return Optional.of(Refusal.oauth(unreadable.status(), "invalid_request", unreadable.why()));
      }
      Map<String, String> form = ((FormBody.Fields) body).values();
      if (!form.getOrDefault("grant_type", "password").equals("password")) {
        return refused("unsupported_grant_type", "Only grant_type=password is supported here");
      }
      String username = form.get("username");
      String password = form.get("password");
      if (username == null || password == null) {
        return refused("invalid_request", "The form must have the fields username and password");
      }
      Optional<Set<String>> asked = ScopeParameter.read(form.getOrDefault("scope", ""));
      if (asked.isEmpty()) {
        return refused("invalid_scope", "Write scopes separated by single blanks");
      }
      Login.Result result = login.attempt(new Credentials(username, password), request);
      if (result instanceof Login.Result.Throttled throttled) {
        return Optional.of(
            Refusal.oauth(429, "temporarily_unavailable", "Too many failed logins")
                .after(throttled.retryAfter()));
      }
      if (result instanceof Login.Result.Accepted accepted) {
        return grant(accepted.identity(), asked.get(), response);
      }
      return refused("invalid_grant", "Incorrect username or password");
    }

    private Optional<Refusal> grant(
        Identity identity, Set<String> asked, HttpServletResponse response) throws IOException {
      Set<String> granted = ScopeParameter.granted(asked, identity.scopes());
      if (granted.isEmpty() && !asked.isEmpty()) {
        return refused("invalid_scope", "The user has none of the scopes asked for");
      }
      IssuedToken token = realm.tokenIssuer().issue(identity, granted);
      LOG.log(
          Level.INFO,
          "logged in: user {0}, token {1} in the body",
          LogText.of(identity.name()),
          token.fingerprint());
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("access_token", token.value());
      members.put("token_type", "bearer");
      members.put("expires_in", token.lifetime().toSeconds());
      members.put("scope", ScopeParameter.text(granted));
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("Pragma", "no-cache");
      ResponseBody.write(response, "application/json", JSON.writeValueAsString(members));
      return Optional.empty();
    }

    private static Optional<Refusal> refused(String error, String description) {
      return Optional.of(Refusal.oauth(400, error, description));
    }
  }
}
