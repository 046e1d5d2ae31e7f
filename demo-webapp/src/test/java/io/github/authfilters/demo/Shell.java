package io.github.authfilters.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A person's terminal, with a client's id and secret in its environment. */
record Shell() {

  /** What the commands print. */
  String run(String commands) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", commands);
    builder.environment().put("CLIENT_ID", "client");
    builder.environment().put("CLIENT_SECRET", "secret");
    Process shell = builder.redirectErrorStream(true).start();
    shell.getOutputStream().close();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    shell.waitFor();
    return output;
  }
}
