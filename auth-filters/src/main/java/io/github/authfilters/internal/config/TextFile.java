package io.github.authfilters.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;

/** A small UTF-8 file that the settings point to. */
final class TextFile {

  private static final int LONGEST = 64 * 1024;

  private TextFile() {}

  /** Its content; refuses one over 64 KiB and one that is no UTF-8. */
  static String read(Path file) throws IOException {
    return read(file, LONGEST);
  }

  static String read(Path file, int longest) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(longest + 1);
      if (content.length > longest) {
        throw new IOException("more than " + longest + " bytes");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    }
  }

  /** When it was last written to; now, where that can't be told. */
  static Instant modified(String file, Instant now) {
    try {
      return Files.getLastModifiedTime(Path.of(file)).toInstant();
    } catch (IOException | InvalidPathException e) {
      return now;
    }
  }

  /** Whether every account of the machine may read it; false where the file system can't say. */
  static boolean isReadableByAll(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null
        && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
  }
}
