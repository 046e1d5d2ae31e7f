package io.github.authfilters.internal.config;

import io.github.authfilters.token.SigningKeys;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the setting {@code signingKeys}: where keys are, never the keys themselves. */
final class KeySources {

  /** The keys, and whether they end with this process. */
  record Keys(Supplier<SigningKeys> keys, boolean generated) {}

  /** A name too short to be a key of 32 bytes in base64url that somebody wrote in its place. */
  private static final Pattern ENV =
      Pattern.compile("env:([A-Za-z_][A-Za-z0-9_]{0,39})(?::-(generated|file:.+))?");

  private static final Pattern FILE = Pattern.compile("file:(.+)");

  /** The same for a file: an absolute path, or one too short to be a key. */
  private static final Pattern SHOWN_FILE =
      Pattern.compile("file:(/.+|[A-Za-z]:[/\\\\].+|.{1,40})");

  private static final Pattern NUMBERED =
      Pattern.compile("key source (\\d{1,4}): (.*)", Pattern.DOTALL);

  private final Surroundings around;

  KeySources(Surroundings around) {
    this.around = around;
  }

  /** Whether the text holds sources only, so that it may be shown. */
  static boolean areOnly(String text) {
    return text.lines()
        .map(String::strip)
        .allMatch(
            line ->
                line.isEmpty()
                    || line.equals(KeyText.GENERATED)
                    || ENV.matcher(line).matches()
                    || SHOWN_FILE.matcher(line).matches());
  }

  Keys read(String text) {
    List<KeyText> texts = texts(text);
    if (texts.stream().noneMatch(KeyText::isGenerated)) {
      return new Keys(keys(text, texts), false);
    }
    if (texts.size() > 1) {
      throw new UnusableValueException("'generated' must stand alone, without other sources");
    }
    SigningKeys generated = SigningKeys.generated(around.random());
    return new Keys(() -> generated, true);
  }

  private List<KeyText> texts(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .flatMap(this::source)
        .toList();
  }

  /** Keys of files may change while the application runs, those of variables can't. */
  private Supplier<SigningKeys> keys(String text, List<KeyText> texts) {
    if (texts.stream().anyMatch(key -> key.file().isPresent())) {
      return new Reread<>("signingKeys", new InFiles(text), around.clock());
    }
    SigningKeys keys = parsed(texts);
    return () -> keys;
  }

  /** All sources of the setting, some of which are files. */
  private final class InFiles implements Reread.Content<List<KeyText>, SigningKeys> {

    private final String setting;

    InFiles(String setting) {
      this.setting = setting;
    }

    @Override
    public Reread.Found<List<KeyText>> read() {
      List<KeyText> texts = texts(setting);
      // Asked for after the reading, so that what is being written to counts as new.
      Instant now = around.clock().instant();
      Instant modified =
          texts.stream()
              .flatMap(key -> key.file().stream())
              .map(file -> TextFile.modified(file, now))
              .max(Comparator.naturalOrder())
              .orElse(now);
      return new Reread.Found<>(texts, modified);
    }

    @Override
    public SigningKeys parse(List<KeyText> texts) {
      return parsed(texts);
    }

    @Override
    public String describe(SigningKeys keys) {
      return told(keys);
    }
  }

  /** Which key signs, and which others are still good. */
  static String told(SigningKeys keys) {
    List<String> ids = keys.keyIds().stream().map(Shown::escaped).toList();
    String others = String.join(", ", ids.subList(1, ids.size()));
    return "kid %s signs".formatted(ids.get(0))
        + (others.isEmpty() ? "" : ", and these verify, too: " + others);
  }

  /** The parser counts the texts; the message names the source instead. */
  private static SigningKeys parsed(List<KeyText> texts) {
    try {
      return SigningKeys.parse(texts.stream().map(KeyText::text).toList());
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      Matcher numbered = NUMBERED.matcher(message);
      if (!numbered.matches()) {
        // What the parser says of all of them, it says because of the first.
        throw UnusableValueException.pointsTo(
            "of the keys of '%s', %s"
                .formatted(texts.get(0).shown(), message.replaceFirst("^keys: ", "")));
      }
      KeyText unusable = texts.get(Integer.parseInt(numbered.group(1)) - 1);
      throw UnusableValueException.pointsTo(
          unusable.isLikePath()
              ? "the text of '%s' begins like a path, and a path needs file: before it"
                  .formatted(unusable.shown())
              : "the keys of '%s' are unusable: %s".formatted(unusable.shown(), numbered.group(2)));
    }
  }

  private Stream<KeyText> source(String source) {
    if (source.equals(KeyText.GENERATED)) {
      return Stream.of(new KeyText(source, source));
    }
    Matcher file = FILE.matcher(source);
    if (file.matches()) {
      String content = new SecretFile("key file", file.group(1).strip()).read();
      return new KeyText(source, content).keys();
    }
    Matcher env = ENV.matcher(source);
    if (env.matches()) {
      return variable(env);
    }
    throw new UnusableValueException(
        "each line must be file:/absolute/path, env:NAME (of at most 40 letters, digits and _),"
            + " env:NAME:-generated, or generated alone; a key itself belongs in a file or an"
            + " environment variable");
  }

  private Stream<KeyText> variable(Matcher env) {
    String value = around.env().apply(env.group(1)).orElse("").strip();
    if (!value.isEmpty()) {
      KeyText variable = new KeyText("env:" + env.group(1), value);
      return variable.parts().stream()
          .flatMap(part -> part.text().startsWith("file:") ? file(variable, part) : part.keys());
    }
    if (env.group(2) == null) {
      throw UnusableValueException.pointsTo(
          "the environment variable %s must be set".formatted(env.group(1)));
    }
    return source(env.group(2));
  }

  /** A file that a variable names: whoever looks for the mistake finds no file: in web.xml. */
  private Stream<KeyText> file(KeyText variable, KeyText part) {
    try {
      return source(part.text());
    } catch (UnusableValueException e) {
      throw UnusableValueException.pointsTo(
          "%s (named by %s)".formatted(e.rule().orElseThrow(), variable.shown()));
    }
  }
}
