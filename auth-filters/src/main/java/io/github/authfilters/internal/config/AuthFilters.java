package io.github.authfilters.internal.config;

import io.github.authfilters.internal.config.Setting.Scope;
import io.github.authfilters.internal.http.CsrfGuard;
import io.github.authfilters.internal.http.TokenCookie;
import io.github.authfilters.internal.http.TokenLocator;
import io.github.authfilters.internal.http.TrustedProxies;
import io.github.authfilters.token.IssuerClient;
import io.github.authfilters.token.SigningKeys;
import io.github.authfilters.token.TokenIssuer;
import io.github.authfilters.token.TokenVerifier;
import io.github.authfilters.user.Authenticator;
import io.github.authfilters.user.LoginThrottle;
import io.github.authfilters.user.MemoryLoginThrottle;
import io.github.authfilters.user.UserStore;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The objects of one realm, made once at start and shared by its doors.
 *
 * @param issuers what asks other issuers for their keys; empty where none is trusted
 * @param keys the keys of our own tokens, as they are now; empty where the realm has no {@code
 *     signingKeys}
 * @param issuer empty where the realm has no {@code signingKeys}
 * @param users empty where no store can be asked for a user by name
 * @param authenticator empty where there are no users, and with {@code users=container}
 * @param containerRoles the roles to ask the container for, with {@code users=container}
 */
public record AuthFilters(
    TokenLocator locator,
    TokenVerifier verifier,
    Optional<IssuerClient> issuers,
    Optional<Supplier<SigningKeys>> keys,
    Optional<TokenIssuer> issuer,
    TokenCookie cookie,
    CsrfGuard csrfGuard,
    TrustedProxies proxies,
    LoginThrottle throttle,
    Optional<UserStore> users,
    Optional<Authenticator> authenticator,
    Optional<Set<String>> containerRoles)
    implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger("io.github.authfilters");
  private static final String ATTRIBUTE = AuthFilters.class.getName();

  public AuthFilters {
    containerRoles = containerRoles.map(Set::copyOf);
  }

  /**
   * The realm of a web application: the same object for all of its doors. The first call reads the
   * settings of every registration and context-param; wrong ones throw the same {@link
   * SettingsException} on every call. Throws UnsupportedOperationException where the context may
   * not be asked for its registrations.
   */
  public static AuthFilters of(ServletContext context) {
    synchronized (context) {
      Object kept = context.getAttribute(ATTRIBUTE);
      if (kept instanceof AuthFilters realm) {
        return realm;
      }
      if (kept instanceof SettingsException wrong) {
        throw wrong;
      }
      try {
        InitParams params = InitParams.of(context, WebXml.of(context));
        RealmReader reader = new RealmReader("the realm", params, Surroundings.of(context));
        AuthFilters realm = started("auth-filters in " + path(context) + ": ", reader);
        ReadSettings.keep(context, params);
        context.setAttribute(ATTRIBUTE, realm);
        return realm;
      } catch (SettingsException wrong) {
        logRefusal(context, wrong);
        context.setAttribute(ATTRIBUTE, wrong);
        throw wrong;
      }
    }
  }

  /**
   * Ends what the realm of a web application keeps running, if it has one. Twice is as once; the
   * application may start again, by new settings.
   */
  public static void closeIn(ServletContext context) {
    synchronized (context) {
      if (context.getAttribute(ATTRIBUTE) instanceof AuthFilters realm) {
        context.removeAttribute(ATTRIBUTE);
        realm.close();
      }
    }
  }

  /** Ends the threads that ask other issuers for their keys; their tokens get a 503 from now on. */
  @Override
  public void close() {
    issuers.ifPresent(IssuerClient::close);
  }

  /** A realm from a builder's words: setting name to text. */
  public static AuthFilters of(String place, Map<String, String> values) {
    InitParams params =
        new InitParams(
            List.of(), InitParam.ofBuilder(place, Scope.REALM, values).toList(), List.of());
    return started("auth-filters: ", new RealmReader(place, params, Surroundings.ofProcess()));
  }

  /** Whether any component or context-param of the application is ours. */
  public static boolean isUsedIn(ServletContext context) {
    return !InitParams.of(context).isEmpty();
  }

  /**
   * Whether any setting of ours is said, if only in a misspelt place; doors that Java code made
   * from a realm say none.
   */
  public static boolean isConfiguredIn(ServletContext context) {
    InitParams params = InitParams.of(context);
    return !params.all().isEmpty() || !params.strays().isEmpty();
  }

  /** Throws {@link UnusableValueException} where the settings of another issuer are unusable. */
  static AuthFilters of(RealmSettings settings, Surroundings around) {
    TokenCookie cookie =
        new TokenCookie(
            settings.cookieName(),
            settings.cookieDomain(),
            settings.sameSite(),
            settings.proxies());
    Issuers issuers = Issuers.of(settings, around);
    return new AuthFilters(
        new TokenLocator(cookie),
        issuers.verifier(),
        issuers.client(),
        settings.keys().map(KeySources.Keys::keys),
        issuer(settings, around),
        cookie,
        settings.csrfGuard(),
        settings.proxies(),
        new MemoryLoginThrottle(settings.loginLimit(), around.clock()),
        settings.users().flatMap(UserSource.Users::store),
        settings.users().flatMap(UserSource.Users::authenticator),
        settings.users().flatMap(UserSource.Users::containerRoles));
  }

  private static AuthFilters started(String prefix, RealmReader reader) {
    RealmReader.Start start = reader.read();
    for (StartNote note : start.notes()) {
      LOG.log(note.level(), prefix + note.text());
    }
    return start.realm();
  }

  /** In our own log too: servers write what a listener throws to another file, or cut it short. */
  static void logRefusal(ServletContext context, SettingsException wrong) {
    LOG.log(
        Level.ERROR,
        "the web application {0} does not start: {1}",
        path(context),
        wrong.getMessage());
  }

  static String path(ServletContext context) {
    return context.getContextPath().isEmpty() ? "/" : context.getContextPath();
  }

  private static Optional<TokenIssuer> issuer(RealmSettings settings, Surroundings around) {
    return settings
        .keys()
        .map(
            keys ->
                new TokenIssuer(
                    settings.issuer(),
                    settings.audience(),
                    settings.tokenLifetime(),
                    keys.keys(),
                    around.clock(),
                    around.random()));
  }
}
