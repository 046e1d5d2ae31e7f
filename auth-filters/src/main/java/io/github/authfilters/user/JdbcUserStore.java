package io.github.authfilters.user;

import io.github.authfilters.identity.UnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Users of a database table.
 *
 * <p>The query has one {@code ?} for the name and its columns are read by label: {@code username}
 * and {@code password} (a hash that {@link PasswordHash} reads) are required; {@code disabled} is a
 * boolean or a number, {@code roles} and {@code scopes} are text, parted by blanks or commas.
 * Columns that are absent mean enabled, no roles, no scopes. A null in {@code disabled} means
 * disabled; a user whose {@code password} is null is not found.
 *
 * <p>Each look-up takes a connection of the pool and gives it back. A database that can't be asked,
 * a query that doesn't fit it, more than one row and a row that makes no sense are an {@link
 * UnavailableException}.
 */
public final class JdbcUserStore implements UserStore {

  public static final String DEFAULT_QUERY =
      "select username, password, disabled, roles, scopes from users where username = ?";

  private static final int TIMEOUT_SECONDS = 5;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final DataSource database;
  private final String query;

  /**
   * Throws {@link IllegalArgumentException} for a query without its one placeholder; everything
   * else shows at the first look-up.
   */
  public JdbcUserStore(DataSource database, String query) {
    long placeholders = query.replaceAll("'[^']*'", "").chars().filter(c -> c == '?').count();
    if (placeholders != 1) {
      throw new IllegalArgumentException(
          "the query for users has %d placeholders; it needs one ? for the name, e.g. %s"
              .formatted(placeholders, DEFAULT_QUERY));
    }
    this.database = database;
    this.query = query;
  }

  @Override
  public Optional<User> find(String username) {
    if (!UserNames.isPossible(username)) {
      return Optional.empty();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setQueryTimeout(TIMEOUT_SECONDS);
      statement.setMaxRows(2);
      statement.setString(1, username);
      try (ResultSet rows = statement.executeQuery()) {
        return onlyRow(rows, username);
      }
    } catch (SQLException e) {
      throw new UnavailableException("the database of users can't be asked", RETRY_AFTER, e);
    }
  }

  private static Optional<User> onlyRow(ResultSet rows, String username) throws SQLException {
    UserRow row = new UserRow(rows);
    if (!rows.next()) {
      return Optional.empty();
    }
    Optional<User> user = row.read();
    if (rows.next()) {
      throw unusable("more than one row for the user " + UserNames.shown(username));
    }
    return user;
  }

  static UnavailableException unusable(String reason) {
    return new UnavailableException("the database of users gives " + reason, RETRY_AFTER);
  }
}
