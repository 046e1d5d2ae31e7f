package io.github.authfilters.demo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.IntSupplier;

/** Runs the demo from the WAR that holds this class: no server needed. */
public final class Main {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  /** What the process closes at its end, the latest first. */
  private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();

  private Main() {}

  /** Runs until the process is told to end; exits with 2 for wrong arguments, 1 for failures. */
  public static void main(String[] args) {
    if (Arrays.asList(args).contains("--help")) {
      System.out.print(Options.USAGE);
      return;
    }
    try {
      Main main = new Main();
      if (args.length > 0 && args[0].equals("hash-password")) {
        main.hashPassword(Arrays.copyOfRange(args, 1, args.length));
      } else {
        main.serve(Options.parse(args));
      }
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      System.err.print(Options.USAGE);
      System.exit(MISUSED);
    } catch (Exception e) {
      System.err.println(Failure.message(e));
      System.exit(FAILED);
    }
  }

  private void hashPassword(String... args) throws Exception {
    // Logs nothing, and need not say that it has nothing to log with.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    ClassLoader loader = unpackedWar().loaderOf("WEB-INF/lib");
    Thread.currentThread().setContextClassLoader(loader);
    loader
        .loadClass("io.github.authfilters.user.HashPassword")
        .getMethod("main", String[].class)
        .invoke(null, (Object) args);
  }

  private void serve(Options options) throws Exception {
    ConsoleLog.start();
    UnpackedWar war = unpackedWar();
    ClassLoader loader = war.loaderOf("WEB-INF/server");
    Thread.currentThread().setContextClassLoader(loader);
    Class<?> type = loader.loadClass("io.github.authfilters.demo.JettyServer");
    Object server =
        type.getConstructor(Path.class, Path.class, String.class, int.class, String.class)
            .newInstance(
                war.webapp(), war.work(), options.host(), options.port(), options.context());
    open.push((AutoCloseable) server);
    int port = ((IntSupplier) server).getAsInt();
    System.out.println(
        "Open "
            + options.address(port)
            + " and log in as johndoe / secret or admin / admin-secret. Ctrl+C stops.");
    System.out.flush();
  }

  private UnpackedWar unpackedWar() throws IOException, URISyntaxException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::closeAll, "close"));
    Path war = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    UnpackedWar unpacked = UnpackedWar.of(war);
    open.push(unpacked);
    return unpacked;
  }

  private void closeAll() {
    for (AutoCloseable each : open) {
      try {
        each.close();
      } catch (Exception e) {
        System.err.println("while stopping: " + Failure.message(e));
      }
    }
  }
}
