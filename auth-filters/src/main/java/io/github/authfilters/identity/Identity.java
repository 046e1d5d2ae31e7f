package io.github.authfilters.identity;

import java.util.Set;

/**
 * Who somebody is, proven by a password or by the container's own realm.
 *
 * @param name the user name as the user store spells it; the {@code sub} of the tokens
 * @param roles what {@code isUserInRole} answers to
 * @param scopes the OAuth scopes that a token for this user may carry
 */
public record Identity(String name, Set<String> roles, Set<String> scopes) {

  public Identity {
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
  }
}
