package io.github.authfilters.internal.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message tells of keys that a variable holds or points to. */
final class UnusableKeySourcesTest {

  private static AbstractThrowableAssert<?, ? extends Throwable> assertWrong(String keys) {
    FakeContext application =
        new FakeContext().filter("api", Map.of("signingKeys", "env:K:-generated"));

    return assertThatThrownBy(() -> new FakeSurroundings().env("K", keys).start(application));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tmp/k", "./keys", "~/keys", "C:\\keys\\k"})
  void tellsThatAPathNeedsItsKind(String path) {
    assertWrong(path)
        .hasMessageEndingWith(
            "is \"env:K:-generated\"; the text of 'env:K' begins like a path, and a path needs"
                + " file: before it");
  }

  @Test
  void namesARelativePathAndItsVariable() {
    assertWrong("file:k")
        .hasMessageEndingWith(
            "is \"env:K:-generated\"; the path 'k' of a key file must be absolute (named by"
                + " env:K)");
  }

  @Test
  void namesAMissingFileAndItsVariable() {
    assertWrong("file:/no/such/key")
        .hasMessageEndingWith(
            "the file '/no/such/key' must be there, readable, UTF-8 and of at most 64 KiB (named by"
                + " env:K)");
  }

  @Test
  void hidesAKeyThatStandsForAPath() {
    assertWrong("file:" + FakeSurroundings.KEY)
        .hasMessageEndingWith(
            "the path '(hidden)' of a key file must be absolute (named by env:K)");
  }

  @Test
  void namesTheSourceOfAPublicKeyThatComesFirst() throws Exception {
    byte[] key = KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic().getEncoded();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key)
            + "\n-----END PUBLIC KEY-----";

    assertWrong(pem)
        .hasMessageContaining(
            "of the keys of 'env:K', the first one signs and has to be a private");
  }
}
