package io.github.authfilters.internal.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;

/** A file with a secret in it, which the settings name by an absolute path. */
final class SecretFile {

  private final String kind;
  private final String name;

  /**
   * @param kind for messages, e.g. {@code key file}
   * @param name shown in messages where it is an absolute path
   */
  SecretFile(String kind, String name) {
    this.kind = kind;
    this.name = name;
  }

  /** Throws {@link UnusableValueException} where it can't be read, or where anybody can. */
  String read() {
    String shown = Shown.escaped(name);
    try {
      Path file = Path.of(name);
      if (!file.isAbsolute()) {
        throw new UnusableValueException("the path of a " + kind + " must be absolute");
      }
      if (!Files.isRegularFile(file)) {
        // Reading on would wait for ever at a pipe.
        throw missing(shown);
      }
      if (TextFile.isReadableByAll(file)) {
        throw new UnusableValueException(
            "the %s must not be readable by all accounts of the machine: chmod 600 %s"
                .formatted(kind, shown));
      }
      return TextFile.read(file).strip();
    } catch (IOException | InvalidPathException e) {
      throw missing(shown);
    }
  }

  /** When it was last written to; now, where that can't be told. */
  Instant modified(Instant now) {
    try {
      return Files.getLastModifiedTime(Path.of(name)).toInstant();
    } catch (IOException | InvalidPathException e) {
      return now;
    }
  }

  private static UnusableValueException missing(String shown) {
    return new UnusableValueException(
        "the file '%s' must be there, readable, UTF-8 and of at most 64 KiB".formatted(shown));
  }
}
