package io.github.authfilters.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Copies of the WAR in which something is different. */
record ChangedWar(Path path) {

  /** An exact copy in this folder. */
  static ChangedWar in(Path folder) {
    try {
      Path war = Path.of(System.getProperty("demo.war"));
      return new ChangedWar(Files.copy(war, folder.resolve("changed.war")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The change must change something. */
  ChangedWar webXml(UnaryOperator<String> change) {
    try (FileSystem war = FileSystems.newFileSystem(path)) {
      Path file = war.getPath("/WEB-INF/web.xml");
      String before = Files.readString(file);
      String after = change.apply(before);
      if (after.equals(before)) {
        throw new IllegalArgumentException("the change does not fit this web.xml:\n" + before);
      }
      Files.writeString(file, after);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the jars of this name out of {@code WEB-INF/lib} and puts the folder's ones in. */
  ChangedWar jars(String glob, Path folder) {
    try (FileSystem war = FileSystems.newFileSystem(path);
        DirectoryStream<Path> old = Files.newDirectoryStream(war.getPath("/WEB-INF/lib"), glob);
        DirectoryStream<Path> other = Files.newDirectoryStream(folder, glob)) {
      for (Path jar : old) {
        Files.delete(jar);
      }
      for (Path jar : other) {
        Files.copy(jar, war.getPath("/WEB-INF/lib").resolve(jar.getFileName().toString()));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
