package io.github.authfilters.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page: its fenced code blocks, links and headings.
 *
 * @param prose its lines without code blocks
 */
record MarkdownPage(Path file, List<String> prose, List<CodeBlock> blocks) {

  private static final Pattern COMMENT = Pattern.compile("<!-- (.*) -->");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("#{1,6} (.+)");

  /**
   * A fenced block.
   *
   * @param source what the comment right above it says; empty where there is none
   */
  record CodeBlock(Path page, int line, String source, String text) {

    /** Names it in the list of tests. */
    @Override
    public String toString() {
      return page.getFileName() + ":" + line + " " + source;
    }
  }

  static MarkdownPage read(Path file) {
    List<String> prose = new ArrayList<>();
    List<CodeBlock> blocks = new ArrayList<>();
    List<String> lines = Pages.text(file).lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      if (!lines.get(at).startsWith("```")) {
        prose.add(lines.get(at));
        continue;
      }
      int opened = at;
      StringBuilder text = new StringBuilder();
      for (at++; at < lines.size() && !lines.get(at).equals("```"); at++) {
        text.append(lines.get(at)).append('\n');
      }
      String above = opened == 0 ? "" : lines.get(opened - 1);
      blocks.add(new CodeBlock(file, opened + 1, comment(above), text.toString()));
    }
    return new MarkdownPage(file, List.copyOf(prose), List.copyOf(blocks));
  }

  private static String comment(String line) {
    Matcher comment = COMMENT.matcher(line);
    return comment.matches() ? comment.group(1) : "";
  }

  /** Targets that are no URL. */
  List<String> relativeLinks() {
    List<String> links = new ArrayList<>();
    for (String line : prose) {
      Matcher link = LINK.matcher(line);
      while (link.find()) {
        if (!link.group(1).matches("[a-z]+:.*")) {
          links.add(link.group(1));
        }
      }
    }
    return links;
  }

  /** The names under which its headings can be linked to. */
  Set<String> anchors() {
    Set<String> anchors = new HashSet<>();
    for (String line : prose) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        anchors.add(
            heading
                .group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-'));
      }
    }
    return anchors;
  }

  /** Names it in the list of tests. */
  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
