package io.github.authfilters.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is gone when it is closed. */
record TemporaryFolder(Path path) implements AutoCloseable {

  static TemporaryFolder create() throws IOException {
    return new TemporaryFolder(Files.createTempDirectory("auth-filters-it-"));
  }

  /** Deletes what it can: a process that is just ending may still write. */
  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      deepestFirst.forEach(file -> file.toFile().delete());
    } catch (IOException | java.io.UncheckedIOException e) {
      System.err.println("could not delete " + path + ": " + e.getMessage());
    }
  }
}
