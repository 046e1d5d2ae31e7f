package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.authfilters.token.RejectedToken.Reason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that prove nothing, and why: shapes, headers, signatures and claims. */
final class ForgedTokenTest {

  private static final Realm REALM = new Realm();
  private static final String GOOD = Tokens.OURS.sign(REALM.claims(""));

  static Stream<Arguments> shapes() {
    String signature = GOOD.substring(GOOD.lastIndexOf('.') + 1);
    String unsigned = GOOD.substring(0, GOOD.lastIndexOf('.'));
    char last = signature.charAt(signature.length() - 1);
    String leftover = signature.substring(0, signature.length() - 1) + (char) (last + 1);
    return Stream.of(
        argumentSet("nothing", "", Reason.MALFORMED),
        argumentSet("one part", "abc", Reason.MALFORMED),
        argumentSet("two parts", unsigned, Reason.MALFORMED),
        argumentSet("three empty parts", "..", Reason.MALFORMED),
        argumentSet("four parts", GOOD + ".x", Reason.MALFORMED),
        argumentSet("five parts", GOOD + ".x.y", Reason.ENCRYPTED),
        argumentSet("six parts", GOOD + ".x.y.z", Reason.MALFORMED),
        argumentSet("a dot more than 8 KiB", "x".repeat(8192) + ".", Reason.TOO_LONG),
        argumentSet("8 KiB of one part", "x".repeat(8192), Reason.MALFORMED),
        argumentSet("8 KiB of dots", ".".repeat(8192), Reason.MALFORMED),
        argumentSet("padding", GOOD + "=", Reason.MALFORMED),
        argumentSet("a blank behind", GOOD + " ", Reason.MALFORMED),
        argumentSet("a line end in it", unsigned + "\n." + signature, Reason.MALFORMED),
        argumentSet("an umlaut", GOOD + "ü", Reason.MALFORMED),
        argumentSet("leftover bits", unsigned + "." + leftover, Reason.MALFORMED),
        argumentSet("standard base64", Tokens.OURS.signParts("e+/9.e30"), Reason.MALFORMED),
        argumentSet("header no JSON", Tokens.OURS.sign("{", "{}"), Reason.MALFORMED),
        argumentSet("header an array", Tokens.OURS.sign("[]", "{}"), Reason.MALFORMED),
        argumentSet("header empty", Tokens.OURS.sign("", "{}"), Reason.MALFORMED),
        argumentSet("payload a string", Tokens.OURS.sign("\"x\""), Reason.MALFORMED),
        argumentSet("payload null", Tokens.OURS.sign("null"), Reason.MALFORMED));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void refusesByItsShape(String token, Reason reason) {
    assertThat(REALM.refusal(token)).isEqualTo(reason);
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        argumentSet("alg none", "{\"alg\":\"none\"}", Reason.WRONG_ALGORITHM),
        argumentSet("alg None", "{\"alg\":\"None\"}", Reason.WRONG_ALGORITHM),
        argumentSet("alg hs256", "{\"alg\":\"hs256\"}", Reason.WRONG_ALGORITHM),
        argumentSet("alg HS512", "{\"alg\":\"HS512\"}", Reason.WRONG_ALGORITHM),
        argumentSet("alg RS256", "{\"alg\":\"RS256\"}", Reason.WRONG_ALGORITHM),
        argumentSet("alg missing", "{}", Reason.WRONG_ALGORITHM),
        argumentSet("alg null", "{\"alg\":null}", Reason.WRONG_ALGORITHM),
        argumentSet("alg an array", "{\"alg\":[\"HS256\"]}", Reason.WRONG_ALGORITHM),
        argumentSet("kid of nobody", header("\"kid\":\"x\""), Reason.UNKNOWN_KEY),
        argumentSet("kid a path", header("\"kid\":\"../../dev/null\""), Reason.UNKNOWN_KEY),
        argumentSet("kid null", header("\"kid\":null"), Reason.UNKNOWN_KEY),
        argumentSet("kid empty", header("\"kid\":\"\""), Reason.UNKNOWN_KEY),
        argumentSet("kid a number", header("\"kid\":1"), Reason.UNKNOWN_KEY),
        argumentSet("crit", header("\"crit\":[\"exp\"]"), Reason.UNKNOWN_CRITICAL_HEADER),
        argumentSet(
            "crit b64", header("\"crit\":[\"b64\"],\"b64\":false"), Reason.UNKNOWN_CRITICAL_HEADER),
        argumentSet("crit empty", header("\"crit\":[]"), Reason.UNKNOWN_CRITICAL_HEADER),
        argumentSet("crit null", header("\"crit\":null"), Reason.UNKNOWN_CRITICAL_HEADER),
        argumentSet("typ of an ID", header("\"typ\":\"id+jwt\""), Reason.WRONG_TYPE),
        argumentSet("typ logout", header("\"typ\":\"logout+jwt\""), Reason.WRONG_TYPE),
        argumentSet("typ empty", header("\"typ\":\"\""), Reason.WRONG_TYPE),
        argumentSet("typ null", header("\"typ\":null"), Reason.WRONG_TYPE),
        argumentSet("typ an array", header("\"typ\":[\"JWT\"]"), Reason.WRONG_TYPE),
        argumentSet("alg twice", header("\"alg\":\"none\""), Reason.MALFORMED),
        argumentSet("alg twice, spelt apart", header("\"\\u0061lg\":\"HS256\""), Reason.MALFORMED),
        argumentSet("twice, deep inside", header("\"x\":{\"a\":1,\"a\":1}"), Reason.MALFORMED),
        argumentSet("a comment", header("\"x\":1/**/"), Reason.MALFORMED),
        argumentSet("a comma too much", header("\"x\":1,"), Reason.MALFORMED),
        argumentSet("an apostrophe", header("'x':1"), Reason.MALFORMED),
        argumentSet("a name without quotes", header("x:1"), Reason.MALFORMED),
        argumentSet("not a number", header("\"x\":NaN"), Reason.MALFORMED),
        argumentSet("a leading zero", header("\"x\":01"), Reason.MALFORMED),
        argumentSet("a lone surrogate", header("\"x\":\"\\ud800\""), Reason.MALFORMED),
        argumentSet("a raw control", header("\"x\":\"\n\""), Reason.MALFORMED),
        argumentSet("more behind", header("\"x\":1") + "{}", Reason.MALFORMED),
        argumentSet("a brace behind", header("\"x\":1") + "}", Reason.MALFORMED),
        argumentSet("a mark before", "\uFEFF" + Tokens.HEADER, Reason.MALFORMED),
        argumentSet("a NUL behind", Tokens.HEADER + "\0", Reason.MALFORMED));
  }

  private static String header(String more) {
    return "{\"alg\":\"HS256\"," + more + "}";
  }

  @ParameterizedTest
  @MethodSource("headers")
  void refusesByItsHeader(String header, Reason reason) {
    assertThat(REALM.refusal(Tokens.OURS.sign(header, REALM.claims("")))).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt", "JWT", "jwt"})
  void acceptsTheTypesOfAccessTokens(String type) {
    String token = Tokens.OURS.sign(header("\"typ\":\"" + type + "\""), REALM.claims(""));

    assertThat(REALM.verified(token).subject()).isEqualTo("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"jku\":\"https://mallory.example/jwks\"",
        "\"x5u\":\"https://mallory.example/x5u\"",
        "\"x5c\":[\"AAAA\"]",
        "\"jwk\":{\"kty\":\"oct\",\"k\":\"Zm7pKQwY1dXe4rT9uVbN3sLcGhJ2oA6iM8fRkE5xB0Q\"}"
      })
  void takesNoKeyFromTheToken(String member) {
    String ours = Tokens.OURS.sign(header(member), REALM.claims(""));
    String forged = Tokens.MALLORY.sign(header(member), REALM.claims(""));

    assertThat(REALM.verified(ours).subject()).isEqualTo("alice");
    assertThat(REALM.refusal(forged)).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void refusesASignatureOfAnotherKey() {
    assertThat(REALM.refusal(Tokens.MALLORY.sign(REALM.claims(""))))
        .isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void refusesNoSignature() {
    String unsigned = GOOD.substring(0, GOOD.lastIndexOf('.') + 1);

    assertThat(REALM.refusal(unsigned)).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void refusesOneIssuersTokenUnderTheOthersName() {
    String token =
        Tokens.OURS.sign(
            "{\"iss\":\"%s\",\"sub\":\"bob\",\"aud\":\"also\",\"exp\":%d}"
                .formatted(Realm.OTHER, REALM.in(60)));

    assertThat(REALM.refusal(token)).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void looksAtTheSignatureBeforeTheClaims() {
    String token = Tokens.MALLORY.sign("{\"iss\":\"%s\",\"exp\":1}".formatted(Realm.US));

    assertThat(REALM.refusal(token)).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"iss\":null}",
        "{\"iss\":1}",
        "{\"iss\":[\"https://us.example\"]}",
        "{\"iss\":\"https://us.example/\"}",
        "{\"iss\":\"HTTPS://us.example\"}",
        "{\"iss\":\"https://us.example \"}"
      })
  void refusesAnIssuerThatIsNotExactlyOneOfOurs(String payload) {
    assertThat(REALM.refusal(Tokens.OURS.sign(payload))).isEqualTo(Reason.UNKNOWN_ISSUER);
  }
}
