package io.github.authfilters.user;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command that prints the hash of a password. */
public final class HashPassword {

  private static final String HELP =
      """
      Prints the hash of a password for a user store: Argon2id, or bcrypt for an htpasswd file.

        java -cp 'lib/*' io.github.authfilters.user.HashPassword [--bcrypt]

      It asks for the password twice on the terminal. Without a terminal it takes the only line of
      the standard input:

        printf %s "$PASSWORD" | java -cp 'lib/*' io.github.authfilters.user.HashPassword

        --bcrypt  $2b$ at cost 12, at most 72 bytes
        --help    this text
      """;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final @Nullable Prompt prompt;

  HashPassword(InputStream in, PrintStream out, PrintStream err, @Nullable Prompt prompt) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.prompt = prompt;
  }

  public static void main(String[] arguments) {
    Console console = terminal();
    // The text is ours; what is typed after it is not shown.
    Prompt prompt = console == null ? null : text -> console.readPassword("%s", text);
    System.exit(new HashPassword(System.in, System.out, System.err, prompt).run(arguments));
  }

  @SuppressWarnings("SystemConsoleNull") // it is null up to Java 21; later ones are asked
  private static @Nullable Console terminal() {
    Console console = System.console();
    try {
      // Since Java 22 there is a console without a terminal too, and a method that tells.
      return console != null
              && Boolean.FALSE.equals(Console.class.getMethod("isTerminal").invoke(console))
          ? null
          : console;
    } catch (ReflectiveOperationException e) {
      return console;
    }
  }

  /** The exit code: 0 where a hash was printed or help asked for, otherwise 2. */
  int run(String... arguments) {
    List<String> options = Arrays.asList(arguments);
    if (options.contains("--help")) {
      out.print(HELP);
      return 0;
    }
    if (!List.of().equals(options) && !List.of("--bcrypt").equals(options)) {
      err.println(
          "The password is never an argument, everybody on this machine could read it there;"
              + " the only options are --bcrypt and --help.");
      return 2;
    }
    try {
      String password = prompt == null ? piped() : asked(prompt);
      SecureRandom random = new SecureRandom();
      PasswordHash hash =
          options.isEmpty()
              ? PasswordHash.of(password, random)
              : PasswordHash.bcrypt(password, random);
      out.println(hash.encoded());
      return 0;
    } catch (IllegalArgumentException | IOException e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  private static String asked(Prompt prompt) {
    char[] first = prompt.read("Password: ");
    char[] second = prompt.read("Once more: ");
    if (first == null || second == null || !Arrays.equals(first, second)) {
      throw new IllegalArgumentException("The two are not the same; nothing was hashed.");
    }
    return new String(first);
  }

  private String piped() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    String line = lines.readLine();
    if (line == null || lines.readLine() != null) {
      throw new IllegalArgumentException("The standard input must be one line, the password.");
    }
    return line;
  }

  /** Reads a line without showing it; null at the end of the input. */
  interface Prompt {
    char @Nullable [] read(String text);
  }
}
