package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WeakSecretsTest {

  private static final String FASTAPI =
      "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7";

  static Stream<Arguments> publishedSecrets() {
    return Stream.of(
        argumentSet("FastAPI's as base64url", FASTAPI),
        argumentSet("FastAPI's text", Tokens.encode(FASTAPI)),
        argumentSet("FastAPI's bytes", Tokens.encode(HexFormat.of().parseHex(FASTAPI))),
        argumentSet(
            "jwt.io's old one",
            Tokens.encode("your-256-bit-secret-that-is-long-enough-to-sign-by")),
        argumentSet("jwt.io's new one", Tokens.encode("a-string-secret-at-least-256-bits-long")),
        argumentSet("jwt.io's old one, plain", "your-256-bit-secret-your-256-bit-secret-your"),
        argumentSet(
            "a Spring tutorial's",
            "404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970"),
        argumentSet(
            "a Spring tutorial's, in small letters",
            "404e635266556a586e3272357538782f413f4428472b4b6250645367566b5970"),
        argumentSet("a Spring tutorial's bytes", Tokens.encode("@NcRfUjXn2r5u8x/A?D(G+KbPdSgVkYp")),
        argumentSet(
            "another's", "5367566B59703373367639792F423F4528482B4D6251655468576D5A71347437"),
        argumentSet("one more", "3cfa76ef14937c1c0ea519f8fc057a80fcd04a7420f8e8bcd0a7567c272e007b"),
        argumentSet("RFC 7520's", "hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg"),
        argumentSet("jwt.io's new one, plain", "a-string-secret-at-least-256-bits-long"),
        argumentSet(
            "RFC 7515's",
            "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"));
  }

  @ParameterizedTest
  @MethodSource("publishedSecrets")
  void refusesAPublishedSecret(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKeys.parse(List.of(text)))
        .withMessageContaining("published")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(text));
  }

  static Stream<Arguments> secretsWithoutChance() {
    byte[] counted = new byte[48];
    byte[] few = new byte[64];
    for (int i = 0; i < 64; i++) {
      counted[i % 48] = (byte) (i % 48);
      few[i] = (byte) (i * i % 9);
    }
    return Stream.of(
        argumentSet("all zero", Tokens.encode(new byte[32])),
        argumentSet("all equal", Tokens.encode("A".repeat(40))),
        argumentSet("one character", "x".repeat(44)),
        argumentSet("a count", Tokens.encode(counted)),
        argumentSet("few bytes", Tokens.encode(few)),
        argumentSet("secret", Tokens.encode("secret".repeat(6))),
        argumentSet("changeme, plain", "changeme".repeat(6)),
        argumentSet("password", Tokens.encode("password".repeat(4))),
        argumentSet("password, cut", Tokens.encode("password".repeat(5).substring(0, 35))));
  }

  @ParameterizedTest
  @MethodSource("secretsWithoutChance")
  void refusesASecretThatNoGeneratorMade(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKeys.parse(List.of(text)))
        .withMessageContaining("random generator");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thisisaverylongkeyforourserversandnobodyknowsitn",
        "THIS-IS-A-VERY-LONG-KEY-FOR-OUR-SERVERS-AND-OTHE",
        "ThisIsMyVerySecretKeyForMyApplication2024Product",
        "my_Super_SECRET_jwt_signing_key_of_256_bits_or_m",
        "ChangeMeInProductionChangeThisPleaseBeforeTheSta"
      })
  void refusesWordsAsTheyAreAndEncoded(String words) {
    for (String text : List.of(words, Tokens.encode(words), Tokens.encode(words + "!"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SigningKeys.parse(List.of(text)))
          .withMessageContaining("random generator");
    }
  }

  @Test
  void refusesASentence() {
    String text = Tokens.encode("Correct horse, battery staple and so on.");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKeys.parse(List.of(text)))
        .withMessageContaining("random generator");
  }

  @RepeatedTest(20)
  void acceptsWhatAGeneratorMakes() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    byte[] hex = HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII);

    SigningKeys keys = SigningKeys.parse(List.of(Tokens.encode(secret), Tokens.encode(hex)));

    assertThat(keys.keySet().all()).hasSize(2);
  }
}
