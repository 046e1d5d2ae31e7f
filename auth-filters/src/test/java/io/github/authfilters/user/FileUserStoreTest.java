package io.github.authfilters.user;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.authfilters.LogLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUserStoreTest extends UserStoreContract {

  private static final String ROW = "{\"username\": \"%s\", \"password\": \"%s\"}";

  @TempDir Path folder;
  private final FakeClock clock = new FakeClock();

  @Override
  UserStore store() throws IOException {
    return new FileUserStore(write("johndoe"), clock);
  }

  private Path file() {
    return folder.resolve("users.json");
  }

  private Path write(String name) throws IOException {
    return Files.writeString(file(), json(name));
  }

  private static String json(String name) {
    return "{\"users\": [" + ROW.formatted(name, Hashes.BCRYPT_ABC) + "]}";
  }

  @Test
  void seesAChangeASecondAfterTheLastLook() throws IOException {
    UserStore store = store();
    write("alice");

    clock.pass(Duration.ofMillis(999));
    assertThat(store.find("alice")).isEmpty();
    clock.pass(Duration.ofMillis(1));

    assertThat(store.find("alice")).isPresent();
    assertThat(store.find("johndoe")).isEmpty();
  }

  @Test
  void seesAFileThatWasMovedIntoPlaceWithAnOlderDate() throws IOException {
    UserStore store = store();
    Path next = Files.writeString(folder.resolve("next"), json("maryjon"));
    Files.setLastModifiedTime(next, FileTime.from(Instant.EPOCH));
    Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    clock.pass(Duration.ofSeconds(1));

    assertThat(store.find("maryjon")).isPresent();
  }

  @Test
  void seesASecondChangeOfTheSameSizeWithinTheTickOfTheFileSystem() throws IOException {
    clock.jumpTo(Instant.now());
    UserStore store = store();
    FileTime date = Files.getLastModifiedTime(file());
    write("maryjon");
    Files.setLastModifiedTime(file(), date);
    clock.pass(Duration.ofSeconds(1));

    assertThat(store.find("maryjon")).isPresent();
  }

  @Test
  void keepsTheUsersAndWarnsOnceForAVersionWithMistakes() throws IOException {
    UserStore store = store();
    try (LogLines log = new LogLines(ReloadingFile.class)) {
      Files.writeString(file(), json("alice").replace("username", "usrname"));
      for (int i = 0; i < 3; i++) {
        clock.pass(Duration.ofSeconds(1));
        assertThat(store.find("johndoe")).isPresent();
      }
      write("alice");
      clock.pass(Duration.ofSeconds(1));

      assertThat(store.find("alice")).isPresent();
      assertThat(log.lines()).hasSize(1);
      assertThat(log.lines().get(0))
          .startsWith("WARNING")
          .contains("line 1", "username")
          .doesNotContain("$2a$");
    }
  }

  @Test
  void keepsTheUsersAndWarnsOnceWhileTheFileIsGone() throws IOException {
    UserStore store = store();
    try (LogLines log = new LogLines(ReloadingFile.class)) {
      Files.delete(file());
      for (int i = 0; i < 3; i++) {
        clock.pass(Duration.ofSeconds(1));
        assertThat(store.find("johndoe")).isPresent();
      }
      write("alice");
      clock.pass(Duration.ofSeconds(1));

      assertThat(store.find("alice")).isPresent();
      assertThat(log.lines()).hasSize(1);
    }
  }

  @Test
  void readsAResourceThatIsNoFile() {
    byte[] json = json("johndoe").getBytes(UTF_8);

    UserStore store = FileUserStore.of("users.json in the WAR", new ByteArrayInputStream(json));

    assertThat(store.find("johndoe")).isPresent();
    assertThat(store.decoys().stream().map(PasswordHash::work))
        .containsExactly(PasswordHash.parse(Hashes.BCRYPT_ABC).work());
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FileUserStore(folder.resolve("none.json")))
        .withMessageContaining("none.json can't be read");
  }

  @Test
  void refusesAFileThatIsTooLarge() throws IOException {
    Files.write(file(), new byte[ReloadingFile.MAX_BYTES + 1]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FileUserStore(file()))
        .withMessageContaining("larger than");
  }
}
