package io.github.authfilters.internal.config;

import io.github.authfilters.token.IssuerKeys;
import io.github.authfilters.token.IssuerSettings;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A line for the log at start: what is on, and what an operator should know of it. */
record StartNote(Level level, String text) {

  private static final String NO_KEYS = "{\"keys\":[]}";

  static List<StartNote> of(RealmSettings settings) {
    List<StartNote> notes = new ArrayList<>();
    boolean generated = settings.keys().map(KeySources.Keys::generated).orElse(false);
    notes.add(
        info(
            "issuer %s, users %s, state %s, cookie %s, tokens live %s"
                .formatted(
                    settings.keys().isPresent() ? settings.issuer() : "none of our own",
                    settings.users().map(UserSource.Users::kind).orElse("none"),
                    settings.state(),
                    settings.cookieName(),
                    settings.tokenLifetime())));
    if (generated) {
      notes.add(
          warning(
              "signingKeys are generated: all tokens end with this process,"
                  + " and no other node accepts them"));
    } else if (settings.keys().isPresent()) {
      notes.add(info("signingKeys: " + KeySources.told(settings.keys().get().keys().get())));
      notes.add(
          info(
              "state is memory: a token that was logged out shortly before a restart"
                  + " is accepted again until it expires, and so it is on other nodes"));
    }
    settings.trustedIssuers().forEach(issuer -> addIssuer(issuer, notes));
    if (!generated
        && settings.keys().isPresent()
        && settings.issuer().equals(Setting.ISSUER.defaultText())) {
      notes.add(
          warning(
              "issuer is the default, %s: every application with these keys and this issuer accepts"
                      .formatted(settings.issuer())
                  + " the tokens of the others; set issuer, e.g. to "
                  + Setting.ISSUER.example()));
    }
    switch (settings.sameSite()) {
      case NONE ->
          notes.add(
              warning(
                  "cookieSameSite is None: browsers send the cookie with requests of every site"));
      case LAX, STRICT -> {}
    }
    if (settings.allowsOtherOrigins()) {
      notes.add(
          warning("allowedOrigins: pages of other origins may change things with the cookie"));
    }
    return List.copyOf(notes);
  }

  private static void addIssuer(IssuerSettings issuer, List<StartNote> notes) {
    String name = Shown.escaped(issuer.issuer());
    boolean isAsked = issuer.keys() instanceof IssuerKeys.Introspected;
    notes.add(
        info(
            "issuer %s is trusted, audience %s%s"
                .formatted(
                    name,
                    String.join(" or ", new TreeSet<>(issuer.audiences())),
                    isAsked ? "; it is asked about each token" : "")));
    if (issuer.insecureHttp()) {
      notes.add(
          warning(
              "insecureHttp: what issuer %s says over http, anybody on the way can forge"
                  .formatted(name)));
    }
  }

  /** A servlet that publishes keys, where there are none to publish. */
  static Optional<StartNote> emptyJwks(String place, RealmSettings settings) {
    boolean isEmpty =
        settings.keys().map(keys -> keys.keys().get().publicKeys()).stream()
            .allMatch(NO_KEYS::equals);
    return isEmpty
        ? Optional.of(
            info(
                place
                    + " publishes no key: secrets (HS256) stay secret; where others are to verify"
                    + " our tokens, the first of signingKeys is RSA, EC or Ed25519"))
        : Optional.empty();
  }

  /** A login page that no servlet of ours serves. */
  static StartNote strangeLogin(String place, String path) {
    return warning(
        place
            + " is "
            + Shown.quoted(path)
            + ", where no BasicLoginServlet is mapped; a login page of the application's own must"
            + " be among the publicPaths or outside of the filter's mapping");
  }

  /** A pattern that ends with a slash and means that path alone. */
  static StartNote exactSlash(String place, String pattern) {
    return warning(
        "%s has %s, which is that path alone; did you mean %s*?"
            .formatted(place, Shown.quoted(pattern), Shown.escaped(pattern)));
  }

  /** A logout that leads to a login, where the browser logs in again by itself or asks at once. */
  static StartNote loginAfterLogout(String place, String path) {
    return warning(
        "%s is %s, where a BasicLoginServlet is mapped: who logs out is asked for a password at once"
            .formatted(place, Shown.quoted(path)));
  }

  /** A filter that leaves most of the application alone, as one with the pattern / does. */
  static StartNote narrow(String place, Set<String> mappings) {
    return warning(
        "%s is mapped to %s only: all other paths are open to everybody; /* protects all"
            .formatted(place, Shown.quoted(String.join(", ", new TreeSet<>(mappings)))));
  }

  /** Who meant two roles, parted as scopes are, should hear of it. */
  static StartNote oneRole(String place, String role) {
    return warning(
        "%s is %s: one role with a blank; roles are parted by commas"
            .formatted(place, Shown.quoted(role)));
  }

  private static StartNote info(String text) {
    return new StartNote(Level.INFO, text);
  }

  private static StartNote warning(String text) {
    return new StartNote(Level.WARNING, text);
  }
}
