package io.github.authfilters.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.authfilters.docs.Transcript.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the commands that the pages show against the demo, and compares what they print. */
final class TranscriptIT {

  private static final String END = "@@@ end of answer ";

  static Stream<MarkdownPage> pages() {
    return Pages.ofUsers().stream().filter(page -> !Transcript.of(page).steps().isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void theDemoAnswersAsThePageShows(MarkdownPage page, @TempDir Path folder) throws Exception {
    requireCurl();
    List<Step> steps = Transcript.of(page).steps();

    String output;
    try (RunningDemo demo = RunningDemo.start()) {
      output = demo.run(folder, script(steps, demo.port()));
    }

    SoftAssertions all = new SoftAssertions();
    String rest = output;
    for (int i = 0; i < steps.size(); i++) {
      String end = END + i + "\n";
      int at = rest.indexOf(end);
      assertThat(at).as("answer to %s in %s", steps.get(i).command(), rest).isNotNegative();
      Step step = steps.get(i);
      String answer = rest.substring(0, at).strip() + "\n";
      all.assertThat(answer).as("%s: %s", step.place(), step.command()).matches(step.expected());
      rest = rest.substring(at + end.length());
    }
    all.assertAll();
  }

  private static String script(List<Step> steps, int port) {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      String command = steps.get(i).command().replace("localhost:8080", "127.0.0.1:" + port);
      script.append(command).append("\nprintf '\\n").append(END).append(i).append("\\n'\n");
    }
    return script.toString();
  }

  private static void requireCurl() throws InterruptedException {
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
