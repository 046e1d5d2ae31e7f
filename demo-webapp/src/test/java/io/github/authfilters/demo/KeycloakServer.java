package io.github.authfilters.demo;

import io.github.authfilters.docs.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The real Keycloak, started as the documentation says, but on a free port. */
final class KeycloakServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** As the documentation has it; Maven runs tests in the folder of the demo. */
  private static final String COMMAND = "sh demo-webapp/src/keycloak/start.sh";

  private final Path log = Path.of(System.getProperty("demo.servers"), "keycloak.log");
  private final int port = freePort();
  private final Process process;
  private final Thread atExit = new Thread(this::kill, "end of Keycloak");

  private KeycloakServer() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(COMMAND.split(" ", -1))
            .directory(Pages.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("KEYCLOAK_PORT", Integer.toString(port));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process = builder.start();
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Waits until the realm is there; throws with the end of the log where it never is. */
  static KeycloakServer start() {
    try {
      KeycloakServer server = new KeycloakServer();
      server.awaitRealm();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its own choice of a port (0) would not be known, and the issuer's name has it. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  KeycloakRealm realm() {
    return KeycloakRealm.at(port);
  }

  private void awaitRealm() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!realm().isThere()) {
      if (System.nanoTime() > deadline || endsWithinASecond()) {
        kill();
        throw new IllegalStateException("Keycloak did not start; its log ends so:\n" + endOfLog());
      }
    }
  }

  private boolean endsWithinASecond() {
    try {
      process.onExit().get(1, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  /** The script and the Java that it started. */
  private void kill() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    kill();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  /** Why there can't be one on this machine; empty where there can. */
  static Optional<String> obstacle() {
    if (Boolean.getBoolean("demo.skip-keycloak")) {
      return Optional.of("-DskipKeycloak is given");
    }
    long needed = 1500;
    return availableMegabytes()
        .filter(available -> available < needed)
        .map(available -> needed + " MB of memory are needed, " + available + " are available");
  }

  /** Empty where the system does not tell as Linux does. */
  private static Optional<Long> availableMegabytes() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
