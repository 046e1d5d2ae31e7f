package io.github.authfilters.internal.config;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces <code>${env:NAME}</code>, <code>${sys:NAME}</code> and <code>${file:PATH}</code>, each
 * with a default after {@code :-} or {@code |}. The default also counts where the variable is
 * empty; <code>$${</code> stands for <code>${</code> itself.
 *
 * <p>Tomcat takes a placeholder with {@code :-} in its files for its own; one with {@code |} it
 * leaves alone. {@link AsWritten} undoes that for {@code web.xml}.
 */
final class Placeholders {

  private static final Pattern DEFAULT = Pattern.compile("\\||:-");

  private final Surroundings around;

  Placeholders(Surroundings around) {
    this.around = around;
  }

  static boolean areIn(String text) {
    return text.contains("${");
  }

  /** Throws {@link UnusableValueException}; what was put in is not looked at again. */
  String resolve(String text) {
    StringBuilder resolved = new StringBuilder();
    int at = 0;
    for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", at)) {
      if (start > at && text.charAt(start - 1) == '$') {
        resolved.append(text, at, start).append('{');
        at = start + 2;
        continue;
      }
      int end = text.indexOf('}', start);
      if (end < 0) {
        throw UnusableValueException.pointsTo("a placeholder that opens with ${ must close with }");
      }
      resolved.append(text, at, start).append(value(text.substring(start + 2, end)));
      at = end + 1;
    }
    return resolved.append(text, at, text.length()).toString();
  }

  private String value(String placeholder) {
    if (placeholder.contains("${")) {
      throw UnusableValueException.pointsTo("a placeholder can't hold another one");
    }
    int colon = placeholder.indexOf(':');
    Matcher mark = DEFAULT.matcher(placeholder);
    boolean hasDefault = mark.find(colon + 1);
    String kind = colon < 0 ? placeholder : placeholder.substring(0, colon);
    String name =
        placeholder.substring(colon + 1, hasDefault ? mark.start() : placeholder.length());
    Optional<String> found =
        switch (colon < 0 ? "" : kind) {
          case "env" -> around.env().apply(name);
          case "sys" -> around.sys().apply(name);
          case "file" -> content(name);
          default ->
              throw UnusableValueException.pointsTo(
                  "a placeholder is ${env:NAME}, ${sys:NAME} or ${file:/absolute/path}");
        };
    return found
        .filter(text -> !text.isEmpty())
        .or(() -> hasDefault ? Optional.of(placeholder.substring(mark.end())) : Optional.empty())
        .orElseThrow(
            () ->
                UnusableValueException.pointsTo(
                    "'%s:%s' is not there and the placeholder has no default after :-"
                        .formatted(kind, Shown.escaped(name))));
  }

  /** Empty where there is no such file; a file that can't be read is never taken for none. */
  private static Optional<String> content(String name) {
    try {
      Path file = Path.of(name);
      if (!file.isAbsolute()) {
        throw UnusableValueException.pointsTo("the path in ${file:…} must be absolute");
      }
      return Optional.of(TextFile.read(file).stripTrailing());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | InvalidPathException e) {
      throw UnusableValueException.pointsTo(
          "the file '%s' must be readable UTF-8 of at most 64 KiB".formatted(Shown.escaped(name)));
    }
  }
}
