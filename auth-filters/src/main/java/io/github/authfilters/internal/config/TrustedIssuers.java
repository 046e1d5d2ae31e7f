package io.github.authfilters.internal.config;

import io.github.authfilters.internal.config.UnusableLinesException.Mistake;
import io.github.authfilters.token.IssuerSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the setting {@code trustedIssuers}: one issuer a line, each at its place. */
final class TrustedIssuers {

  private final Surroundings around;
  private final Map<String, Integer> lineOf = new HashMap<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<IssuerSettings> issuers = new ArrayList<>();
  private int asked;

  private TrustedIssuers(Surroundings around) {
    this.around = around;
  }

  /**
   * Throws {@link UnusableLinesException} with all mistakes of all lines.
   *
   * @param ourselves the issuer that our own tokens have
   */
  static List<IssuerSettings> read(String text, String ourselves, Surroundings around) {
    TrustedIssuers read = new TrustedIssuers(around);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        read.add(i + 1, lines.get(i), ourselves);
      }
    }
    if (!read.mistakes.isEmpty()) {
      throw new UnusableLinesException(read.mistakes);
    }
    return List.copyOf(read.issuers);
  }

  private void add(int line, String text, String ourselves) {
    IssuerWords words = new IssuerWords(line, text, mistakes);
    IssuerSettings issuer = new IssuerLine(words, around).read();
    issuers.add(issuer);
    Integer before = lineOf.putIfAbsent(issuer.issuer(), line);
    if (before != null) {
      words.refuse(
          "names the issuer of line " + before + " again",
          "an issuer has one line",
          "part several audiences by commas, e.g. audience=https://api.example.com,other-api");
    }
    if (issuer.issuer().equals(ourselves)) {
      words.refuse(
          "names our own 'issuer'",
          "what it signs is verified by 'signingKeys'",
          "give 'issuer' another value, e.g. " + Setting.ISSUER.example());
    }
    if (words.says(IssuerOption.INTROSPECTION)) {
      refuseSecondAsked(words, line);
    }
  }

  private void refuseSecondAsked(IssuerWords words, int line) {
    if (asked > 0) {
      words.refuse(
          "says 'introspection', and so does line " + asked,
          "a token that can't be read doesn't tell whom to ask, so there is one issuer to ask",
          "keep it in one of the lines");
    } else {
      asked = line;
    }
  }
}
