package io.github.authfilters.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlaceholdersTest {

  private final Placeholders placeholders =
      new Placeholders(
          new FakeSurroundings()
              .env("HOST", "example.com")
              .env("EMPTY", "")
              .env("TRICK", "${env:HOST}")
              .sys("port", "8080")
              .of(new FakeContext().context()));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "no placeholder        | plain $text}                    | plain $text}",
        "a variable            | ${env:HOST}                     | example.com",
        "a property            | ${sys:port}                     | 8080",
        "several               | https://${env:HOST}:${sys:port}/ | https://example.com:8080/",
        "a default not needed  | ${sys:port:-80}                 | 8080",
        "a default             | ${sys:none:-80}                 | 80",
        "an empty variable     | ${env:EMPTY:-x}                 | x",
        "a default with colons | ${env:NONE:-file:a:-b}          | file:a:-b",
        "an escape             | $${env:HOST}                    | ${env:HOST}",
        "an escape, a variable | $${${env:HOST}}                 | ${example.com}",
        "no second look        | ${env:TRICK}                    | ${env:HOST}",
      })
  void resolves(String name, String text, String resolved) {
    assertThat(placeholders.resolve(text)).isEqualTo(resolved);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "not needed         ; ${sys:port|80}             ; 8080",
        "needed             ; ${sys:none|80}             ; 80",
        "an empty variable  ; ${env:EMPTY|x}             ; x",
        "an empty default   ; a${env:NONE|}b             ; ab",
        "the other mark     ; ${env:NONE|file:a:-b}      ; file:a:-b",
        "the mark again     ; ${env:NONE|a|b}            ; a|b",
        "after a shell's    ; ${env:NONE:-a|b}           ; a|b",
      })
  void takesADefaultThatNoServerTakesForItsOwn(String name, String text, String resolved) {
    assertThat(placeholders.resolve(text)).isEqualTo(resolved);
  }

  @Test
  void takesTheContentOfAFileWithoutItsLastNewline(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("issuer"), "me\n");

    String resolved = placeholders.resolve("${file:" + file + "}");

    assertThat(resolved).isEqualTo("me");
  }

  @Test
  void takesTheDefaultOfAFileThatIsNotThere() {
    assertThat(placeholders.resolve("${file:/no/such/file:-me}")).isEqualTo("me");
  }

  @Test
  void refusesAFileThatCanNotBeReadAlthoughThereIsADefault(@TempDir Path folder) {
    assertThatThrownBy(() -> placeholders.resolve("${file:" + folder + ":-me}"))
        .isInstanceOf(UnusableValueException.class)
        .hasMessageContaining("must be readable UTF-8 of at most 64 KiB");
  }

  @Test
  void refusesAFileThatIsTooLong(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("long"), "x".repeat(64 * 1024 + 1));

    assertThatThrownBy(() -> placeholders.resolve("${file:" + file + "}"))
        .isInstanceOf(UnusableValueException.class);
  }

  @Test
  void refusesARelativeFile() {
    assertThatThrownBy(() -> placeholders.resolve("${file:issuer}"))
        .hasMessageContaining("must be absolute");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "unset, ${env:NONE}",
    "empty without a default, ${env:EMPTY}",
    "no kind, ${HOST}",
    "unknown kind, ${jndi:ldap://x}",
    "open, ${env:HOST",
    "empty braces, ${}",
    "nested, ${env:A:-${env:HOST}}",
  })
  void refuses(String name, String text) {
    assertThatThrownBy(() -> placeholders.resolve(text))
        .isInstanceOf(UnusableValueException.class)
        .hasMessageNotContaining("example.com");
  }
}
