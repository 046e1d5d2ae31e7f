package io.github.authfilters.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.docs.MarkdownPage.CodeBlock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every code block of the pages says in a comment above it where it comes from: {@code file:
 * PATH#REGION}, a part of a file that is built or deployed; {@code transcript}, commands that
 * TranscriptIT runs, or with {@code keycloak} KeycloakTranscriptIT; {@code shell: PATH}, commands
 * that stand in a file which runs them.
 */
final class DocumentationTest {

  private static final String FILE = "file: ";
  private static final String SHELL = "shell: ";

  private final Path root = Pages.root();

  static Stream<CodeBlock> blocks() {
    return Pages.ofUsers().stream().flatMap(page -> page.blocks().stream());
  }

  static Stream<CodeBlock> blocksOfFiles() {
    return blocks().filter(block -> block.source().startsWith(FILE));
  }

  static Stream<CodeBlock> shellCommands() {
    return blocks().filter(block -> block.source().startsWith(SHELL));
  }

  static List<MarkdownPage> pages() {
    return Pages.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("blocks")
  void everyCodeBlockSaysWhereItComesFrom(CodeBlock block) {
    assertThat(block.source()).matches("transcript( keycloak)?|file: \\S+|shell: \\S+");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("blocksOfFiles")
  void aBlockOfAFileIsWhatStandsThere(CodeBlock block) {
    String reference = block.source().substring(FILE.length());

    assertThat(block.text().strip()).isEqualTo(Region.text(root, reference).strip());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shellCommands")
  void aShellCommandStandsInTheFileThatRunsIt(CodeBlock block) {
    String runner = Pages.text(root.resolve(block.source().substring(SHELL.length())));

    assertThat(block.text().lines()).isNotEmpty().allMatch(runner::contains);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void everyRelativeLinkLeadsSomewhere(MarkdownPage page) {
    assertThat(page.relativeLinks()).allMatch(link -> leadsSomewhere(page, link));
  }

  private static boolean leadsSomewhere(MarkdownPage page, String link) {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
    return Files.exists(target)
        && (hash < 0 || MarkdownPage.read(target).anchors().contains(link.substring(hash + 1)));
  }
}
