package io.github.authfilters.demo;

import java.net.URI;
import java.util.Arrays;
import java.util.Iterator;
import java.util.regex.Pattern;

/** How the demo is to be run, as the command line says it. */
record Options(String host, int port, String context) {

  static final String USAGE =
      """
      usage: java -jar demo-webapp.war [--host 127.0.0.1] [--port 8080] [--context /]
             java -jar demo-webapp.war hash-password

        --host     address to listen on; 0.0.0.0 for all
        --port     port to listen on; 0 for any free one
        --context  path of the application, such as /demo
        --help     this text

      hash-password asks for a password and prints a hash for users.json.
      AUTH_SIGNING_KEYS in the environment keeps tokens good over restarts.
      """;

  private static final Pattern CONTEXT = Pattern.compile("/|(/[A-Za-z0-9._~-]+)+/?");

  /** Throws a UsageException that says which argument is wrong, and why. */
  static Options parse(String... args) {
    String host = "127.0.0.1";
    int port = 8080;
    String context = "/";
    Iterator<String> words = Arrays.asList(args).iterator();
    while (words.hasNext()) {
      String word = words.next();
      switch (word) {
        case "--host" -> host = valueOf(word, words);
        case "--port" -> port = port(valueOf(word, words));
        case "--context" -> context = context(valueOf(word, words));
        default -> throw new UsageException("unknown argument: " + word);
      }
    }
    return new Options(host, port, context);
  }

  private static String valueOf(String option, Iterator<String> words) {
    String value = words.hasNext() ? words.next() : "";
    if (value.isEmpty() || value.startsWith("--")) {
      throw new UsageException(option + " needs a value");
    }
    return value;
  }

  private static int port(String value) {
    if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65535) {
      throw new UsageException("--port is a number from 0 to 65535, not " + value);
    }
    return Integer.parseInt(value);
  }

  /** Without a slash at the end, but for the root. */
  private static String context(String value) {
    if (!CONTEXT.matcher(value).matches()) {
      throw new UsageException("--context is a path such as /demo, not " + value);
    }
    return value.length() > 1 && value.endsWith("/")
        ? value.substring(0, value.length() - 1)
        : value;
  }

  /** What a browser on this machine opens; ends with a slash. */
  URI address(int boundPort) {
    String name = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
    String literal = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
    return URI.create(
        "http://" + literal + ":" + boundPort + (context.equals("/") ? "/" : context + "/"));
  }
}
