package io.github.authfilters.internal.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file with a secret in it, which the settings name by an absolute path. */
final class SecretFile {

  /** A secret of 32 bytes is longer in base64url. */
  private static final int LONGEST_RELATIVE = 40;

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
        throw UnusableValueException.pointsTo(
            "the path '%s' of a %s must be absolute".formatted(shownPath(), kind));
      }
      if (!Files.isRegularFile(file)) {
        // Reading on would wait for ever at a pipe.
        throw missing(shown);
      }
      if (TextFile.isReadableByAll(file)) {
        throw UnusableValueException.pointsTo(
            "the %s must not be readable by all accounts of the machine: chmod 600 %s"
                .formatted(kind, shown));
      }
      return TextFile.read(file).strip();
    } catch (IOException | InvalidPathException e) {
      throw missing(shown);
    }
  }

  /** A relative one may be a secret that somebody wrote in its place. */
  private String shownPath() {
    return name.length() > LONGEST_RELATIVE ? "(hidden)" : Shown.escaped(name);
  }

  private static UnusableValueException missing(String shown) {
    return UnusableValueException.pointsTo(
        "the file '%s' must be there, readable, UTF-8 and of at most 64 KiB".formatted(shown));
  }
}
