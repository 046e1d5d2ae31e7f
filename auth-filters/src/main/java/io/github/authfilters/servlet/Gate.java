package io.github.authfilters.servlet;

import io.github.authfilters.internal.config.FilterSettings;
import io.github.authfilters.internal.http.FetchMetadata;
import io.github.authfilters.internal.http.ReturnPath;
import io.github.authfilters.token.VerifiedToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** The rules of one filter: who passes, and what happens to who doesn't. */
final class Gate {

  private final TokenCheck check;
  private final FilterSettings settings;
  private final Set<String> ownServlets;

  /**
   * @param ownServlets the names of this realm's login, token, logout and JWKS servlets, which
   *     judge a request by themselves
   */
  Gate(TokenCheck check, FilterSettings settings, Set<String> ownServlets) {
    this.check = check;
    this.settings = settings;
    this.ownServlets = Set.copyOf(ownServlets);
  }

  /** What the application gets to see; empty where the refusal has been sent. */
  Optional<HttpServletRequest> admit(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isForOwnServlet(request)) {
      return Optional.of(request);
    }
    if (FetchMetadata.isCorsPreflight(request)) {
      return Optional.of(anonymous(request, response));
    }
    boolean isPublic = settings.publicPaths().match(request);
    Outcome outcome = isPublic ? leniently(request) : outcome(request);
    if (outcome instanceof Outcome.Proven proven) {
      return admit(proven.token(), isPublic, request, response);
    }
    if (outcome instanceof Outcome.Refused refused) {
      return refuse(refused.refusal(), request, response);
    }
    return isPublic || settings.optional()
        ? Optional.of(anonymous(request, response))
        : refuse(Refusal.notAuthenticated(), request, response);
  }

  /**
   * The request of an ERROR dispatch: never refused, or the error page of the application would be
   * masked, and with the identity where there is one.
   */
  HttpServletRequest forErrorPage(HttpServletRequest request, HttpServletResponse response) {
    return Proof.of(request, check)
        .map(token -> authenticated(request, response, token))
        .orElseGet(() -> anonymous(request, response));
  }

  private boolean isForOwnServlet(HttpServletRequest request) {
    return ownServlets.contains(request.getHttpServletMapping().getServletName());
  }

  private Outcome outcome(HttpServletRequest request) {
    Optional<VerifiedToken> earlier = Proof.of(request, check);
    return earlier.isPresent() ? new Outcome.Proven(earlier.get()) : check.of(request);
  }

  /** A public path stays open whatever is presented, and whatever can't be told. */
  private Outcome leniently(HttpServletRequest request) {
    try {
      return outcome(request) instanceof Outcome.Proven proven ? proven : new Outcome.Anonymous();
    } catch (RuntimeException e) {
      Trouble.log("a public path is served as to nobody", e);
      return new Outcome.Anonymous();
    }
  }

  private Optional<HttpServletRequest> admit(
      VerifiedToken token,
      boolean isPublic,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Proof.keep(token, check, request);
    if (!isPublic && !token.scopes().containsAll(settings.requiredScopes())) {
      return refuse(Refusal.insufficientScope(settings.requiredScopes()), request, response);
    }
    if (!isPublic && lacksRole(token)) {
      return refuse(Refusal.insufficientRole(), request, response);
    }
    if (!response.containsHeader("Cache-Control")) {
      // What one caller may see is nothing for a shared cache, nor for after the logout.
      response.setHeader("Cache-Control", "private, no-cache");
    }
    return Optional.of(authenticated(request, response, token));
  }

  private boolean lacksRole(VerifiedToken token) {
    return !settings.requiredRoles().isEmpty()
        && Collections.disjoint(token.roles(), settings.requiredRoles());
  }

  private Optional<HttpServletRequest> refuse(
      Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> loginPath = settings.loginPath();
    if (loginPath.isPresent()
        && refusal.isCuredByLogin()
        && FetchMetadata.isPageNavigation(request)) {
      SeeOther.send(response, ReturnPath.toLogin(request, loginPath.get()));
    } else {
      refusal.send(request, response);
    }
    return Optional.empty();
  }

  /** A request that is dispatched again and again doesn't grow. */
  private HttpServletRequest authenticated(
      HttpServletRequest request, HttpServletResponse response, VerifiedToken token) {
    return request instanceof AuthenticatedRequest known && known.isOf(token)
        ? known
        : new AuthenticatedRequest(anonymous(request, response), response, token);
  }

  private HttpServletRequest anonymous(HttpServletRequest request, HttpServletResponse response) {
    return CredentialHidingRequest.of(request, response, settings.hidesBearer());
  }
}
