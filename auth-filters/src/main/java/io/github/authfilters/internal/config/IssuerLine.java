package io.github.authfilters.internal.config;

import io.github.authfilters.token.IssuerKeys;
import io.github.authfilters.token.IssuerSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads what one line says of an issuer. Goes on after a mistake: what is returned then counts for
 * nothing, and {@link IssuerWords} has told the mistakes.
 */
final class IssuerLine {

  private static final Duration MOST_MINUTES = Duration.ofMinutes(5);

  /** Without quotes: who writes them does not mean them. */
  private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e&&[^\"']]{1,200}");

  private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+/-]{1,100}");
  private static final Pattern SHARED_SECRET = Pattern.compile("(?i)HS\\d+|none");
  private static final List<String> ALGORITHMS =
      List.of(
          "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

  private final IssuerWords words;
  private final Surroundings around;

  IssuerLine(IssuerWords words, Surroundings around) {
    this.words = words;
    this.around = around;
  }

  IssuerSettings read() {
    boolean insecureHttp = value(IssuerOption.INSECURE_HTTP, Syntax::flag).orElse(false);
    IssuerUrl url = new IssuerUrl(insecureHttp);
    try {
      url.issuer(words.first());
    } catch (UnusableValueException e) {
      words.refuseFirst(e.rule().orElseThrow());
    }
    if (!words.says(IssuerOption.AUDIENCE)) {
      words.refuse(
          "has no 'audience'",
          "without it a token that the issuer made for any other application would do",
          IssuerOption.AUDIENCE.example());
    }
    return new IssuerSettings(
        words.first(),
        value(IssuerOption.AUDIENCE, IssuerLine::audiences).orElse(Set.of()),
        keys(url),
        value(IssuerOption.ALGORITHMS, IssuerLine::algorithms).orElse(Set.of()),
        value(IssuerOption.TYPE, text -> matching(TYPE, text)),
        value(IssuerOption.ROLES, IssuerLine::claims).orElse(List.of("roles")),
        value(IssuerOption.SCOPES, IssuerLine::claims).orElse(List.of("scope", "scp")),
        value(IssuerOption.CLOCK_SKEW, IssuerLine::minutes).orElse(Duration.ofMinutes(1)),
        insecureHttp);
  }

  private IssuerKeys keys(IssuerUrl url) {
    if (words.says(IssuerOption.INTROSPECTION)) {
      return introspected(url);
    }
    for (IssuerOption option :
        List.of(IssuerOption.CLIENT, IssuerOption.SECRET, IssuerOption.INTROSPECTION_CACHE)) {
      if (words.says(option)) {
        words.refuse(
            "says '" + option.optionName() + "' and no 'introspection'",
            "it is for asking the issuer about each token",
            IssuerOption.INTROSPECTION.example());
      }
    }
    return value(IssuerOption.JWKS, text -> jwkSet(text, url))
        .orElseGet(IssuerKeys.Discovered::new);
  }

  private IssuerKeys jwkSet(String text, IssuerUrl url) {
    if (!text.startsWith("file:")) {
      return new IssuerKeys.AtUrl(url.endpoint(text));
    }
    JwkSetFile file = new JwkSetFile(text.substring("file:".length()), around.clock());
    String what = "the keys of issuer " + Shown.escaped(words.first());
    return new IssuerKeys.InText(new Reread<>(what, file, around.clock()));
  }

  private IssuerKeys introspected(IssuerUrl url) {
    for (IssuerOption option :
        List.of(IssuerOption.JWKS, IssuerOption.ALGORITHMS, IssuerOption.TYPE)) {
      if (words.says(option)) {
        words.refuse(
            "says '" + option.optionName() + "' and 'introspection'",
            "an issuer that is asked about each token vouches for it by its answer, not by keys",
            "keep one of the two");
      }
    }
    for (IssuerOption option : List.of(IssuerOption.CLIENT, IssuerOption.SECRET)) {
      if (!words.says(option)) {
        words.refuse(
            "says 'introspection' and no '" + option.optionName() + "'",
            "an issuer answers only who it knows (RFC 7662 section 2.1)",
            option.example());
      }
    }
    Optional<URI> endpoint = value(IssuerOption.INTROSPECTION, url::endpoint);
    Optional<String> client = value(IssuerOption.CLIENT, text -> matching(WORD, text));
    Optional<String> secret = secret();
    Duration remembered =
        value(IssuerOption.INTROSPECTION_CACHE, IssuerLine::minutes).orElse(Duration.ofSeconds(10));
    if (endpoint.isEmpty() || client.isEmpty() || secret.isEmpty()) {
      return new IssuerKeys.Discovered();
    }
    return new IssuerKeys.Introspected(endpoint.get(), client.get(), secret.get(), remembered);
  }

  /** Refused without being shown. */
  private Optional<String> secret() {
    try {
      return words.option(IssuerOption.SECRET).map(new ClientSecret(around)::read);
    } catch (UnusableValueException e) {
      words.refuse(
          "says secret=…",
          e.rule().orElse("it must be " + IssuerOption.SECRET.rule()),
          IssuerOption.SECRET.example());
      return Optional.empty();
    }
  }

  /** What an option says; empty where it says nothing, or nothing usable. */
  private <T> Optional<T> value(IssuerOption option, Function<String, T> form) {
    try {
      return words.option(option).map(form);
    } catch (UnusableValueException e) {
      words.refuse(option, e.rule().orElse("it must be " + option.rule()));
      return Optional.empty();
    }
  }

  private static Set<String> audiences(String text) {
    return Set.copyOf(claims(text));
  }

  private static List<String> claims(String text) {
    List<String> elements = Arrays.stream(text.split(",", -1)).distinct().toList();
    elements.forEach(element -> matching(WORD, element));
    return elements;
  }

  private static Set<String> algorithms(String text) {
    List<String> names = claims(text);
    for (String name : names) {
      if (SHARED_SECRET.matcher(name).matches()) {
        throw new UnusableValueException(
            "tokens of others are verified by their public keys, never by a shared secret (HS256)"
                + " and never unsigned (none)");
      }
      if (!ALGORITHMS.contains(name)) {
        throw new UnusableValueException(
            LikelyName.among(ALGORITHMS, name)
                .map(likely -> "there is no such algorithm; the likely name is '" + likely + "'")
                .orElse("it must be " + IssuerOption.ALGORITHMS.rule()));
      }
    }
    return Set.copyOf(names);
  }

  private static Duration minutes(String text) {
    return Syntax.seconds(text, MOST_MINUTES);
  }

  private static String matching(Pattern pattern, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new UnusableValueException();
    }
    return text;
  }
}
