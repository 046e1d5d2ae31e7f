package io.github.authfilters.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtpasswdUserStoreTest extends UserStoreContract {

  @TempDir Path folder;
  private final FakeClock clock = new FakeClock();

  @Override
  UserStore store() throws IOException {
    return new HtpasswdUserStore(
        write("# users\n\njohndoe:" + Hashes.BCRYPT_ABC + "\r\nj\u00f6rg:" + Hashes.BCRYPT_ABC),
        clock);
  }

  private Path write(String lines) throws IOException {
    return Files.writeString(folder.resolve("htpasswd"), lines);
  }

  @Test
  void seesAChange() throws IOException {
    UserStore store = store();
    write("alice:" + Hashes.BCRYPT_ABC);
    clock.pass(Duration.ofSeconds(1));

    assertThat(store.find("alice")).isPresent();
  }

  @Test
  void givesNoRolesAndNoScopes() throws IOException {
    User user = store().find("j\u00f6rg").orElseThrow();

    assertThat(user.identity().roles()).isEmpty();
    assertThat(user.identity().scopes()).isEmpty();
  }

  @Test
  void listsAllMistakesWithTheirLinesAndNoHash() throws IOException {
    Path file =
        write(
            "alice:$apr1$vJGKwTN6$8ZX1mIh7bvW5rOqGcnuKe.\n\nhunter2\nbob:"
                + Hashes.ARGON2ID_PASSWORD
                + "\nbob:"
                + Hashes.BCRYPT_ABC);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HtpasswdUserStore(file))
        .withMessageContainingAll(
            "htpasswd has 4 mistakes",
            "line 1: the password is an MD5 hash of Apache",
            "line 3: no user name",
            "line 4: not a bcrypt hash",
            "line 5: the user 'bob' stands here again")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2", "vJGKwTN6"));
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    Path file = Files.write(folder.resolve("htpasswd"), new byte[] {'a', (byte) 0xff, ':'});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HtpasswdUserStore(file))
        .withMessageContaining("not UTF-8");
  }
}
