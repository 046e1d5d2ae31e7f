package io.github.authfilters.user;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What hashing leaves behind in a runtime of its own, without slf4j on its class path. */
class QuietHashingTest {

  /** The child: hashes in every format, then names the threads that are there. */
  public static void main(String[] arguments) {
    SecureRandom random = new SecureRandom();
    PasswordHash.bcrypt("secret", random).matches("secret");
    PasswordHash.of("secret", random).matches("secret");
    PasswordHash.parse(
            "$pbkdf2-sha256$i=20000$AAECAwQFBgcICQoLDA0ODw$"
                + "pbXjsHjJAZ+UssA4mCjbVwQB1+EXh91sn9PQ9vVNm+w")
        .matches("secret");
    boolean ours =
        Thread.getAllStackTraces().keySet().stream()
            .anyMatch(thread -> thread.getName().startsWith("password4j"));
    System.out.println(ours ? "threads left" : "clean");
  }

  @Test
  void printsNothingNeedsNoLoggerAndLeavesNoThread() throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.contains("slf4j"))
            .collect(Collectors.joining(File.pathSeparator));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    Process child =
        new ProcessBuilder(
                List.of(java.toString(), "-cp", classPath, QuietHashingTest.class.getName()))
            .redirectErrorStream(true)
            .start();
    String printed = new String(child.getInputStream().readAllBytes(), UTF_8);

    assertThat(child.waitFor()).isZero();
    assertThat(printed.strip()).isEqualTo("clean");
  }
}
