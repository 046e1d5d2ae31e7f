package io.github.authfilters.servlet;

import io.github.authfilters.internal.config.AuthFilters;
import io.github.authfilters.internal.config.ReadSettings;
import io.github.authfilters.token.TokenIssuer;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The keys, users, cookie and state that all doors of one web application share.
 *
 * <p>With a {@code web.xml} nobody needs this type: the settings there make the realm. In Java,
 * make one and give it to each door:
 *
 * <pre>{@code
 * Realm realm = Realm.builder().signingKeys("env:AUTH_SIGNING_KEYS").users("file:users.json").build();
 * context.addFilter("auth", BearerOrCookieFilter.builder(realm).loginPath("/login").build());
 * context.addServlet("login", BasicLoginServlet.builder(realm).build());
 * }</pre>
 *
 * <p>Immutable, safe for use by many threads. One with {@code trustedIssuers} has threads of its
 * own that ask for their keys: {@link #close} ends them.
 */
public final class Realm implements AutoCloseable {

  private static final String ATTRIBUTE = Realm.class.getName();

  private final AuthFilters graph;
  private final TokenCheck check;

  private Realm(AuthFilters graph) {
    this.graph = graph;
    this.check = new TokenCheck(graph);
  }

  /** Each word is a setting's name; see the settings page of the documentation. */
  public static Builder builder() {
    return new Builder();
  }

  /** The realm of the web application's settings; throws where they are wrong. */
  static Realm of(ServletContext context) {
    AuthFilters graph = AuthFilters.of(context);
    synchronized (graph) {
      if (context.getAttribute(ATTRIBUTE) instanceof Realm known && known.graph.equals(graph)) {
        return known;
      }
      Realm realm = new Realm(graph);
      context.setAttribute(ATTRIBUTE, realm);
      return realm;
    }
  }

  /** The same for a servlet that has no settings of its own, and may have some of the realm. */
  static Realm of(ServletConfig config) {
    Realm realm = of(config.getServletContext());
    ReadSettings.check(config);
    return realm;
  }

  /**
   * Ends what runs in the background; for after the server has stopped. Tokens of other issuers get
   * a 503 from then on. Twice is as once.
   */
  @Override
  public void close() {
    graph.close();
  }

  AuthFilters graph() {
    return graph;
  }

  TokenCheck check() {
    return check;
  }

  /** Throws {@link IllegalArgumentException} where nobody could log in. */
  Realm withLogin() {
    tokenIssuer();
    if (graph.authenticator().isEmpty() && graph.containerRoles().isEmpty()) {
      throw new IllegalArgumentException(
          "the realm has no users, so nobody can log in; write e.g. users(\"file:users.json\")");
    }
    return this;
  }

  /** Throws {@link IllegalArgumentException} where the realm can't issue tokens. */
  TokenIssuer tokenIssuer() {
    return graph
        .issuer()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the realm has no signingKeys, so nobody can log in; write e.g."
                        + " signingKeys(\"env:AUTH_SIGNING_KEYS\")"));
  }

  /** The realm's settings in Java; each word is a setting's name, each text as in web.xml. */
  public static final class Builder {

    private static final String PLACE = "Realm.builder()";

    private final BuilderWords said = new BuilderWords(PLACE);

    private Builder() {}

    /**
     * Sources of keys: {@code file:PATH}, {@code env:NAME} or {@code generated}; the first signs.
     */
    public Builder signingKeys(String... sources) {
      return withAll("signingKeys", "\n", sources);
    }

    /** The {@code iss} of our own tokens; {@code auth-filters} by default. */
    public Builder issuer(String issuer) {
      return with("issuer", issuer);
    }

    /** The {@code aud} of our own tokens; the issuer by default. */
    public Builder audience(String audience) {
      return with("audience", audience);
    }

    /** How long a token lives; half an hour by default. */
    public Builder tokenLifetime(Duration lifetime) {
      return with("tokenLifetime", lifetime);
    }

    /**
     * Other issuers whose tokens are accepted, each one a line, e.g. {@code
     * https://login.example.com audience=https://api.example.com}; none by default.
     */
    public Builder trustedIssuers(String... lines) {
      return with("trustedIssuers", String.join("\n", lines));
    }

    /** The cookie's name; {@code auth} by default. */
    public Builder cookieName(String name) {
      return with("cookieName", name);
    }

    /** The cookie's Domain; none by default, which is safest. */
    public Builder cookieDomain(String domain) {
      return with("cookieDomain", domain);
    }

    /** {@code Lax} (default), {@code Strict} or {@code None}. */
    public Builder cookieSameSite(String sameSite) {
      return with("cookieSameSite", sameSite);
    }

    /** Where users are looked up: {@code file:…}, {@code htpasswd:…}, {@code jdbc:…}, … */
    public Builder users(String source) {
      return with("users", source);
    }

    /** How many failed logins are let through. */
    public Builder loginLimit(String limit) {
      return with("loginLimit", limit);
    }

    /** Addresses or blocks whose {@code Forwarded} fields are believed; none by default. */
    public Builder trustedProxies(String... blocks) {
      return withAll("trustedProxies", " ", blocks);
    }

    /** Origins that may send unsafe requests with the cookie; none by default. */
    public Builder allowedOrigins(String... origins) {
      return withAll("allowedOrigins", " ", origins);
    }

    /** Where revoked tokens and login failures are kept; {@code memory} by default. */
    public Builder state(String where) {
      return with("state", where);
    }

    /** Throws {@link IllegalArgumentException} with all that is wrong, in one message. */
    public Realm build() {
      return new Realm(AuthFilters.of(PLACE, said.values()));
    }

    private Builder with(String name, @Nullable Object value) {
      said.put(name, value);
      return this;
    }

    private Builder withAll(String name, String separator, String... elements) {
      said.putAll(name, separator, elements);
      return this;
    }
  }
}
