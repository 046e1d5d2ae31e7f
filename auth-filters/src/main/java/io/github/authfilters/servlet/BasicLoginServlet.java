package io.github.authfilters.servlet;

import io.github.authfilters.identity.Credentials;
import io.github.authfilters.identity.Identity;
import io.github.authfilters.internal.config.LoginSettings;
import io.github.authfilters.internal.http.BasicHeader;
import io.github.authfilters.internal.http.ReturnPath;
import io.github.authfilters.internal.http.TokenCookie;
import io.github.authfilters.token.IssuedToken;
import io.github.authfilters.token.RejectedToken;
import io.github.authfilters.token.RejectedToken.Reason;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks for a user name and a password by the browser's own dialog (RFC 7617) until they are right,
 * then hands out a token in the cookie and sends the browser on with 303.
 *
 * <p>After a logout it asks once more, although the browser has kept the old password and sends it
 * by itself. The challenge's realm never changes: a browser forgets a password only when the same
 * realm is asked for again.
 */
public final class BasicLoginServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(BasicLoginServlet.class.getName());

  private final transient Door door = new Door("GET", "HEAD");
  private final transient Supplier<Handling> opening;

  /** For {@code web.xml}: the settings are read from there. */
  public BasicLoginServlet() {
    this.opening =
        () -> new Handling(Realm.of(getServletContext()), LoginSettings.of(getServletConfig()));
  }

  private BasicLoginServlet(Realm realm, LoginSettings settings) {
    this.opening = () -> new Handling(realm, settings);
  }

  /** For Java: a login of this realm. */
  public static Builder builder(Realm realm) {
    return new Builder(realm);
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

  /** The login with good settings. */
  private static final class Handling implements Door.Handler {

    private final Realm realm;
    private final TokenCookie cookie;
    private final Login login;
    private final LoginSettings settings;
    private final Refusal challenge;

    Handling(Realm realm, LoginSettings settings) {
      this.realm = realm.withLogin();
      this.cookie = realm.graph().cookie();
      this.login = new Login(realm.graph());
      this.settings = settings;
      this.challenge = Refusal.askForPassword(settings.realm());
    }

    @Override
    public Optional<Refusal> handle(HttpServletRequest request, HttpServletResponse response) {
      if (cookie.asksAgain(request)) {
        response.addHeader("Set-Cookie", cookie.askAgainCleared(request));
        return Optional.of(challenge);
      }
      if (request.getHeader("Authorization") != null && carriesRevokedToken(request)) {
        response.addHeader("Set-Cookie", cookie.cleared(request));
        return Optional.of(challenge);
      }
      Optional<Credentials> credentials = BasicHeader.read(request);
      if (credentials.isEmpty()) {
        return Optional.of(challenge);
      }
      Login.Result result = login.attempt(credentials.get(), request);
      if (result instanceof Login.Result.Throttled throttled) {
        return Optional.of(Refusal.tooManyAttempts(throttled.retryAfter()));
      }
      if (result instanceof Login.Result.Accepted accepted) {
        enter(accepted.identity(), request, response);
        return Optional.empty();
      }
      return Optional.of(challenge);
    }

    /**
     * The browser was logged out from elsewhere: it still sends the password by itself, and would
     * be back in without anybody having typed it. Only a token of ours came by a password; the
     * issuer of another, which anybody may have planted, would be waited for in vain.
     */
    private boolean carriesRevokedToken(HttpServletRequest request) {
      return cookie.values(request).stream()
          .anyMatch(
              value ->
                  realm.graph().verifier().verifyOurs(value) instanceof RejectedToken rejected
                      && rejected.reason() == Reason.REVOKED);
    }

    private void enter(
        Identity identity, HttpServletRequest request, HttpServletResponse response) {
      IssuedToken token = realm.tokenIssuer().issue(identity, identity.scopes());
      LOG.log(
          Level.INFO,
          "logged in: user {0}, token {1} in the cookie",
          LogText.of(identity.name()),
          token.fingerprint());
      response.addHeader("Set-Cookie", cookie.issued(request, token.value(), token.lifetime()));
      String target =
          ReturnPath.accepted(request)
              .orElseGet(() -> ReturnPath.inContext(request, settings.successPath()));
      SeeOther.send(response, target);
    }
  }

  /** The login's own settings in Java; each word is a setting's name. */
  public static final class Builder {

    private static final String PLACE = "BasicLoginServlet.builder()";

    private final Realm realm;
    private final BuilderWords said = new BuilderWords(PLACE);

    private Builder(Realm realm) {
      this.realm = BuilderWords.known("the realm of " + PLACE, realm);
    }

    /**
     * The realm that the dialog shows; {@code auth-filters} by default. Never change it lightly.
     */
    public Builder realm(String name) {
      said.put("realm", name);
      return this;
    }

    /** Where to go after the login, below the context path; {@code /docs} by default. */
    public Builder successPath(String path) {
      said.put("successPath", path);
      return this;
    }

    /** Throws {@link IllegalArgumentException} with all that is wrong with these settings. */
    public BasicLoginServlet build() {
      realm.withLogin();
      return new BasicLoginServlet(realm, LoginSettings.of(PLACE, said.values()));
    }
  }
}
