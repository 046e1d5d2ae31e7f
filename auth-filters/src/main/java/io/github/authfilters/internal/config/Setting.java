package io.github.authfilters.internal.config;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Every setting there is: its name, where it may stand, its default, its rule and an example. What
 * reads, suggests or documents a setting does it from this table.
 */
public enum Setting {
  SIGNING_KEYS(
      "signingKeys",
      Scope.REALM,
      "",
      "sources of keys, one a line: file:/absolute/path or env:NAME, or the word generated alone",
      "env:AUTH_SIGNING_KEYS"),
  ISSUER(
      "issuer",
      Scope.REALM,
      "auth-filters",
      "1 to 200 printable ASCII characters without blanks",
      "https://api.example.com"),
  AUDIENCE(
      "audience",
      Scope.REALM,
      "",
      "1 to 200 printable ASCII characters without blanks",
      "https://api.example.com"),
  TOKEN_LIFETIME(
      "tokenLifetime",
      Scope.REALM,
      "PT30M",
      "an ISO-8601 duration in whole seconds, from PT1S to P30D",
      "PT15M"),
  TRUSTED_ISSUERS(
      "trustedIssuers",
      Scope.REALM,
      "",
      "issuers, one a line: URL audience=NAME, and where needed jwks=, algorithms=, roles=, scopes=,"
          + " clockSkew=, type=, insecureHttp=, introspection=, client=, secret=,"
          + " introspectionCache=",
      "https://login.example.com audience=https://api.example.com"),
  COOKIE_NAME(
      "cookieName",
      Scope.REALM,
      "auth",
      "1 to 64 letters, digits or characters of !#$%&'*+-.^_`|~ and not start with __"
          + " (over https the prefix __Host- is added by itself)",
      "auth"),
  COOKIE_DOMAIN(
      "cookieDomain",
      Scope.REALM,
      "",
      "a domain name of two labels or more, without scheme, port or leading dot, and no IP address",
      "example.com"),
  COOKIE_SAME_SITE("cookieSameSite", Scope.REALM, "Lax", "Lax, Strict or None", "Lax"),
  USERS(
      "users",
      Scope.REALM,
      "",
      "file:PATH, htpasswd:PATH, jdbc:JNDI-NAME, container or class:NAME",
      "file:users.json"),
  LOGIN_LIMIT(
      "loginLimit",
      Scope.REALM,
      "userAndAddress=5 address=20 user=100 window=PT1M",
      "failed logins let through in a window of time: userAndAddress=, address=, user=, window=",
      "userAndAddress=5 address=20 user=100 window=PT1M"),
  TRUSTED_PROXIES(
      "trustedProxies",
      Scope.REALM,
      "",
      "IP addresses or CIDR blocks, parted by commas or blanks",
      "10.0.0.0/8, 192.168.1.7"),
  ALLOWED_ORIGINS(
      "allowedOrigins",
      Scope.REALM,
      "",
      "origins (scheme, host and port, no path), parted by commas or blanks",
      "https://app.example.com"),
  STATE("state", Scope.REALM, "memory", "memory", "memory"),
  LOGIN_PATH("loginPath", Scope.FILTER, "", Syntax.PATH_RULE, "/login_basic"),
  OPTIONAL("optional", Scope.FILTER, "false", "true or false", "true"),
  REQUIRED_ROLES(
      "requiredRoles",
      Scope.FILTER,
      "",
      "roles, of which a caller needs any one, parted by commas or newlines",
      "admin, editor"),
  REQUIRED_SCOPES(
      "requiredScopes",
      Scope.FILTER,
      "",
      "scopes (RFC 6749 section 3.3), of which a caller needs all, parted by commas or blanks",
      "items:read items:write"),
  PUBLIC_PATHS(
      "publicPaths",
      Scope.FILTER,
      "",
      "servlet URL patterns, parted by commas or blanks",
      "/health, /static/*, *.css"),
  HIDE_CREDENTIALS("hideCredentials", Scope.FILTER, "basic", "basic or all", "all"),
  LOGIN_REALM(
      "realm",
      Scope.LOGIN,
      "auth-filters",
      "1 to 100 printable ASCII characters",
      "Example Inc. API"),
  LOGIN_SUCCESS_PATH("successPath", Scope.LOGIN, "/docs", Syntax.PATH_RULE, "/docs"),
  LOGOUT_SUCCESS_PATH("successPath", Scope.LOGOUT, "/", Syntax.PATH_RULE, "/");

  /** Where a setting may stand. */
  public enum Scope {
    REALM("any of our components, or a context-param 'authFilters.%s'"),
    FILTER("the BearerOrCookieFilter"),
    LOGIN("the BasicLoginServlet"),
    LOGOUT("the LogoutServlet");

    private final String home;

    Scope(String home) {
      this.home = home;
    }

    String home(String settingName) {
      return home.formatted(settingName);
    }
  }

  private final String settingName;
  private final Scope scope;
  private final String defaultText;
  private final String rule;
  private final String example;

  Setting(String settingName, Scope scope, String defaultText, String rule, String example) {
    this.settingName = settingName;
    this.scope = scope;
    this.defaultText = defaultText;
    this.rule = rule;
    this.example = example;
  }

  /** As it is written in {@code web.xml}; {@code successPath} is the name of two settings. */
  public String settingName() {
    return settingName;
  }

  public Scope scope() {
    return scope;
  }

  /** What counts where nothing is said; empty where that is nothing, or depends on another one. */
  public String defaultText() {
    return defaultText;
  }

  /** What a value must be: completes the sentence "it must be …". */
  public String rule() {
    return rule;
  }

  /** A value that works. */
  public String example() {
    return example;
  }

  /** All settings of this name, whatever their scope. */
  static List<Setting> named(String name) {
    return Arrays.stream(values()).filter(setting -> setting.settingName.equals(name)).toList();
  }

  /** The settings that may stand in a place that takes these scopes. */
  static List<Setting> within(Set<Scope> scopes) {
    return Arrays.stream(values()).filter(setting -> scopes.contains(setting.scope)).toList();
  }
}
