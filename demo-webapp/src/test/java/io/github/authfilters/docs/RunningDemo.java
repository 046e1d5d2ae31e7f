package io.github.authfilters.docs;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The demo, started by the command that the README gives, on a free port. */
final class RunningDemo implements AutoCloseable {

  /** As the README has it; the first half has happened when a test of the WAR runs. */
  private static final String COMMAND =
      "mvn -B -ntp -DskipTests package && java -jar demo-webapp/target/demo-webapp.war";

  private static final Pattern ADDRESS = Pattern.compile("Open http://[^:]+:(\\d+)/.*");

  private final Process process;
  private final int port;

  private RunningDemo(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** With these variables in its environment. */
  static RunningDemo start(Map<String, String> more) throws IOException {
    String start = COMMAND.substring(COMMAND.indexOf("java"));
    ProcessBuilder shell =
        shell(Pages.root(), "exec " + start + " --port 0")
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    shell.environment().putAll(more);
    Process process = shell.start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (@Nullable String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.matches()) {
        return new RunningDemo(process, Integer.parseInt(address.group(1)));
      }
    }
    throw new AssertionError("the demo ended before it was up: " + start);
  }

  int port() {
    return port;
  }

  /** Runs a script in a folder from which paths lead where they lead from the repository's root. */
  String run(Path folder, String script) throws IOException, InterruptedException {
    Path link = folder.resolve("demo-webapp");
    Files.createSymbolicLink(link, Pages.root().resolve("demo-webapp").toAbsolutePath());
    try {
      return output(folder, script);
    } finally {
      Files.delete(link);
    }
  }

  private static String output(Path folder, String script)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process shell =
        shell(folder, script)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(output.toFile())
            .start();
    if (!shell.waitFor(2, TimeUnit.MINUTES)) {
      shell.destroyForcibly();
      throw new AssertionError("the commands did not end: " + Pages.text(output));
    }
    return Pages.text(output).replace("\r", "");
  }

  /** With the Java that runs this test. */
  private static ProcessBuilder shell(Path folder, String script) {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", script).directory(folder.toFile());
    Map<String, String> environment = shell.environment();
    environment.remove("AUTH_SIGNING_KEYS");
    environment.remove("JAVA_TOOL_OPTIONS");
    environment.put(
        "PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + environment.get("PATH"));
    return shell;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
