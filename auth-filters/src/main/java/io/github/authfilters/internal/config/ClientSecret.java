package io.github.authfilters.internal.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads where the secret is with which an issuer is asked: {@code env:NAME} or {@code file:PATH}.
 */
final class ClientSecret {

  /** A name in another spelling may be the secret itself, and is not shown. */
  private static final Pattern ENV = Pattern.compile("env:([A-Za-z_][A-Za-z0-9_]{0,100})");

  private static final Pattern TELLING = Pattern.compile("[A-Z_][A-Z0-9_]{0,40}");
  private static final Pattern SECRET = Pattern.compile("[\\x20-\\x7e]{1,1000}");

  private final Surroundings around;

  ClientSecret(Surroundings around) {
    this.around = around;
  }

  /** Throws {@link UnusableValueException}, whose rule has nothing of the secret. */
  String read(String text) {
    Matcher env = ENV.matcher(text);
    String secret;
    if (env.matches()) {
      secret = variable(env.group(1));
    } else if (text.startsWith("file:")) {
      secret = new SecretFile("secret's file", text.substring("file:".length())).read();
    } else {
      throw new UnusableValueException();
    }
    if (!SECRET.matcher(secret).matches()) {
      throw new UnusableValueException("what is there must be one line of printable ASCII");
    }
    return secret;
  }

  private String variable(String name) {
    String shown = TELLING.matcher(name).matches() ? name : "behind env:";
    return around
        .env()
        .apply(name)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElseThrow(
            () -> new UnusableValueException("the environment variable " + shown + " must be set"));
  }
}
