package io.github.authfilters.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The WAR in a temporary folder of its own, until it is closed. */
final class UnpackedWar implements AutoCloseable {

  private final Path folder;

  private UnpackedWar(Path folder) {
    this.folder = folder;
  }

  static UnpackedWar of(Path war) throws IOException {
    UnpackedWar unpacked = new UnpackedWar(Files.createTempDirectory("auth-filters-demo-"));
    try (ZipFile zip = new ZipFile(war.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        unpacked.extract(zip, entries.nextElement());
      }
      Files.createDirectories(unpacked.work());
      return unpacked;
    } catch (IOException | RuntimeException e) {
      unpacked.close();
      throw e;
    }
  }

  private void extract(ZipFile zip, ZipEntry entry) throws IOException {
    Path target = webapp().resolve(entry.getName()).normalize();
    if (!target.startsWith(webapp())) {
      throw new IOException("an entry leads out of the WAR: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, target);
    }
  }

  Path webapp() {
    return folder.resolve("webapp");
  }

  /** For the server's own files. */
  Path work() {
    return folder.resolve("work");
  }

  /** A class path of the launcher and one folder of jars; sees the JDK, but not our own loader. */
  URLClassLoader loaderOf(String jars) throws IOException {
    List<URL> path = new ArrayList<>(List.of(url(webapp())));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(webapp().resolve(jars), "*.jar")) {
      for (Path jar : files) {
        path.add(url(jar));
      }
    }
    return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toUri().toURL();
  }

  /** Deletes what it can; the rest is left to the system's own cleaning of temporary files. */
  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      System.err.println("could not delete " + folder + ": " + e.getMessage());
    }
  }
}
