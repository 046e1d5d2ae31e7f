package io.github.authfilters.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.docs.MarkdownPage.CodeBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;

/**
 * Commands and their answers as a page shows them: a command begins with {@code $} and goes on
 * after a backslash at the end of a line; {@code …} stands for any text in a line, and alone in a
 * line for any lines.
 */
record Transcript(List<Step> steps) {

  private static final String END = "@@@ end of answer ";

  /** A command, and what it is to print. */
  record Step(String place, String command, String answer) {

    /** What the answer has to look like. */
    Pattern expected() {
      StringBuilder regex = new StringBuilder();
      for (String line : answer.strip().split("\n", -1)) {
        String part = line.equals("…") ? "(?:.*\\n)*?" : ofLine(line) + "\\n";
        regex.append(part);
      }
      return Pattern.compile(regex.toString());
    }

    private static String ofLine(String line) {
      StringBuilder regex = new StringBuilder();
      String[] fixed = line.split("…", -1);
      for (int i = 0; i < fixed.length; i++) {
        regex.append(i == 0 ? "" : ".*").append(Pattern.quote(fixed[i]));
      }
      return regex.toString();
    }
  }

  /** Those that need nothing but the demo. */
  static Transcript of(MarkdownPage page) {
    return of(page, "transcript");
  }

  /** The transcripts of a page, one after the other: they share the shell and its files. */
  static Transcript of(MarkdownPage page, String source) {
    List<Step> steps = new ArrayList<>();
    page.blocks().stream()
        .filter(block -> block.source().equals(source))
        .forEach(block -> steps.addAll(steps(block)));
    return new Transcript(List.copyOf(steps));
  }

  /** Runs the commands in one shell at this demo, and compares what they print. */
  void assertRuns(RunningDemo demo, Path folder, UnaryOperator<String> addresses)
      throws IOException, InterruptedException {
    String output = demo.run(folder, addresses.apply(script(demo.port())));
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

  private String script(int port) {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      String command = steps.get(i).command().replace("localhost:8080", "127.0.0.1:" + port);
      script.append(command).append("\nprintf '\\n").append(END).append(i).append("\\n'\n");
    }
    return script.toString();
  }

  private static List<Step> steps(CodeBlock block) {
    List<Step> steps = new ArrayList<>();
    List<String> lines = block.text().lines().toList();
    for (int at = 0; at < lines.size(); ) {
      if (!lines.get(at).startsWith("$ ")) {
        throw new AssertionError(block + ": a transcript begins with a command");
      }
      String place = block.page().getFileName() + ":" + (block.line() + at + 1);
      StringBuilder command = new StringBuilder(lines.get(at).substring(2));
      while (lines.get(at++).endsWith("\\")) {
        command.append('\n').append(lines.get(at));
      }
      StringBuilder answer = new StringBuilder();
      while (at < lines.size() && !lines.get(at).startsWith("$ ")) {
        answer.append(lines.get(at++)).append('\n');
      }
      steps.add(new Step(place, command.toString(), answer.toString()));
    }
    return steps;
  }
}
