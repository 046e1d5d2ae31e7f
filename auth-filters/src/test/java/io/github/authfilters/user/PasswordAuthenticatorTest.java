package io.github.authfilters.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.authfilters.identity.Credentials;
import io.github.authfilters.identity.Identity;
import io.github.authfilters.identity.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordAuthenticatorTest {

  private static final PasswordHash ABC = PasswordHash.parse(Hashes.BCRYPT_ABC);

  private final Identity bob = new Identity("bob", Set.of("user"), Set.of("me"));
  private final List<Long> work = new ArrayList<>();
  private final UserStore users =
      name ->
          switch (name) {
            case "bob" -> Optional.of(new User(bob, ABC, false));
            case "alice" ->
                Optional.of(new User(new Identity(name, Set.of(), Set.of()), ABC, true));
            case "down" -> throw new UnavailableException("down", Duration.ofSeconds(5));
            default -> Optional.empty();
          };
  private final PasswordAuthenticator authenticator =
      new PasswordAuthenticator(users, 1, Duration.ofSeconds(1), this::counted);

  private boolean counted(PasswordHash hash, String password) {
    work.add(hash.work());
    return hash.matches(password);
  }

  @Test
  void provesTheRightPassword() {
    assertThat(authenticator.authenticate(new Credentials("bob", "abc"))).contains(bob);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "wrong password, bob, wrong",
    "disabled user with the right password, alice, abc",
    "disabled user with a wrong password, alice, wrong",
    "unknown user, mallory, abc",
    "no name, '', abc",
    "no password, bob, ''",
    "no possible name, '\u0007', abc"
  })
  void costsOneHashAndTellsNothing(String name, String username, String password) {
    authenticator.authenticate(new Credentials("bob", "abc"));
    work.clear();

    Optional<Identity> proven = authenticator.authenticate(new Credentials(username, password));

    assertThat(proven).isEmpty();
    assertThat(work).containsExactly(ABC.work());
  }

  @Test
  void imitatesTheHashThatTheStoreNames() {
    PasswordHash costly = PasswordHash.parse(Hashes.BCRYPT_SECRET).decoy();
    UserStore store =
        new UserStore() {
          @Override
          public Optional<User> find(String username) {
            return Optional.empty();
          }

          @Override
          public List<PasswordHash> decoys() {
            return List.of(costly);
          }
        };

    new PasswordAuthenticator(store, 1, Duration.ofSeconds(1), this::counted)
        .authenticate(new Credentials("mallory", "secret"));

    assertThat(work).containsExactly(costly.work());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a wrong password of a cheap hash, cheap, wrong",
    "the right password of a cheap hash, cheap, abc",
    "a wrong password of a dear hash, dear, wrong",
    "the right password of a dear hash, dear, secret",
    "a wrong password of another format, other, wrong",
    "an unknown user, mallory, abc"
  })
  void costsTheSameWhereTheHashesDiffer(
      String name, String username, String password, @TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("users.json"),
            """
            {"users": [
              {"username": "cheap", "password": "%s"},
              {"username": "dear", "password": "%s"},
              {"username": "other", "password": "%s"},
              {"username": "another", "password": "%s"}
            ]}
            """
                .formatted(
                    Hashes.BCRYPT_ABC,
                    Hashes.BCRYPT_SECRET,
                    Hashes.ARGON2ID_PASSWORD,
                    Hashes.BCRYPT_ABC));
    PasswordAuthenticator mixed =
        new PasswordAuthenticator(new FileUserStore(file), 1, Duration.ofSeconds(1), this::counted);

    Optional<Identity> proven = mixed.authenticate(new Credentials(username, password));

    assertThat(proven.isPresent())
        .isEqualTo(!password.equals("wrong") && !name.contains("unknown"));
    assertThat(work)
        .containsExactlyInAnyOrder(
            PasswordHash.parse(Hashes.BCRYPT_ABC).work(),
            PasswordHash.parse(Hashes.BCRYPT_SECRET).work(),
            PasswordHash.parse(Hashes.ARGON2ID_PASSWORD).work());
  }

  @Test
  void letsTheTroubleOfTheStoreThrough() {
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> authenticator.authenticate(new Credentials("down", "abc")))
        .withMessage("down");
  }

  @Test
  void hashesNoMoreAtOnceThanItMay() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    PasswordAuthenticator one =
        new PasswordAuthenticator(
            users,
            1,
            Duration.ZERO,
            (hash, password) -> {
              started.countDown();
              return awaited(finish);
            });
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Optional<Identity>> first =
          thread.submit(() -> one.authenticate(new Credentials("bob", "abc")));
      awaited(started);

      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> one.authenticate(new Credentials("bob", "abc")))
          .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
      finish.countDown();

      assertThat(first.get()).contains(bob);
      assertThat(one.authenticate(new Credentials("bob", "abc"))).contains(bob);
    } finally {
      finish.countDown();
      thread.shutdownNow();
    }
  }

  @Test
  void refusesToDoNoHashAtAll() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PasswordAuthenticator(users, 0))
        .withMessageContaining("must be 1 or more");
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
