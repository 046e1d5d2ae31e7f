package io.github.authfilters.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the repository's pages are. */
public final class Pages {

  private Pages() {}

  /** The root of the repository: Maven runs tests in a module's folder, an IDE may not. */
  public static Path root() {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("README.md")) && Files.exists(folder.resolve("docs"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no README.md and docs above " + here);
  }

  /** README.md and docs/*.md. */
  static List<MarkdownPage> ofUsers() {
    try (Stream<Path> docs = Files.list(root().resolve("docs"))) {
      return Stream.concat(Stream.of(root().resolve("README.md")), docs.sorted())
          .filter(page -> page.toString().endsWith(".md"))
          .map(MarkdownPage::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of {@link #ofUsers} and the other pages at the root. */
  static List<MarkdownPage> all() {
    return Stream.concat(
            ofUsers().stream(),
            Stream.of("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
                .map(root()::resolve)
                .map(MarkdownPage::read))
        .toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
