package io.github.authfilters.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginKeysTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "' 192.0.2.1 ', 192.0.2.1",
    "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
    "2001:DB8:1:2::9, 20010db800010002/64",
    "[2001:db8:1:2::9], 20010db800010002/64",
    "fe80::1%eth0, fe80000000000000/64",
    "::ffff:192.0.2.1, 192.0.2.1",
    "::ffff:c000:201, 192.0.2.1",
    "1:2:3, 1:2:3",
    ":::, :::",
    "unknown, unknown",
    "'', ''"
  })
  void foldsAddresses(String address, String key) {
    assertThat(LoginKeys.of("bob", address).address()).isEqualTo(key);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "BOB, bob",
    "'  Bob \t Smith ', bob smith",
    "B\u00f6b, bob",
    "\uff22ob, bob",
    "stra\u00dfe, strasse",
    "b\u200bob, bob",
    "bob\u00a0smith, bob smith"
  })
  void foldsNames(String username, String key) {
    assertThat(LoginKeys.of(username, "a").user()).isEqualTo(key);
  }

  @Test
  void boundsWhatItKeeps() {
    LoginKeys keys = LoginKeys.of("\ufdfa".repeat(100_000), "9".repeat(100_000));

    assertThat(keys.both()).hasSizeLessThanOrEqualTo(257);
  }

  @Test
  void tellsPairsApart() {
    assertThat(LoginKeys.of("b", "a").both()).isNotEqualTo(LoginKeys.of("", "a\nb").both());
  }
}
