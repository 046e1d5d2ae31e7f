package io.github.authfilters.servlet;

import io.github.authfilters.token.VerifiedToken;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * The request as the application sees it once its token is proven: the identity stands where the
 * Servlet specification puts it (section 13.3).
 *
 * <p>{@code getUserPrincipal()} is the {@link VerifiedToken}, {@code getAuthType()} is {@code
 * Bearer} for either carrier.
 */
final class AuthenticatedRequest extends HttpServletRequestWrapper {

  private static final String ANY_AUTHENTICATED_USER = "**";

  private final HttpServletResponse response;
  private volatile @Nullable VerifiedToken token;

  /**
   * @param response what {@code startAsync()} goes on with
   */
  AuthenticatedRequest(
      HttpServletRequest request, HttpServletResponse response, VerifiedToken token) {
    super(request);
    this.response = response;
    this.token = token;
  }

  boolean isOf(VerifiedToken other) {
    VerifiedToken current = token;
    return current != null && current.equals(other);
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    return token;
  }

  @Override
  public @Nullable String getRemoteUser() {
    VerifiedToken current = token;
    return current == null ? null : current.subject();
  }

  @Override
  public boolean isUserInRole(String role) {
    VerifiedToken current = token;
    return current != null
        && (role.equals(ANY_AUTHENTICATED_USER) || current.roles().contains(role));
  }

  @Override
  public @Nullable String getAuthType() {
    return token == null ? null : "Bearer";
  }

  @Override
  public boolean authenticate(HttpServletResponse response) {
    return token != null;
  }

  /** The container's own would go on with its own request, which nobody is known to. */
  @Override
  public AsyncContext startAsync() {
    return startAsync(this, response);
  }

  /** Refused as the specification asks: somebody is logged in already. */
  @Override
  public void login(String username, String password) throws ServletException {
    throw new ServletException("this request is authenticated already, by its token");
  }

  /** Forgets the identity for the rest of this request; the token goes on living elsewhere. */
  @Override
  public void logout() {
    token = null;
  }
}
