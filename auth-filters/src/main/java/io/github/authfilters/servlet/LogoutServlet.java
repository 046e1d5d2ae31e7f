package io.github.authfilters.servlet;

import io.github.authfilters.identity.UnavailableException;
import io.github.authfilters.internal.config.LogoutSettings;
import io.github.authfilters.internal.http.CsrfGuard;
import io.github.authfilters.internal.http.PresentedCredential;
import io.github.authfilters.internal.http.PresentedToken;
import io.github.authfilters.internal.http.PresentedToken.Carrier;
import io.github.authfilters.internal.http.ReturnPath;
import io.github.authfilters.internal.http.TokenCookie;
import io.github.authfilters.token.VerifiedToken;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ends a login: the token is revoked, the cookie cleared, and the next login in this browser asks
 * for a password again.
 *
 * <p>A token that came in {@code Authorization: Bearer} is revoked too, without a word to the
 * browser's cookies. A request from another site changes nothing.
 */
public final class LogoutServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(LogoutServlet.class.getName());

  private final transient Door door = new Door("GET", "POST");
  private final transient Supplier<Handling> opening;

  /** For {@code web.xml}: the settings are read from there. */
  public LogoutServlet() {
    this.opening =
        () -> new Handling(Realm.of(getServletContext()), LogoutSettings.of(getServletConfig()));
  }

  private LogoutServlet(Realm realm, LogoutSettings settings) {
    this.opening = () -> new Handling(realm, settings);
  }

  /** For Java: a logout of this realm. */
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

  /** The logout with good settings. */
  private static final class Handling implements Door.Handler {

    private final Realm realm;
    private final TokenCookie cookie;
    private final LogoutSettings settings;

    Handling(Realm realm, LogoutSettings settings) {
      this.realm = realm;
      this.cookie = realm.graph().cookie();
      this.settings = settings;
    }

    @Override
    public Optional<Refusal> handle(HttpServletRequest request, HttpServletResponse response) {
      PresentedCredential presented = realm.graph().locator().find(request);
      if (presented instanceof PresentedToken token && token.carrier() == Carrier.HEADER) {
        revoke(token.value());
      } else if (isOurs(request, presented)) {
        cookie.values(request).forEach(this::revokeIfPossible);
        response.addHeader("Set-Cookie", cookie.cleared(request));
        response.addHeader("Set-Cookie", cookie.askAgain(request));
      } else {
        return Optional.of(Refusal.crossOrigin());
      }
      SeeOther.send(response, ReturnPath.inContext(request, settings.successPath()));
      return Optional.empty();
    }

    /** Who brings no token has nothing to lose by a logout, and a tool tells no origin. */
    private boolean isOurs(HttpServletRequest request, PresentedCredential presented) {
      CsrfGuard guard = realm.graph().csrfGuard();
      return guard.isSameOrigin(request)
          || (presented instanceof PresentedCredential.Nothing && guard.saysNothing(request));
    }

    /** A neighbour's planted cookie must not keep our own token alive, nor the cookies there. */
    private void revokeIfPossible(String presented) {
      try {
        revoke(presented);
      } catch (UnavailableException e) {
        Trouble.log("a cookie's token could not be revoked by the logout", e);
      }
    }

    private void revoke(String presented) {
      if (realm.graph().verifier().verify(presented) instanceof VerifiedToken token) {
        realm.graph().verifier().revoke(token);
        LOG.log(
            Level.INFO,
            "logged out: user {0}, token {1} revoked",
            LogText.of(token.subject()),
            token.fingerprint());
      }
    }
  }

  /** The logout's own setting in Java; the word is the setting's name. */
  public static final class Builder {

    private static final String PLACE = "LogoutServlet.builder()";

    private final Realm realm;
    private final BuilderWords said = new BuilderWords(PLACE);

    private Builder(Realm realm) {
      this.realm = BuilderWords.known("the realm of " + PLACE, realm);
    }

    /** Where to go after the logout, below the context path; {@code /} by default. */
    public Builder successPath(String path) {
      said.put("successPath", path);
      return this;
    }

    /** Throws {@link IllegalArgumentException} with all that is wrong with these settings. */
    public LogoutServlet build() {
      return new LogoutServlet(realm, LogoutSettings.of(PLACE, said.values()));
    }
  }
}
