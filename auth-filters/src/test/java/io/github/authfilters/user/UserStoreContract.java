package io.github.authfilters.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link UserStore} does. */
abstract class UserStoreContract {

  /** A store that holds {@code johndoe} with {@link Hashes#BCRYPT_ABC}, enabled. */
  abstract UserStore store() throws Exception;

  @Test
  void findsAUserByName() throws Exception {
    Optional<User> user = store().find("johndoe");

    assertThat(user).isPresent();
    assertThat(user.get().identity().name()).isEqualTo("johndoe");
    assertThat(user.get().disabled()).isFalse();
    assertThat(user.get().passwordHash().matches("abc")).isTrue();
  }

  @Test
  void findsTheSameUserTwice() throws Exception {
    UserStore store = store();

    assertThat(store.find("johndoe").map(User::identity))
        .isEqualTo(store.find("johndoe").map(User::identity));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody",
        "JohnDoe",
        "johndoe ",
        " johndoe",
        "",
        " ",
        "john\0doe",
        "\ud800",
        "' or ''='",
        "%",
        "johnd\u00f6e",
        "*"
      })
  void isEmptyForAnyOtherName(String name) throws Exception {
    assertThat(store().find(name)).isEmpty();
  }

  @Test
  void isEmptyForAnEndlessName() throws Exception {
    assertThat(store().find("x".repeat(100_000))).isEmpty();
  }

  @Test
  void hidesTheHash() throws Exception {
    assertThat(store().find("johndoe").toString()).doesNotContain("$2");
  }
}
