package io.github.authfilters.internal.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be said of an issuer in its line: the options' names, rules and examples. */
enum IssuerOption {
  AUDIENCE(
      "audience",
      "1 to 200 printable ASCII characters without blanks; several are parted by commas",
      "https://api.example.com"),
  JWKS(
      "jwks",
      "an https URL, or file: and an absolute path",
      "https://login.example.com/.well-known/jwks.json"),
  ALGORITHMS(
      "algorithms",
      "RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512 or EdDSA, parted by commas",
      "RS256,ES256"),
  ROLES("roles", "names of claims, parted by commas", "realm_access.roles"),
  SCOPES("scopes", "names of claims, parted by commas", "scp"),
  CLOCK_SKEW("clockSkew", "an ISO-8601 duration in whole seconds, from PT0S to PT5M", "PT60S"),
  TYPE("type", "the typ of the issuer's access tokens", "at+jwt"),
  INSECURE_HTTP("insecureHttp", "true or false", "true"),
  INTROSPECTION("introspection", "an https URL", "https://login.example.com/introspect"),
  CLIENT("client", "1 to 200 printable ASCII characters without blanks", "my-api"),
  SECRET("secret", "env:NAME or file:/absolute/path, never the secret itself", "env:CLIENT_SECRET"),
  INTROSPECTION_CACHE(
      "introspectionCache", "an ISO-8601 duration in whole seconds, from PT0S to PT5M", "PT10S");

  private final String optionName;
  private final String rule;
  private final String example;

  IssuerOption(String optionName, String rule, String example) {
    this.optionName = optionName;
    this.rule = rule;
    this.example = example;
  }

  String optionName() {
    return optionName;
  }

  /** Completes the sentence "it must be …". */
  String rule() {
    return rule;
  }

  String example() {
    return "write e.g. " + optionName + "=" + example;
  }

  static Optional<IssuerOption> named(String name) {
    return Arrays.stream(values()).filter(option -> option.optionName.equals(name)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(IssuerOption::optionName).toList();
  }
}
