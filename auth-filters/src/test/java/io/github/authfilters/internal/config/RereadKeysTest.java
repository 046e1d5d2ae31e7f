package io.github.authfilters.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.FakeClock;
import io.github.authfilters.LogLines;
import io.github.authfilters.token.SigningKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RereadKeysTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String A = "{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"" + secret() + "\"}";
  private static final String B = "{\"kty\":\"oct\",\"kid\":\"b\",\"k\":\"" + secret() + "\"}";

  @TempDir Path folder;
  private final FakeClock clock = new FakeClock();
  private final FakeSurroundings around = new FakeSurroundings().at(clock);
  private final LogLines log = new LogLines("io.github.authfilters");
  private KeyFile file;
  private Supplier<SigningKeys> keys;

  private static String secret() {
    return FakeSurroundings.key();
  }

  @BeforeEach
  void start() {
    file = new KeyFile(folder);
    file.write(A, clock.instant());
    keys = read("file:" + file.path());
  }

  @AfterEach
  void stop() {
    log.close();
  }

  private Supplier<SigningKeys> read(String setting) {
    return new KeySources(around.of(new FakeContext().context())).read(setting).keys();
  }

  private List<String> idsAfter(Duration pause) {
    clock.advance(pause);
    return keys.get().keyIds();
  }

  @Test
  void takesAChangeThatTwoLooksInARowHaveSeen() {
    file.replace(B + "\n" + A, clock.instant().plus(SECOND));

    assertThat(idsAfter(Duration.ofMillis(999))).containsExactly("a");
    assertThat(idsAfter(Duration.ofMillis(1))).containsExactly("a");
    assertThat(idsAfter(Duration.ofMillis(999))).containsExactly("a");
    assertThat(idsAfter(Duration.ofMillis(1))).containsExactly("b", "a");
  }

  @Test
  void takesAtTheFirstLookWhatHasBeenThereForAWhile() {
    file.replace(B, clock.instant());

    assertThat(idsAfter(Duration.ofSeconds(2))).containsExactly("b");
  }

  @Test
  void waitsUntilAFileThatIsBeingWrittenIsWhole() {
    file.write(B.substring(0, 20), clock.instant().plus(SECOND));
    assertThat(idsAfter(SECOND)).containsExactly("a");
    file.write(B, clock.instant().plus(SECOND));
    assertThat(idsAfter(SECOND)).containsExactly("a");
    assertThat(log.lines()).isEmpty();

    assertThat(idsAfter(SECOND)).containsExactly("b");
  }

  @Test
  void tellsOnceWhichKeysCountNow() {
    file.replace(B + "\n\n" + A, clock.instant());

    idsAfter(Duration.ofSeconds(5));
    idsAfter(SECOND);

    assertThat(log.lines())
        .containsExactly(
            "INFO auth-filters: signingKeys were read again: kid b signs, and these verify, too: a");
  }

  @Test
  void readsNothingAgainThatIsOnlyTouched() {
    SigningKeys before = keys.get();
    file.replace(A, clock.instant());

    idsAfter(Duration.ofSeconds(5));

    assertThat(keys.get()).isSameAs(before);
    assertThat(log.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c2hvcnQga2V5", "{\"kty\":\"oct\"", "{\"keys\":[]}", "generated"})
  void keepsTheKeysAndWarnsOnceWhereTheNewOnesAreUnusable(String content) {
    file.replace(content, clock.instant());

    for (int i = 0; i < 4; i++) {
      assertThat(idsAfter(Duration.ofSeconds(3))).containsExactly("a");
    }

    assertThat(log.lines()).hasSize(1);
    assertThat(log.lines().get(0))
        .startsWith("WARNING auth-filters: signingKeys stay as they were, what is there now is")
        .doesNotContain("c2hvcnQga2V5");
  }

  @Test
  void keepsTheKeysWhileTheFileIsGoneAndTakesItWhenItIsBack() throws Exception {
    Files.delete(file.path());
    for (int i = 0; i < 3; i++) {
      assertThat(idsAfter(SECOND)).containsExactly("a");
    }
    assertThat(log.lines()).hasSize(1);
    assertThat(log.lines().get(0)).startsWith("WARNING").contains("must be there");

    file.write(B, clock.instant());

    assertThat(idsAfter(Duration.ofSeconds(2))).containsExactly("b");
  }

  @Test
  void saysNothingOfAFileThatIsGoneForAMoment() throws Exception {
    Files.delete(file.path());
    idsAfter(SECOND);
    file.write(A, clock.instant());
    idsAfter(SECOND);

    assertThat(log.lines()).isEmpty();
  }

  @Test
  void refusesANewVersionThatAllAccountsMayRead() throws Exception {
    file.replace(B, clock.instant());
    file.permit("rw-r--r--");

    idsAfter(SECOND);
    assertThat(idsAfter(SECOND)).containsExactly("a");
    assertThat(log.lines()).hasSize(1);
    assertThat(log.lines().get(0)).contains("must not be readable by all accounts", "chmod 600");

    file.permit("rw-r-----");

    assertThat(idsAfter(SECOND)).containsExactly("b");
  }

  @Test
  void readsAFileThatAVariableNames() {
    around.env("PLACE", "file:" + file.path());
    keys = read("env:PLACE");
    assertThat(keys.get().keyIds()).containsExactly("a");

    file.replace(B, clock.instant());

    assertThat(idsAfter(Duration.ofSeconds(2))).containsExactly("b");
  }

  @Test
  void looksAtNoFileWhereAllKeysAreInVariables() {
    keys = read("env:KEYS");
    SigningKeys before = keys.get();

    clock.advance(Duration.ofHours(1));

    assertThat(keys.get()).isSameAs(before);
  }

  @Test
  void followsALinkThatIsSwapped() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file.path());
    keys = read("file:" + link);
    KeyFile other = new KeyFile(Files.createDirectory(folder.resolve("other")));
    other.write(B, clock.instant());
    Path next = Files.createSymbolicLink(folder.resolve("next-link"), other.path());

    Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);

    assertThat(idsAfter(Duration.ofSeconds(2))).containsExactly("b");
  }

  @Test
  void goesOnWhenTheClockIsPutBack() {
    clock.advance(Duration.ofHours(-1));
    file.replace(B, clock.instant());

    assertThat(keys.get().keyIds()).containsExactly("a");
    assertThat(idsAfter(SECOND)).containsExactly("b");
  }

  @Test
  void takesAPipeForNoFile() throws Exception {
    Files.delete(file.path());
    Process made = new ProcessBuilder("mkfifo", "-m", "600", file.path().toString()).start();
    assertThat(made.waitFor()).isZero();

    idsAfter(SECOND);

    assertThat(idsAfter(SECOND)).containsExactly("a");
  }
}
