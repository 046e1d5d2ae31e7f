package io.github.authfilters.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;

/** The command that makes a new key for {@code signingKeys}. */
public final class MakeKey {

  private static final String HELP =
      """
      Makes a new key for signingKeys: a private JWK in one line, or a base64url secret.

        java -cp 'lib/*' io.github.authfilters.token.MakeKey [--type TYPE] [--kid NAME] [--out FILE]

        --type  ES256 (default), RS256, Ed25519, or HS256: a secret that can't be published
        --kid   the key's name, e.g. 2026-11; without it a hash of the public half
        --out   a new file that only its owner can read; without it the standard output
        --help  this text
      """;

  private static final Pattern KID = Pattern.compile("[A-Za-z0-9._~:@-]{1,128}");

  private final PrintStream out;
  private final PrintStream err;
  private final SecureRandom random;

  MakeKey(PrintStream out, PrintStream err, SecureRandom random) {
    this.out = out;
    this.err = err;
    this.random = random;
  }

  public static void main(String[] arguments) {
    System.exit(new MakeKey(System.out, System.err, new SecureRandom()).run(arguments));
  }

  /** The exit code: 0 where a key was made or help asked for, otherwise 2. */
  int run(String... arguments) {
    if (Arrays.asList(arguments).contains("--help")) {
      out.print(HELP);
      return 0;
    }
    try {
      Wish wish = Wish.of(arguments);
      JWK key = wish.type().make(wish.kid(), random);
      String text = wish.type().text(key, wish.kid().isPresent());
      if (wish.file().isEmpty()) {
        out.println(text);
      } else {
        PrivateFile.create(wish.file().get(), text + "\n");
        out.println(wish.file().get() + ": " + wish.type() + ", kid " + key.getKeyID());
      }
      return 0;
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
    } catch (FileAlreadyExistsException e) {
      err.println(e.getMessage() + " is there already; nothing was made.");
    } catch (IOException e) {
      err.println("The file can't be written: " + e);
    } catch (JOSEException | GeneralSecurityException e) {
      err.println("This Java can't make such a key: " + e.getMessage());
    }
    return 2;
  }

  /** What the arguments ask for. */
  private record Wish(NewKey type, Optional<String> kid, Optional<Path> file) {

    static Wish of(String... arguments) {
      Wish wish = new Wish(NewKey.ES256, Optional.empty(), Optional.empty());
      Iterator<String> rest = Arrays.asList(arguments).iterator();
      while (rest.hasNext()) {
        String option = rest.next();
        String value = rest.hasNext() ? rest.next() : "";
        wish = wish.with(option, value);
      }
      return wish;
    }

    private Wish with(String option, String value) {
      return switch (option) {
        case "--type" -> new Wish(NewKey.named(value), kid, file);
        case "--kid" -> new Wish(type, Optional.of(kid(value)), file);
        case "--out" -> new Wish(type, kid, Optional.of(file(value)));
        default ->
            throw new IllegalArgumentException(
                "There is no option " + option + "; they are --type, --kid, --out and --help.");
      };
    }

    private static String kid(String value) {
      if (!KID.matcher(value).matches()) {
        throw new IllegalArgumentException(
            "A kid is 1 to 128 letters, digits or characters of ._~:@- , e.g. --kid 2026-11");
      }
      return value;
    }

    private static Path file(String value) {
      try {
        if (!value.isEmpty()) {
          return Path.of(value);
        }
      } catch (InvalidPathException e) {
        // Falls through: it is no better than none.
      }
      throw new IllegalArgumentException("--out names a new file, e.g. --out new-key");
    }
  }
}
