package io.github.authfilters.token;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where an issuer's tokens have the roles and the scopes. */
record ClaimPaths(List<ClaimPath> roles, List<ClaimPath> scopes) {

  static ClaimPaths of(List<String> roles, List<String> scopes) {
    return new ClaimPaths(
        roles.stream().map(ClaimPath::new).toList(), scopes.stream().map(ClaimPath::new).toList());
  }

  /** What is at any of the paths; empty where one of the values is of a wrong type. */
  static Optional<Set<String>> united(List<ClaimPath> paths, JsonObject claims) {
    Set<String> words = new LinkedHashSet<>();
    for (ClaimPath path : paths) {
      Optional<List<String>> found = path.words(claims);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      words.addAll(found.get());
    }
    return Optional.of(Set.copyOf(words));
  }
}
