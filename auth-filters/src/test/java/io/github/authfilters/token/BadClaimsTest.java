package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.authfilters.token.RejectedToken.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Well-signed tokens whose claims are no good; each differs from a good one in one claim. */
final class BadClaimsTest {

  private final Realm realm = new Realm();

  /** The good claims with one replaced, or left out where the value is empty. */
  private String tokenWith(String name, String value) {
    Map<String, String> claims = new LinkedHashMap<>();
    claims.put("iss", "\"" + Realm.US + "\"");
    claims.put("sub", "\"alice\"");
    claims.put("aud", "\"" + Realm.AUDIENCE + "\"");
    claims.put("jti", "\"id\"");
    claims.put("iat", "" + realm.in(0));
    claims.put("exp", "" + realm.in(60));
    claims.put(name, value);
    return Tokens.OURS.sign(
        claims.entrySet().stream()
            .filter(claim -> !claim.getValue().isEmpty())
            .map(claim -> "\"" + claim.getKey() + "\":" + claim.getValue())
            .collect(Collectors.joining(",", "{", "}")));
  }

  static Stream<Arguments> badClaims() {
    return Stream.of(
            rows("sub", "", "null", "\"\"", "1", "[\"alice\"]", "{}", "true"),
            rows("jti", "", "null", "\"\"", "1", "[\"id\"]"),
            rows("aud", "", "null", "1", "{}", "[1]", "[\"the api\",1]", "[[\"the api\"]]"),
            rows("exp", "", "null", "\"1793610060\"", "true", "[1793610060]", "-1", "253402300800"),
            rows("exp", "1e12", "-0.5", "9223372036854775807", "1e308"),
            rows("nbf", "null", "\"1\"", "-1", "false", "253402300800"),
            rows("iat", "", "null", "\"1793610000\"", "-1", "{}"),
            rows("scope", "null", "1", "[1]", "[\"me\",1]", "{}", "true"),
            rows("roles", "null", "1", "[1]", "{\"admin\":true}", "[\"a\",[\"b\"]]"))
        .flatMap(arguments -> arguments);
  }

  private static Stream<Arguments> rows(String name, String... values) {
    return Stream.of(values).map(value -> argumentSet(name + " = " + value, name, value));
  }

  @ParameterizedTest
  @MethodSource("badClaims")
  void refusesABadClaim(String name, String value) {
    assertThat(realm.refusal(tokenWith(name, value))).isEqualTo(Reason.BAD_CLAIMS);
  }

  static Stream<Arguments> malformedNumbers() {
    return rows(
        "exp",
        "1e400",
        "-1e400",
        "1e999999999",
        "99999999999999999999",
        "9".repeat(5000),
        "0." + "9".repeat(5000),
        "1793610060e" + "0".repeat(4000) + "0",
        "0x7fffffff",
        "+1");
  }

  @ParameterizedTest
  @MethodSource("malformedNumbers")
  void refusesANumberOutOfRange(String name, String value) {
    assertThat(realm.refusal(tokenWith(name, value))).isEqualTo(Reason.MALFORMED);
  }

  static Stream<Arguments> malformedMembers() {
    return Stream.of(
        argumentSet("a claim twice", "1,\"sub\":\"bob\""),
        argumentSet("twice, deep inside", "[{\"a\":{\"b\":1,\"b\":1}}]"),
        argumentSet("arrays in arrays", "[".repeat(2500) + "]".repeat(2500)),
        argumentSet("objects in objects", "{\"a\":".repeat(900) + "1" + "}".repeat(900)),
        argumentSet("arrays without end", "[".repeat(5000)),
        argumentSet("a lone surrogate", "\"\\udc00\""),
        argumentSet("a lone surrogate in a name", "{\"\\ud83d\":1}"));
  }

  @ParameterizedTest
  @MethodSource("malformedMembers")
  void refusesMalformedMembers(String value) {
    assertThat(realm.refusal(tokenWith("x", value))).isEqualTo(Reason.MALFORMED);
  }

  static Stream<Arguments> otherAudiences() {
    return rows(
        "aud", "\"\"", "\"The api\"", "\"the api \"", "\"the\"", "[]", "[\"an api\",\"a\"]");
  }

  @ParameterizedTest
  @MethodSource("otherAudiences")
  void refusesATokenForOthers(String name, String value) {
    assertThat(realm.refusal(tokenWith(name, value))).isEqualTo(Reason.WRONG_AUDIENCE);
  }

  static Stream<Arguments> goodClaims() {
    return Stream.of(
            rows("aud", "[\"another\",\"the api\"]", "[\"the api\"]"),
            rows("exp", "1793610060.25", "1.79361006e9", "253402300799"),
            rows("nbf", "", "0", "1793610000", "1793609999.5"),
            rows("scope", "\"\"", "\" me  items \"", "[\"me\"]"),
            rows("roles", "[]", "[\"admin\",\"admin\"]", "\"admin\""),
            rows("sub", "\"\\ud83d\\ude00\""),
            rows("x", "null", "[null]", "1.5e-9", "-0", "[[[[[[[[]]]]]]]]"))
        .flatMap(arguments -> arguments);
  }

  @ParameterizedTest
  @MethodSource("goodClaims")
  void acceptsAGoodClaim(String name, String value) {
    assertThat(realm.verified(tokenWith(name, value)).issuer()).isEqualTo(Realm.US);
  }

  static Stream<Arguments> scopes() {
    return Stream.of(
        argumentSet("none", "\"\"", ""),
        argumentSet("blanks around and between", "\"  me   items \"", "items me"));
  }

  @ParameterizedTest
  @MethodSource("scopes")
  void readsScopesApartByBlanks(String value, String sorted) {
    String read =
        realm.verified(tokenWith("scope", value)).scopes().stream()
            .sorted()
            .collect(Collectors.joining(" "));

    assertThat(read).isEqualTo(sorted);
  }
}
