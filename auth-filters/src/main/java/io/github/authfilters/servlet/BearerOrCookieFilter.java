package io.github.authfilters.servlet;

import io.github.authfilters.internal.config.FilterSettings;
import io.github.authfilters.internal.config.WebSocketOrder;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Lets a request pass that carries a good token, in {@code Authorization: Bearer} (RFC 6750) or in
 * the cookie, and refuses all others.
 *
 * <p>Behind it {@code getUserPrincipal()} is a {@link io.github.authfilters.token.VerifiedToken};
 * {@code getRemoteUser()}, {@code isUserInRole()} and {@code getAuthType()} answer by it. The body
 * of a request is never touched. Map it with the dispatchers REQUEST, ASYNC and ERROR, and with
 * {@code async-supported}; with FORWARD too, it also checks where the application forwards to.
 *
 * <p>Safe for use by many threads. Where the settings are wrong it refuses every request with 503.
 */
public final class BearerOrCookieFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private final transient Supplier<Gate> opening;
  private transient Optional<Gate> gate = Optional.empty();

  /** For {@code web.xml}: the settings are read from there. */
  public BearerOrCookieFilter() {
    this.opening = () -> gate(Realm.of(getServletContext()), FilterSettings.of(getFilterConfig()));
  }

  private BearerOrCookieFilter(Realm realm, FilterSettings settings) {
    this.opening = () -> gate(realm, settings);
  }

  /** For Java: a filter of this realm. */
  public static Builder builder(Realm realm) {
    return new Builder(realm);
  }

  /** Throws only where a Jetty must not start: there that stops the start, other than elsewhere. */
  @Override
  public void init() {
    WebSocketOrder.checkAtLast(getServletContext());
    try {
      gate = Optional.of(opening.get());
    } catch (RuntimeException e) {
      Trouble.log("filter '" + getFilterName() + "' refuses every request", e);
    }
  }

  private Gate gate(Realm realm, FilterSettings settings) {
    return new Gate(realm.check(), settings, ownServlets(getServletContext()));
  }

  private static Set<String> ownServlets(ServletContext context) {
    Set<String> ours =
        Set.of(
            BasicLoginServlet.class.getName(),
            TokenServlet.class.getName(),
            LogoutServlet.class.getName(),
            JwksServlet.class.getName());
    Collection<? extends ServletRegistration> all = context.getServletRegistrations().values();
    return all.stream()
        .filter(servlet -> servlet.getClassName() != null && ours.contains(servlet.getClassName()))
        .map(ServletRegistration::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<HttpServletRequest> admitted = admitted(request, response);
    if (admitted.isPresent()) {
      chain.doFilter(admitted.get(), response);
    }
  }

  private Optional<HttpServletRequest> admitted(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean isErrorPage = request.getDispatcherType() == DispatcherType.ERROR;
    if (gate.isEmpty()) {
      Refusal.brokenSettings().send(request, response);
      return Optional.empty();
    }
    try {
      return isErrorPage
          ? Optional.of(gate.get().forErrorPage(request, response))
          : gate.get().admit(request, response);
    } catch (RuntimeException trouble) {
      Trouble.refusal(trouble).send(request, response);
      return Optional.empty();
    }
  }

  /** The filter's own settings in Java; each word is a setting's name. */
  public static final class Builder {

    private static final String PLACE = "BearerOrCookieFilter.builder()";

    private final Realm realm;
    private final BuilderWords said = new BuilderWords(PLACE);

    private Builder(Realm realm) {
      this.realm = BuilderWords.known("the realm of " + PLACE, realm);
    }

    /** Where a page navigation without a valid token is sent; none by default. */
    public Builder loginPath(String path) {
      return with("loginPath", path);
    }

    /** Whether a request without a credential passes, as nobody; {@code false} by default. */
    public Builder optional(boolean optional) {
      return with("optional", Boolean.toString(optional));
    }

    /** One of these roles is needed; none by default. Each may hold blanks, but no comma. */
    public Builder requiredRoles(String... roles) {
      said.putRoles("requiredRoles", roles);
      return this;
    }

    /** All of these scopes are needed; none by default. */
    public Builder requiredScopes(String... scopes) {
      said.putAll("requiredScopes", " ", scopes);
      return this;
    }

    /** Servlet patterns of paths that are open to everybody; none by default. */
    public Builder publicPaths(String... patterns) {
      said.putAll("publicPaths", " ", patterns);
      return this;
    }

    /** {@code basic} (default) or {@code all}: which {@code Authorization} fields are hidden. */
    public Builder hideCredentials(String which) {
      return with("hideCredentials", which);
    }

    /** Throws {@link IllegalArgumentException} with all that is wrong with these settings. */
    public BearerOrCookieFilter build() {
      return new BearerOrCookieFilter(realm, FilterSettings.of(PLACE, said.values()));
    }

    private Builder with(String name, String value) {
      said.put(name, value);
      return this;
    }
  }
}
