package io.github.authfilters.user;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a file, read again when the file changes.
 *
 * <p>It is looked at when it is asked for, at most once a second, by one of the callers; there is
 * no thread. A version that can't be read or makes no sense is reported once, as a WARNING, and the
 * one before it stays in force.
 */
final class ReloadingFile<T> {

  static final int MAX_BYTES = 16 * 1024 * 1024;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  // Clocks of file systems tick coarsely: a file this young may change again and look the same.
  private static final Duration YOUNG = Duration.ofSeconds(3);

  private final Path file;
  private final Function<byte[], T> parser;
  private final InstantSource clock;
  private final System.Logger log = System.getLogger(ReloadingFile.class.getName());
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Instant looked;
  private volatile T content;
  // The rest is only touched while looking.
  private @Nullable Stamp stamp;
  private byte[] digest;
  private String unreadable = "";

  /**
   * Reads the file for the first time: throws {@link IllegalArgumentException} where that fails.
   *
   * @param parser throws {@link IllegalArgumentException} for content that makes no sense, with a
   *     message that is fit for the log
   */
  ReloadingFile(Path file, Function<byte[], T> parser, InstantSource clock) {
    this.file = file;
    this.parser = parser;
    this.clock = clock;
    this.looked = clock.instant();
    try {
      this.stamp = settled(Stamp.of(file), looked);
      byte[] bytes = read();
      this.digest = sha256(bytes);
      this.content = parser.apply(bytes);
    } catch (IOException e) {
      throw new IllegalArgumentException("the file " + file + " can't be read: " + e, e);
    }
  }

  T content() {
    Instant now = clock.instant();
    if (isDue(now) && looking.tryLock()) {
      try {
        if (isDue(now)) {
          looked = now;
          look(now);
        }
      } finally {
        looking.unlock();
      }
    }
    return content;
  }

  /** A second after the last look exactly, it is; and when the clock was put back. */
  private boolean isDue(Instant now) {
    return !now.isBefore(looked.plus(PAUSE)) || now.isBefore(looked);
  }

  private void look(Instant now) {
    try {
      Stamp current = Stamp.of(file);
      if (current.equals(stamp)) {
        return;
      }
      byte[] bytes = read();
      stamp = settled(current, now);
      unreadable = "";
      byte[] found = sha256(bytes);
      if (!MessageDigest.isEqual(found, digest)) {
        digest = found;
        content = parser.apply(bytes);
      }
    } catch (IOException e) {
      stamp = null;
      if (!unreadable.equals(e.toString())) {
        unreadable = e.toString();
        log.log(System.Logger.Level.WARNING, file + " can't be read, its last content stays: " + e);
      }
    } catch (IllegalArgumentException e) {
      log.log(System.Logger.Level.WARNING, "The last content stays: " + e.getMessage());
    }
  }

  private static @Nullable Stamp settled(Stamp stamp, Instant now) {
    return stamp.modified().toInstant().plus(YOUNG).isBefore(now) ? stamp : null;
  }

  private byte[] read() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return bounded(in);
    }
  }

  static byte[] bounded(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new IOException("it is larger than " + MAX_BYTES + " bytes");
    }
    return bytes;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java runtime has it
    }
  }

  private record Stamp(FileTime modified, long size, String key) {

    static Stamp of(Path file) throws IOException {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(
          found.lastModifiedTime(), found.size(), Objects.toString(found.fileKey(), ""));
    }
  }
}
