package io.github.authfilters.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.authfilters.identity.UnavailableException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUserStoreTest extends UserStoreContract {

  private static EmbeddedPostgres postgres;
  private static DataSource database;

  @BeforeAll
  static void start() throws IOException, SQLException {
    postgres = EmbeddedPostgres.start();
    database = postgres.getPostgresDatabase();
    String abc = "'" + Hashes.BCRYPT_ABC + "'";
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table users (username text, password text, disabled boolean, roles text,"
              + " scopes text, level int)");
      statement.execute(
          "insert into users values"
              + " ('johndoe', %1$s, false, 'user, admin', 'me items', 0),".formatted(abc)
              + " ('alice', %1$s, true, null, ' ', 1),".formatted(abc)
              + " ('undecided', %1$s, null, '', '', 2),".formatted(abc)
              + " ('nopassword', null, false, '', '', 0),"
              + " ('broken', 'hunter2', false, '', '', 0),"
              + " ('twice', %1$s, false, '', '', 0), ('twice', %1$s, false, '', '', 0)"
                  .formatted(abc));
    }
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Override
  UserStore store() {
    return new JdbcUserStore(database, JdbcUserStore.DEFAULT_QUERY);
  }

  @Test
  void readsRolesAndScopesPartedByBlanksOrCommas() {
    User user = store().find("johndoe").orElseThrow();

    assertThat(user.identity().roles()).containsExactlyInAnyOrder("user", "admin");
    assertThat(user.identity().scopes()).containsExactlyInAnyOrder("me", "items");
    assertThat(store().find("alice").orElseThrow().identity().scopes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "undecided"})
  void takesTrueAndNullForDisabled(String username) {
    assertThat(store().find(username).orElseThrow().disabled()).isTrue();
  }

  @Test
  void takesANumberForDisabled() {
    UserStore store =
        new JdbcUserStore(
            database, "select username, password, level as DISABLED from users where username = ?");

    assertThat(store.find("johndoe").orElseThrow().disabled()).isFalse();
    assertThat(store.find("alice").orElseThrow().disabled()).isTrue();
  }

  @Test
  void needsNoMoreThanNameAndPassword() {
    UserStore store =
        new JdbcUserStore(database, "select username, password from users where username = ?");

    assertThat(store.find("alice").orElseThrow().disabled()).isFalse();
  }

  @Test
  void doesNotFindAUserWithoutPassword() {
    assertThat(store().find("nopassword")).isEmpty();
  }

  @Test
  void cantTellForARowWithoutAUsableHashAndDoesNotRepeatIt() {
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> store().find("broken"))
        .withMessageContaining("'broken'")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
  }

  @Test
  void cantTellWhichOfTwoRowsIsMeant() {
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> store().find("twice"))
        .withMessageContaining("more than one row");
  }

  @Test
  void namesAColumnThatTheQueryLacks() {
    UserStore store =
        new JdbcUserStore(database, "select username, password as p from users where username = ?");

    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> store.find("nobody"))
        .withMessageContaining("no column 'password'");
  }

  @Test
  void cantTellWhereTheQueryFails() {
    UserStore store = new JdbcUserStore(database, "select nothing from nowhere where x = ?");

    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> store.find("johndoe"))
        .withCauseInstanceOf(SQLException.class);
  }

  @Test
  void cantTellWhenTheDatabaseIsDown() throws IOException {
    UserStore store;
    try (EmbeddedPostgres other = EmbeddedPostgres.start()) {
      store = new JdbcUserStore(other.getPostgresDatabase(), "select 1 where 'x' = ?");
    }

    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> store.find("johndoe"))
        .withCauseInstanceOf(SQLException.class)
        .satisfies(e -> assertThat(e.retryAfter()).hasSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "select 1",
        "select '?'",
        "select username, password from users where a = ? and b = ?"
      })
  void refusesAQueryWithoutItsOnePlaceholder(String query) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JdbcUserStore(database, query))
        .withMessageContaining("needs one ?");
  }
}
