package io.github.authfilters.internal.config;

import io.github.authfilters.internal.http.CsrfGuard;
import io.github.authfilters.internal.http.TokenCookie;
import io.github.authfilters.internal.http.TokenLocator;
import io.github.authfilters.internal.http.TrustedProxies;
import io.github.authfilters.token.TokenIssuer;
import io.github.authfilters.token.TokenVerifier;
import io.github.authfilters.user.Authenticator;
import io.github.authfilters.user.LoginThrottle;
import io.github.authfilters.user.UserStore;
import jakarta.servlet.ServletContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The objects of one realm, made once at start and shared by its doors.
 *
 * @param issuer empty where the realm has no {@code signingKeys}
 * @param users empty where no store can be asked for a user by name
 * @param authenticator empty where there are no users, and with {@code users=container}
 * @param containerRoles the roles to ask the container for, with {@code users=container}
 */
public record AuthFilters(
    TokenLocator locator,
    TokenVerifier verifier,
    Optional<TokenIssuer> issuer,
    TokenCookie cookie,
    CsrfGuard csrfGuard,
    TrustedProxies proxies,
    LoginThrottle throttle,
    Optional<UserStore> users,
    Optional<Authenticator> authenticator,
    Optional<Set<String>> containerRoles) {

  /**
   * The realm of a web application: the same object for all of its doors. The first call reads the
   * settings of every registration and context-param; wrong ones throw the same {@link
   * SettingsException} on every call.
   */
  public static AuthFilters of(ServletContext context) {
    throw new UnsupportedOperationException();
  }

  /** A realm from a builder's words: setting name to text. */
  public static AuthFilters of(String place, Map<String, String> values) {
    throw new UnsupportedOperationException();
  }

  /** Whether any component or context-param of the application is ours. */
  public static boolean isUsedIn(ServletContext context) {
    throw new UnsupportedOperationException();
  }
}
