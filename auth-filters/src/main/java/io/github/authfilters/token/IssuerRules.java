package io.github.authfilters.token;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What the settings of an issuer have to be; each message has the rule and an example. */
final class IssuerRules {

  private static final Duration MAX_DURATION = Duration.ofMinutes(5);
  private static final int MAX_PATH_LENGTH = 256;

  private static final String ALGORITHMS =
      String.join(", ", new TreeSet<>(KeyAlgorithm.OF_PUBLIC_KEYS));

  private IssuerRules() {}

  static void check(IssuerSettings settings) {
    checkNames(settings);
    for (String algorithm : settings.algorithms()) {
      require(
          KeyAlgorithm.OF_PUBLIC_KEYS.contains(algorithm),
          "algorithms has \"" + algorithm + "\"; of other issuers these count: " + ALGORITHMS);
    }
    for (String type : settings.type().stream().toList()) {
      require(type.matches("[!-~]+"), "type is \"" + type + "\"; it is one word, e.g. at+jwt");
    }
    checkPaths("roles", settings.rolePaths());
    checkPaths("scopes", settings.scopePaths());
    checkDuration("clockSkew", settings.clockSkew());
    checkKeys(settings);
  }

  /** What holds for ourselves too. */
  static void checkNames(IssuerSettings settings) {
    require(
        !settings.issuer().isBlank(),
        "issuer is missing; it is the \"iss\" of the tokens, e.g. https://tenant.okta.com");
    require(
        !settings.audiences().isEmpty() && settings.audiences().stream().noneMatch(String::isBlank),
        "audience is missing; it is what the tokens for this application have in \"aud\","
            + " e.g. api://default");
  }

  private static void checkPaths(String setting, List<String> paths) {
    for (String path : paths) {
      require(
          !path.isBlank() && path.length() <= MAX_PATH_LENGTH,
          setting
              + " has \""
              + path
              + "\"; a path has 1 to 256 characters, e.g. realm_access.roles");
    }
  }

  private static void checkDuration(String setting, Duration value) {
    require(
        !value.isNegative() && value.compareTo(MAX_DURATION) <= 0,
        setting + " is " + value + "; it is PT0S to PT5M");
  }

  private static void checkKeys(IssuerSettings settings) {
    boolean http = settings.insecureHttp();
    if (settings.keys() instanceof IssuerKeys.Discovered) {
      checkUrl("issuer", parsed(settings.issuer()), http);
    } else if (settings.keys() instanceof IssuerKeys.AtUrl at) {
      checkUrl("jwks", at.jwks(), http);
    } else if (settings.keys() instanceof IssuerKeys.InText text) {
      checkSet(text.jwkSet().get(), settings);
    } else if (settings.keys() instanceof IssuerKeys.Introspected asked) {
      checkUrl("introspection", asked.endpoint(), http);
      checkAsked(asked, settings);
    }
  }

  private static URI parsed(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      // Of no scheme that is any good, and so refused below.
      return URI.create("unreadable:url");
    }
  }

  /** Shows the URL only where it can't have a password in it. */
  private static void checkUrl(String setting, URI url, boolean http) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("https") || scheme.equals("http");
    require(
        web
            && url.getHost() != null
            && url.getRawUserInfo() == null
            && url.getRawFragment() == null,
        setting
            + " is no URL to ask: it begins with https://, has a host, and neither a user nor a"
            + " #fragment, e.g. https://tenant.okta.com/oauth2/default");
    require(
        scheme.equals("https") || http,
        setting
            + " is "
            + IssuerUrl.withoutQuery(url.toString())
            + ", without TLS, so that anybody on the way could answer; write https://, or, for a"
            + " test, insecureHttp=true");
  }

  private static void checkSet(String jwkSet, IssuerSettings settings) {
    try {
      KeySet.ofOthers(jwkSet, settings.algorithms());
    } catch (UnusableKeyException e) {
      throw new IllegalArgumentException("jwks can't be used: " + e.getMessage());
    }
  }

  private static void checkAsked(IssuerKeys.Introspected asked, IssuerSettings settings) {
    require(!asked.client().isBlank(), "client is missing; it is the client_id to ask with");
    require(!asked.secret().isEmpty(), "secret is empty; it is the client_secret of the client");
    checkDuration("introspectionCache", asked.remembered());
    require(
        settings.algorithms().isEmpty() && settings.type().isEmpty(),
        "algorithms and type are for tokens that are verified here; with introspection the issuer"
            + " does that, so leave them out");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
