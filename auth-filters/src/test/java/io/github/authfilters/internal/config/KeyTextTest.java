package io.github.authfilters.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyTextTest {

  private static List<String> keys(String text) {
    return new KeyText("file:/keys", text).keys().map(KeyText::text).toList();
  }

  @Test
  void takesEachJwkThatHasALineForItself() {
    assertThat(keys("{\"kty\":\"EC\"}\n\n {\"kty\":\"RSA\"} ")).hasSize(2);
  }

  @Test
  void keepsSecretsTogetherInTheirOrder() {
    assertThat(keys("one\ntwo\n{\"kid\":\"a\"}\nthree"))
        .containsExactly("one\ntwo", "{\"kid\":\"a\"}", "three");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"keys\":[\n{\"kty\":\"EC\"}\n]}",
        "{\n\"keys\":\n[\n{\"kty\":\"EC\"}\n]\n}",
        "{\"keys\":[{\"kty\":\"EC\"}\n,{\"kty\":\"RSA\"}]}",
        "-----BEGIN PRIVATE KEY-----\nMII=\n-----END PRIVATE KEY-----",
        "secret",
        ""
      })
  void leavesEverythingElseAsItIs(String text) {
    assertThat(keys(text)).containsExactly(text);
  }

  @Test
  void printsNothingOfIt() {
    assertThat(new KeyText("env:KEYS", "hunter2").toString()).doesNotContain("hunter2");
  }
}
