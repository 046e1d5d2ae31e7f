package io.github.authfilters.user;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashPasswordTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String piped, HashPassword.@Nullable Prompt prompt, String... arguments) {
    return new HashPassword(
            new ByteArrayInputStream(piped.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            prompt)
        .run(arguments);
  }

  private static HashPassword.Prompt typing(String... lines) {
    Deque<String> typed = new ArrayDeque<>(Arrays.asList(lines));
    return text -> typed.isEmpty() ? null : typed.pop().toCharArray();
  }

  private String printed() {
    return out.toString(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p\u00e4ss word", "p\u00e4ss word\n", "p\u00e4ss word\r\n"})
  void hashesTheOnlyLineThatIsPiped(String piped) {
    int code = run(piped, null);

    assertThat(code).isZero();
    assertThat(printed().lines()).hasSize(1);
    assertThat(PasswordHash.parse(printed().strip()).matches("p\u00e4ss word")).isTrue();
    assertThat(err.size()).isZero();
  }

  @Test
  void hashesWhatIsTypedTwice() {
    int code = run("", typing("secret", "secret"), "--bcrypt");

    assertThat(code).isZero();
    assertThat(printed()).startsWith("$2b$12$");
    assertThat(PasswordHash.parse(printed().strip()).matches("secret")).isTrue();
  }

  @Test
  void refusesWhatIsTypedDifferently() {
    assertThat(run("", typing("secret", "sceret"))).isEqualTo(2);
    assertThat(printed()).isEmpty();
    assertThat(err.toString(UTF_8)).contains("not the same").doesNotContain("secret");
  }

  @Test
  void refusesAnInputThatEnds() {
    assertThat(run("", typing("secret"))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "one\ntwo\n", "a\u0007b"})
  void refusesWhatIsNoPassword(String piped) {
    assertThat(run(piped, null)).isEqualTo(2);
    assertThat(printed()).isEmpty();
    assertThat(err.size()).isPositive();
  }

  @Test
  void refusesAPasswordAmongTheArguments() {
    assertThat(run("", null, "hunter2")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("never an argument").doesNotContain("hunter2");
  }

  @Test
  void explainsItself() {
    assertThat(run("", null, "--help")).isZero();
    assertThat(printed()).contains("--bcrypt", "standard input");
  }
}
