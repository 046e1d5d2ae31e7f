package io.github.authfilters.demo;

import io.github.authfilters.demo.launch.JettyLauncher;
import io.github.authfilters.demo.launch.TomcatLauncher;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The launchers alone in a folder, so that no other test class gets on a server's class path. */
final class LauncherClasses {

  private LauncherClasses() {}

  static Path copyTo(Path folder) {
    for (Class<?> launcher : List.of(TomcatLauncher.class, JettyLauncher.class)) {
      String file = launcher.getName().replace('.', '/') + ".class";
      try (InputStream in = launcher.getClassLoader().getResourceAsStream(file)) {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(Objects.requireNonNull(in), target);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder;
  }
}
