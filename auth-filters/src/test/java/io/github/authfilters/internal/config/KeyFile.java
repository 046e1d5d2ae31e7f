package io.github.authfilters.internal.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/** A file of keys that changes while a realm reads it. */
final class KeyFile {

  private final Path file;

  KeyFile(Path folder) {
    this.file = folder.resolve("keys");
  }

  Path path() {
    return file;
  }

  /** Writes in place, as if it were written at that instant. */
  void write(String content, Instant at) {
    write(file, content, at);
  }

  /** Writes another file and moves it here, as if it were written at that instant. */
  void replace(String content, Instant at) {
    try {
      Path next = file.resolveSibling("next");
      write(next, content, at);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void permit(String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static void write(Path file, String content, Instant at) {
    try {
      Files.writeString(file, content);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      Files.setLastModifiedTime(file, FileTime.from(at));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
