package io.github.authfilters.servlet;

import io.github.authfilters.identity.Credentials;
import io.github.authfilters.identity.Identity;
import io.github.authfilters.user.Authenticator;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the server's own realm, through {@code HttpServletRequest.login} (Servlet specification
 * 13.3), and logs out of it at once: the token is what stays.
 *
 * <p>The Servlet API can't list somebody's roles, so it is asked for those that matter, one by one.
 */
final class ContainerAuthenticator implements Authenticator {

  private final HttpServletRequest request;
  private final Set<String> roles;

  ContainerAuthenticator(HttpServletRequest request, Optional<Set<String>> roles) {
    this.request = request;
    this.roles = roles.orElse(Set.of());
  }

  @Override
  public Optional<Identity> authenticate(Credentials credentials) {
    try {
      request.login(credentials.username(), credentials.password());
    } catch (ServletException refused) {
      return Optional.empty();
    }
    try {
      return identity();
    } finally {
      logout();
    }
  }

  private Optional<Identity> identity() {
    Principal principal = request.getUserPrincipal();
    if (principal == null) {
      return Optional.empty();
    }
    Set<String> held = new HashSet<>(roles);
    held.removeIf(role -> !request.isUserInRole(role));
    return Optional.of(new Identity(principal.getName(), held, Set.of()));
  }

  private void logout() {
    try {
      request.logout();
    } catch (ServletException e) {
      throw new IllegalStateException("the server's realm did not log out", e);
    }
  }
}
