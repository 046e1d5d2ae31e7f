package io.github.authfilters.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A WAR that runs in a server process of its own, on a free port of loopback. */
final class ServerUnderTest implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("Open http://127\\.0\\.0\\.1:(\\d+)/");
  private static final long START_SECONDS = 90;
  private static final long STOP_SECONDS = 10;

  private final Setup setup;
  private final TemporaryFolder folder;
  private final Process process;
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private Optional<Words> words = Optional.empty();

  /**
   * What runs where.
   *
   * @param environment beside the test's own environment
   */
  record Setup(ServerKind kind, String contextPath, Path war, Map<String, String> environment) {

    /** The finished WAR, with a signing key that the tests know. */
    static Setup of(ServerKind kind, String contextPath) {
      return new Setup(
          kind,
          contextPath,
          Path.of(System.getProperty("demo.war")),
          Map.of("AUTH_SIGNING_KEYS", TokenForge.KEY));
    }

    Setup war(Path other) {
      return new Setup(kind, contextPath, other, environment);
    }

    Setup with(String name, String value) {
      Map<String, String> more = new HashMap<>(environment);
      more.put(name, value);
      return new Setup(kind, contextPath, war, Map.copyOf(more));
    }

    /** Other issuers, one a line as in the setting trustedIssuers. */
    Setup trusting(String... lines) {
      return with("AUTH_TRUSTED_ISSUERS", String.join("\n", lines));
    }
  }

  private ServerUnderTest(Setup setup) throws IOException {
    this.setup = setup;
    this.folder = TemporaryFolder.create();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
    command.add("-Djava.io.tmpdir=" + Files.createDirectory(folder.path().resolve("tmp")));
    command.addAll(setup.kind().arguments(setup.war(), setup.contextPath(), folder.path()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(setup.environment());
    this.process = builder.start();
    Thread reader = new Thread(this::readLog, "log of " + setup.kind());
    reader.setDaemon(true);
    reader.start();
  }

  /** Waits until the server says where it listens; throws with its log where it never does. */
  static ServerUnderTest start(Setup setup) {
    ServerUnderTest server = launch(setup);
    try {
      server.port();
      return server;
    } catch (IllegalStateException e) {
      server.close();
      throw e;
    }
  }

  /** Without waiting: for a server that may end by itself. */
  static ServerUnderTest launch(Setup setup) {
    try {
      return new ServerUnderTest(setup);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readLog() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.add(line);
        Matcher address = ADDRESS.matcher(line);
        if (address.find()) {
          port.complete(Integer.parseInt(address.group(1)));
        }
      }
    } catch (IOException e) {
      log.add("the log could not be read any further: " + e);
    }
    port.completeExceptionally(new IOException("the server ended"));
  }

  int port() {
    try {
      return port.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(this + " did not start; its log:\n" + log(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether it listens; false where it ended instead. */
  boolean listens() {
    try {
      port();
      return true;
    } catch (IllegalStateException e) {
      if (port.isCompletedExceptionally()) {
        return false;
      }
      throw e;
    }
  }

  /** The tokens that tests of this server share. */
  synchronized Words words() {
    Words known = words.orElseGet(() -> Words.of(Visitor.of(this)));
    words = Optional.of(known);
    return known;
  }

  String contextPath() {
    return setup.contextPath();
  }

  ServerKind kind() {
    return setup.kind();
  }

  String log() {
    return String.join("\n", log);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    folder.close();
  }

  @Override
  public String toString() {
    return setup.kind() + (contextPath().isEmpty() ? "" : " at " + contextPath());
  }
}
