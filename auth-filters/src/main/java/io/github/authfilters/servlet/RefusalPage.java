package io.github.authfilters.servlet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page that a person sees who is refused, or who cancels the browser's dialog. */
final class RefusalPage {

  private static final String STYLE =
      ":root{color-scheme:light dark}"
          + "body{font:1.05rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;"
          + "padding:0 1.5rem}"
          + "h1{font-size:1.5rem}p.status{opacity:.65;margin:0}a{margin-right:1.25rem}";

  /** No script, no image, nothing from elsewhere; the one style is named by its hash. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private RefusalPage() {}

  /** Its links lead to the start page and to the same address again: that is the login, there. */
  static String of(Refusal refusal, String startPage) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="UTF-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s</title>
        <style>%2$s</style>
        </head>
        <body>
        <p class="status">%3$d</p>
        <h1>%1$s</h1>
        <p>%4$s</p>
        <p><a href="%5$s">Start page</a><a href="">Try again</a></p>
        </body>
        </html>
        """
        .formatted(
            escaped(refusal.title()),
            STYLE,
            refusal.status(),
            escaped(refusal.detail()),
            escaped(startPage));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
