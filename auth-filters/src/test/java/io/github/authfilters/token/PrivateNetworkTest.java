package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrivateNetworkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.0.9",
        "0.0.0.0",
        "0.1.2.3",
        "10.255.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.0",
        "100.127.255.255",
        "192.0.0.0",
        "192.0.0.255",
        "198.18.0.0",
        "198.19.255.255",
        "224.0.0.1",
        "240.0.0.0",
        "254.1.2.3",
        "255.255.255.255",
        "[::]",
        "[::1]",
        "[fe80::1]",
        "[fc00::1]",
        "[fdff::1]",
        "[ff02::1]",
        "[::ffff:10.0.0.1]",
        "[64:ff9b::a00:1]",
        "[64:ff9b::c612:1]",
        "[64:ff9b:1::101:101]",
        "[64:ff9b:1:ffff::1]",
        "[::10.0.0.1]",
        "[::1.1.1.1]",
        "[2002:a00:1::1]",
        "[2002:c0a8:1::]",
        "[2002:7f00:1::]",
        "[2002:f000::]",
        "[2001::1]",
        "[2001:0:101:101::1]",
        "localhost"
      })
  void tellsAPrivateAddress(String host) {
    assertThat(PrivateNetwork.mayBeAt(host)).isTrue();
    assertThat(PrivateNetwork.isAt(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.0",
        "172.32.0.1",
        "11.0.0.1",
        "192.169.0.1",
        "203.0.113.5",
        "192.0.1.0",
        "192.1.0.1",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "[::1:0:0:0]",
        "[2001:1::1]",
        "[2002:101:101::a00:1]",
        "[2003:a00:1::1]",
        "[64:ff9b:2::a00:1]",
        "[2001:db8::1]",
        "[fe00::1]",
        "[64:ff9b::101:101]"
      })
  void leavesAPublicAddress(String host) {
    assertThat(PrivateNetwork.mayBeAt(host)).isFalse();
    assertThat(PrivateNetwork.isAt(host)).isFalse();
  }

  @Test
  void knowsNothingOfAHostWithoutAddress() {
    assertThat(PrivateNetwork.mayBeAt("nowhere.invalid")).isFalse();
    assertThat(PrivateNetwork.isAt("nowhere.invalid")).isFalse();
  }
}
