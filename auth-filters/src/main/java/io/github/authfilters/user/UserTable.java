package io.github.authfilters.user;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The users of one version of a file, and what an unknown one costs. */
final class UserTable {

  private final Map<String, User> users;
  private final Optional<PasswordHash> decoy;

  UserTable(Collection<User> users) {
    this.users =
        users.stream()
            .collect(Collectors.toUnmodifiableMap(u -> u.identity().name(), Function.identity()));
    this.decoy =
        users.stream()
            .map(User::passwordHash)
            .max(Comparator.comparingLong(PasswordHash::work))
            .map(PasswordHash::decoy);
  }

  Optional<User> find(String username) {
    return Optional.ofNullable(users.get(username));
  }

  Optional<PasswordHash> decoy() {
    return decoy;
  }
}
