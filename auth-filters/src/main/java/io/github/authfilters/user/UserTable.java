package io.github.authfilters.user;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The users of one version of a file, and what an unknown one costs. */
final class UserTable {

  private static final Logger LOG = System.getLogger(UserTable.class.getName());

  private final Map<String, User> users;
  private final HashCosts costs;

  /** The file is named in the log. */
  UserTable(String file, Collection<User> users) {
    this.users =
        users.stream()
            .collect(Collectors.toUnmodifiableMap(u -> u.identity().name(), Function.identity()));
    this.costs = HashCosts.of(users.stream().map(User::passwordHash).toList());
    if (!costs.complete()) {
      LOG.log(
          Level.WARNING,
          file
              + " has password hashes of more than "
              + HashCosts.MOST
              + " costs; the time of a login then tells which users exist: hash anew those that"
              + " differ");
    }
  }

  Optional<User> find(String username) {
    return Optional.ofNullable(users.get(username));
  }

  List<PasswordHash> decoys() {
    return costs.decoys();
  }
}
