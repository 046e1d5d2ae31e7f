package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys under which a signature proves nothing. */
final class WeakEd25519Test {

  private static String jwk(String hex) {
    return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"weak\",\"x\":\""
        + Tokens.encode(HexFormat.of().parseHex(hex))
        + "\"}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
      })
  void refusesAPointOfSmallOrderAndAnUnreducedOne(String hex) {
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getEncoder()
                .encodeToString(HexFormat.of().parseHex("302a300506032b6570032100" + hex))
            + "\n-----END PUBLIC KEY-----\n";

    assertThatThrownBy(() -> KeySet.ofOthers(KeyPairs.set(jwk(hex)), Set.of()))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("anybody can sign");
    assertThatThrownBy(() -> SigningKeys.parse(List.of(Tokens.OURS.secret(), jwk(hex))))
        .hasMessageContaining("anybody can sign");
    // The JDK may have objections of its own.
    assertThatThrownBy(() -> SigningKeys.parse(List.of(Tokens.OURS.secret(), pem)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
      })
  void takesTheKeysOfRfc8032(String hex) {
    assertThatCode(() -> WeakEd25519.check(HexFormat.of().parseHex(hex)))
        .doesNotThrowAnyException();
    assertThat(Issuers.keys(KeyPairs.set(jwk(hex)), Set.of()).all()).hasSize(1);
  }
}
