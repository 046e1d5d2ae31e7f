package io.github.authfilters.internal.config;

import io.github.authfilters.internal.config.WebXml.Param;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Gives back the placeholders that Tomcat has replaced: it takes {@code ${env:NAME:-default}} in a
 * {@code web.xml} for a property of its own, which is never there, and puts the default in whatever
 * the environment says.
 */
final class AsWritten {

  private static final Pattern WITH_DEFAULT =
      Pattern.compile("\\$\\{(?:env|sys|file):[^}]*?:-([^}]*)}");

  private AsWritten() {}

  /** The params of a component or context, by the texts of web.xml where those were replaced. */
  static Map<String, String> of(Map<String, String> params, List<Param> written) {
    Map<String, String> found = new HashMap<>(params);
    for (Param param : written) {
      found.computeIfPresent(
          param.name(), (name, text) -> isReplaced(param.text(), text) ? param.text() : text);
    }
    return found;
  }

  /** Not where somebody else has said something else, in a server's own files for example. */
  private static boolean isReplaced(String written, String text) {
    return replaced(written).equals(text.strip());
  }

  /** As Tomcat does it: again and again, so that of nested ones the innermost default stays. */
  private static String replaced(String written) {
    String before = written;
    String after = WITH_DEFAULT.matcher(before).replaceAll("$1");
    while (!after.equals(before)) {
      before = after;
      after = WITH_DEFAULT.matcher(before).replaceAll("$1");
    }
    return after;
  }
}
