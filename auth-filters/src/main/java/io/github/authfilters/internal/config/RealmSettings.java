package io.github.authfilters.internal.config;

import io.github.authfilters.internal.http.CsrfGuard;
import io.github.authfilters.internal.http.TokenCookie.SameSite;
import io.github.authfilters.internal.http.TrustedProxies;
import io.github.authfilters.token.IssuerSettings;
import io.github.authfilters.user.LoginLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The settings of the realm, read. */
record RealmSettings(
    String issuer,
    String audience,
    Duration tokenLifetime,
    Optional<KeySources.Keys> keys,
    List<IssuerSettings> trustedIssuers,
    String cookieName,
    Optional<String> cookieDomain,
    SameSite sameSite,
    Optional<UserSource.Users> users,
    LoginLimit loginLimit,
    TrustedProxies proxies,
    CsrfGuard csrfGuard,
    boolean allowsOtherOrigins,
    String state) {

  /** The roles that filters ask for are asked of a container's users, too. */
  static RealmSettings of(Values values, Surroundings around, Set<String> rolesAsked) {
    String issuer = values.read(Setting.ISSUER, Syntax::identifier);
    TrustedProxies proxies =
        values
            .find(Setting.TRUSTED_PROXIES, text -> new TrustedProxies(Syntax.list(text)))
            .orElseGet(() -> new TrustedProxies(List.of()));
    Optional<CsrfGuard> othersAllowed =
        values.find(
            Setting.ALLOWED_ORIGINS, text -> new CsrfGuard(Set.copyOf(Syntax.list(text)), proxies));
    return new RealmSettings(
        issuer,
        values.find(Setting.AUDIENCE, Syntax::identifier).orElse(issuer),
        values.read(Setting.TOKEN_LIFETIME, Syntax::lifetime),
        values.find(Setting.SIGNING_KEYS, new KeySources(around)::read),
        values
            .find(Setting.TRUSTED_ISSUERS, text -> TrustedIssuers.read(text, issuer, around))
            .orElse(List.of()),
        values.read(Setting.COOKIE_NAME, Syntax::cookieName),
        values.find(Setting.COOKIE_DOMAIN, Syntax::domain),
        values.read(Setting.COOKIE_SAME_SITE, Syntax::sameSite),
        values.find(Setting.USERS, new UserSource(around, rolesAsked)::read),
        values.read(Setting.LOGIN_LIMIT, LoginLimit::parse),
        proxies,
        othersAllowed.orElseGet(() -> new CsrfGuard(Set.of(), proxies)),
        othersAllowed.isPresent(),
        values.read(Setting.STATE, RealmSettings::state));
  }

  private static String state(String text) {
    if (text.equals("memory")) {
      return text;
    }
    if (text.startsWith("redis:") || text.startsWith("rediss:")) {
      throw new UnusableValueException("it must be memory: this version has no Redis module yet");
    }
    throw new UnusableValueException();
  }
}
