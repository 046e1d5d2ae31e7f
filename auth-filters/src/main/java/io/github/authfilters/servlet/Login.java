package io.github.authfilters.servlet;

import io.github.authfilters.identity.Credentials;
import io.github.authfilters.identity.Identity;
import io.github.authfilters.identity.UnavailableException;
import io.github.authfilters.internal.config.AuthFilters;
import io.github.authfilters.user.Authenticator;
import io.github.authfilters.user.LoginThrottle;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** One attempt to log in: first the throttle, then the password. */
final class Login {

  private static final Logger LOG = System.getLogger(Login.class.getName());

  private final AuthFilters realm;

  Login(AuthFilters realm) {
    this.realm = realm;
  }

  /** How an attempt ended. */
  sealed interface Result {

    /** The password was right. */
    record Accepted(Identity identity) implements Result {}

    /** Unknown, disabled or wrong: not told apart. */
    record Refused() implements Result {}

    /** The password was not looked at. */
    record Throttled(Duration retryAfter) implements Result {}
  }

  /** Throws {@code UnavailableException} where nobody can tell. */
  Result attempt(Credentials credentials, HttpServletRequest request) {
    String address = realm.proxies().view(request).address();
    String username = credentials.username();
    LoginThrottle throttle = realm.throttle();
    Optional<Duration> wait = throttle.attempt(username, address);
    if (wait.isPresent()) {
      LOG.log(Level.WARNING, "login throttled: {0} from {1}", shown(username), address);
      return new Result.Throttled(wait.get());
    }
    Optional<Identity> identity = proven(credentials, request, address);
    if (identity.isEmpty()) {
      LOG.log(Level.INFO, "login refused: {0} from {1}", shown(username), address);
      return new Result.Refused();
    }
    throttle.succeeded(username, address);
    return new Result.Accepted(identity.get());
  }

  private Optional<Identity> proven(
      Credentials credentials, HttpServletRequest request, String address) {
    boolean decided = false;
    try {
      Optional<Identity> identity = authenticator(request).authenticate(credentials);
      decided = true;
      return identity;
    } finally {
      if (!decided) {
        realm.throttle().undecided(credentials.username(), address);
      }
    }
  }

  private Authenticator authenticator(HttpServletRequest request) {
    return realm
        .authenticator()
        .orElseGet(() -> new ContainerAuthenticator(request, realm.containerRoles()));
  }

  /** A name that nobody has may be a password that was typed one field too early. */
  private String shown(String username) {
    return isKnown(username) ? "user " + LogText.of(username) : "an unknown user";
  }

  private boolean isKnown(String username) {
    try {
      return realm.users().flatMap(users -> users.find(username)).isPresent();
    } catch (UnavailableException e) {
      return false;
    }
  }
}
