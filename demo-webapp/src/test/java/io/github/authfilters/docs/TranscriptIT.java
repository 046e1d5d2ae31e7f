package io.github.authfilters.docs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the commands that the pages show against the demo, and compares what they print. */
final class TranscriptIT {

  static Stream<MarkdownPage> pages() {
    return Pages.ofUsers().stream().filter(page -> !Transcript.of(page).steps().isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void theDemoAnswersAsThePageShows(MarkdownPage page, @TempDir Path folder) throws Exception {
    requireCurl();
    try (RunningDemo demo = RunningDemo.start(Map.of())) {
      Transcript.of(page).assertRuns(demo, folder, UnaryOperator.identity());
    }
  }

  static void requireCurl() throws InterruptedException {
    boolean found;
    try {
      found =
          new ProcessBuilder("sh", "-c", "command -v curl openssl")
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start()
                  .waitFor()
              == 0;
    } catch (IOException e) {
      found = false;
    }
    if (!found && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("CI must have sh, curl and openssl to run the transcripts");
    }
    if (!found) {
      System.out.println("Skipped: the transcripts need sh, curl and openssl");
    }
    assumeTrue(found, "the transcripts need sh, curl and openssl");
  }
}
