package io.github.authfilters.demo;

import static io.github.authfilters.demo.ServerKind.JETTY_12;
import static io.github.authfilters.demo.ServerKind.TOMCAT_10_1;
import static io.github.authfilters.demo.ServerKind.TOMCAT_11;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of somebody who has the key and breaks one rule, or who tries to do without the key. */
@OnServers({TOMCAT_10_1, TOMCAT_11, JETTY_12})
final class ForgedTokensIT {

  private static final String OTHER_KEY =
      TokenForge.base64("another key, as long as the real one....");

  private final Visitor visitor;
  private final String real;

  ForgedTokensIT(ServerUnderTest server) {
    this.visitor = Visitor.of(server);
    this.real = server.words().fill("{good}");
  }

  /** Or all the refusals below would prove nothing. */
  @Test
  void takesATokenThatBreaksNoRule() {
    String token = new TokenForge(real).claims(claims -> claims.put("jti", "another")).signed();

    assertThat(visitor.opens(token)).isTrue();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        claims("no exp", claims -> claims.remove("exp")),
        claims("no jti", claims -> claims.remove("jti")),
        claims("no sub", claims -> claims.remove("sub")),
        claims("no iss", claims -> claims.remove("iss")),
        claims("no aud", claims -> claims.remove("aud")),
        claims("expired", claims -> claims.put("exp", Instant.now().getEpochSecond() - 3600)),
        claims("not yet", claims -> claims.put("nbf", Instant.now().getEpochSecond() + 3600)),
        claims("exp a string", claims -> claims.put("exp", "9999999999")),
        claims("exp an array", claims -> claims.putArray("exp").add(9999999999L)),
        claims("exp null", claims -> claims.putNull("exp")),
        claims("nbf a string", claims -> claims.put("nbf", "1")),
        claims("nbf an array", claims -> claims.putArray("nbf").add(1)),
        claims("sub a number", claims -> claims.put("sub", 1)),
        claims("sub an array", claims -> claims.putArray("sub").add("johndoe")),
        claims("sub an object", claims -> claims.putObject("sub").put("a", "b")),
        claims("sub empty", claims -> claims.put("sub", "")),
        claims("an unknown user", claims -> claims.put("sub", "nobody")),
        claims("a disabled user", claims -> claims.put("sub", "alice")),
        claims("jti a number", claims -> claims.put("jti", 1)),
        claims("jti empty", claims -> claims.put("jti", "")),
        claims("another issuer", claims -> claims.put("iss", "https://evil.example")),
        claims("another audience", claims -> claims.put("aud", "https://evil.example")),
        row("sub twice", forge -> repeated(forge, "\"sub\":\"admin\",")),
        row("exp twice", forge -> repeated(forge, "\"exp\":9999999999,")),
        row("another key", forge -> forge.signed("HmacSHA256", OTHER_KEY)),
        row("no key", forge -> forge.signed("HmacSHA256", "AA")),
        algorithm("alg none", "none", TokenForge::unsigned),
        algorithm("alg None", "None", TokenForge::unsigned),
        algorithm("alg none, signed", "none", TokenForge::signed),
        row("HS256 without a signature", TokenForge::unsigned),
        algorithm("HS384", "HS384", forge -> forge.signed("HmacSHA384", TokenForge.KEY)),
        algorithm("HS512", "HS512", forge -> forge.signed("HmacSHA512", TokenForge.KEY)),
        algorithm("RS256 in name only", "RS256", TokenForge::signed),
        algorithm("hs256", "hs256", TokenForge::signed),
        header("alg a number", header -> header.put("alg", 1), TokenForge::signed),
        header("no alg", header -> header.remove("alg"), TokenForge::signed),
        header("crit", header -> header.putArray("crit").add("b64"), TokenForge::signed),
        header("crit unknown", header -> header.putArray("crit").add("x"), TokenForge::signed),
        header(
            "typ of something else", header -> header.put("typ", "dpop+jwt"), TokenForge::signed),
        header("its own key", ForgedTokensIT::ownKey, ForgedTokensIT::otherKey),
        header(
            "its key's place",
            header -> header.put("jku", "http://127.0.0.1:1/"),
            ForgedTokensIT::otherKey),
        header(
            "its certificate's place",
            header -> header.put("x5u", "http://127.0.0.1:1/"),
            ForgedTokensIT::otherKey),
        header(
            "a key id that is a path",
            header -> header.put("kid", "../../../dev/null"),
            forge -> forge.signed("HmacSHA256", "AA")),
        row(
            "header no JSON",
            forge -> TokenForge.signed("HmacSHA256", TokenForge.KEY, "x", forge.claimsText())),
        row(
            "claims no JSON",
            forge -> TokenForge.signed("HmacSHA256", TokenForge.KEY, forge.headerText(), "x")),
        row(
            "claims an array",
            forge -> TokenForge.signed("HmacSHA256", TokenForge.KEY, forge.headerText(), "[]")),
        row(
            "claims empty",
            forge -> TokenForge.signed("HmacSHA256", TokenForge.KEY, forge.headerText(), "{}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refusesATokenThatBreaksOneRule(String what, Function<TokenForge, String> forgery) {
    String token = forgery.apply(new TokenForge(real).claims(claims -> claims.put("jti", what)));

    Response byHeader = visitor.send(visitor.get("/users/me").bearer(token));
    Response byCookie = visitor.send(visitor.get("/users/me").cookie(token));

    Answers.assertBearer(byHeader, "401 invalid_token");
    Answers.assertBearer(byCookie, "401 invalid_token");
  }

  private static Arguments row(String what, Function<TokenForge, String> forgery) {
    return Arguments.of(what, forgery);
  }

  private static Arguments claims(String what, Consumer<ObjectNode> change) {
    return row(what, forge -> forge.claims(change).signed());
  }

  private static Arguments header(
      String what, Consumer<ObjectNode> change, Function<TokenForge, String> signing) {
    return row(what, forge -> signing.apply(forge.header(change)));
  }

  private static Arguments algorithm(
      String what, String name, Function<TokenForge, String> signing) {
    return header(what, header -> header.put("alg", name), signing);
  }

  private static void ownKey(ObjectNode header) {
    header.putObject("jwk").put("kty", "oct").put("k", OTHER_KEY).put("alg", "HS256");
  }

  private static String otherKey(TokenForge forge) {
    return forge.signed("HmacSHA256", OTHER_KEY);
  }

  private static String repeated(TokenForge forge, String member) {
    String claims = forge.claimsText().replaceFirst("\\{", "{" + member);
    return TokenForge.signed("HmacSHA256", TokenForge.KEY, forge.headerText(), claims);
  }
}
