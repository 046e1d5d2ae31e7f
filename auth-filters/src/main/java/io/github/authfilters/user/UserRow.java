package io.github.authfilters.user;

import io.github.authfilters.identity.Identity;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@link JdbcUserStore} by the labels of its columns, whatever their case. */
final class UserRow {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s,]+");

  private final ResultSet rows;
  private final Map<String, Integer> columns = new HashMap<>();

  UserRow(ResultSet rows) throws SQLException {
    this.rows = rows;
    ResultSetMetaData labels = rows.getMetaData();
    for (int i = 1; i <= labels.getColumnCount(); i++) {
      columns.putIfAbsent(labels.getColumnLabel(i).toLowerCase(Locale.ROOT), i);
    }
    require("username");
    require("password");
  }

  private void require(String label) {
    if (!columns.containsKey(label)) {
      throw JdbcUserStore.unusable(
          "no column '" + label + "'; name it in the query, e.g. " + JdbcUserStore.DEFAULT_QUERY);
    }
  }

  /** The current row; empty where it has no password. */
  Optional<User> read() throws SQLException {
    String name = text("username");
    String hash = text("password");
    if (name == null || hash == null) {
      return Optional.empty();
    }
    Identity identity = new Identity(name, words("roles"), words("scopes"));
    return Optional.of(new User(identity, parsed(name, hash.strip()), disabled()));
  }

  private static PasswordHash parsed(String name, String hash) {
    try {
      return PasswordHash.parse(hash);
    } catch (IllegalArgumentException e) {
      throw JdbcUserStore.unusable(
          "as the password of " + UserNames.shown(name) + " " + e.getMessage());
    }
  }

  private boolean disabled() throws SQLException {
    Integer column = columns.get("disabled");
    return column != null && (rows.getBoolean(column) || rows.wasNull());
  }

  private Set<String> words(String label) throws SQLException {
    String text = text(label);
    if (text == null) {
      return Set.of();
    }
    return SEPARATORS
        .splitAsStream(text)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private @Nullable String text(String label) throws SQLException {
    Integer column = columns.get(label);
    return column == null ? null : rows.getString(column);
  }
}
