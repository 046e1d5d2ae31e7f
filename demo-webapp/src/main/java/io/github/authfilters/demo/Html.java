package io.github.authfilters.demo;

import jakarta.servlet.ServletContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that is safe to send as HTML: a page of ours, with everything put into it escaped. */
record Html(String markup) {

  private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)}}");

  /** Safe between tags and in quoted attributes. */
  static Html escaped(String text) {
    return new Html(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;"));
  }

  /** A page of the application, with slots such as <code>{{user}}</code>. */
  static Html page(ServletContext context, String path) throws IOException {
    try (InputStream in = context.getResourceAsStream(path)) {
      if (in == null) {
        throw new FileNotFoundException(path);
      }
      return new Html(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The same with its slots filled; a slot without a value is a mistake of ours. */
  Html with(Map<String, Html> values) {
    return new Html(
        SLOT.matcher(markup)
            .replaceAll(slot -> Matcher.quoteReplacement(valueOf(slot.group(1), values))));
  }

  private static String valueOf(String slot, Map<String, Html> values) {
    Html value = values.get(slot);
    if (value == null) {
      throw new IllegalArgumentException("no value for {{" + slot + "}}");
    }
    return value.markup();
  }
}
