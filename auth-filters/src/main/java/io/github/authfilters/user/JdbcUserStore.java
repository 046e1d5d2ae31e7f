package io.github.authfilters.user;

import java.util.Optional;
import javax.sql.DataSource;

/** Users of a database table. */
public final class JdbcUserStore implements UserStore {

  public static final String DEFAULT_QUERY =
      "select username, password, disabled, roles, scopes from users where username = ?";

  public JdbcUserStore(DataSource database, String query) {}

  @Override
  public Optional<User> find(String username) {
    throw new UnsupportedOperationException();
  }
}
