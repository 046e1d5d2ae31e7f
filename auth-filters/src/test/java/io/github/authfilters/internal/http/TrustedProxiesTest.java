package io.github.authfilters.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.authfilters.FakeRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

  private static final String CLIENT = "203.0.113.7";

  private final TrustedProxies proxies =
      new TrustedProxies(List.of("10.0.0.0/8", "2001:db8:1::/48", "192.168.1.1"));

  private static FakeRequest proxied() {
    return FakeRequest.get("/").at("http://backend:8080").remoteAddr("10.0.0.1");
  }

  private ClientView forwardedFor(String list) {
    return proxies.view(proxied().header("X-Forwarded-For", list).request());
  }

  private ClientView forwarded(String field) {
    return proxies.view(proxied().header("Forwarded", field).request());
  }

  @Test
  void believesTheConnectionAlone() {
    var request =
        FakeRequest.get("/")
            .at("http://Backend:8080")
            .remoteAddr(CLIENT)
            .header("X-Forwarded-For", "198.51.100.1")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "evil.example")
            .header("Forwarded", "for=198.51.100.1;proto=https;host=evil.example")
            .request();

    assertThat(proxies.view(request)).isEqualTo(new ClientView(CLIENT, "http", "backend", 8080));
  }

  @Test
  void believesNobodyWithoutProxies() {
    var request = proxied().header("X-Forwarded-For", CLIENT).request();

    assertThat(new TrustedProxies(List.of()).view(request).address()).isEqualTo("10.0.0.1");
  }

  @ParameterizedTest(name = "{0}: [{1}] is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one address             | 203.0.113.7                        | 203.0.113.7
          a forged one before it  | 1.1.1.1, 203.0.113.7               | 203.0.113.7
          trusted proxies behind  | 1.1.1.1, 203.0.113.7, 10.1.1.1, 192.168.1.1 | 203.0.113.7
          trusted ones only       | 10.0.0.3, 10.0.0.2                 | 10.0.0.3
          with a port             | 203.0.113.7:4711                   | 203.0.113.7
          IPv6                    | 2001:db8::1                        | 2001:db8:0:0:0:0:0:1
          IPv6 in brackets        | [2001:db8::1]                      | 2001:db8:0:0:0:0:0:1
          IPv6 with a port        | [2001:db8::1]:4711                 | 2001:db8:0:0:0:0:0:1
          IPv6 with a zone        | fe80::1%eth0                       | fe80:0:0:0:0:0:0:1
          IPv4 in IPv6            | ::ffff:203.0.113.7                 | 203.0.113.7
          a trusted IPv4 in IPv6  | 203.0.113.7, ::ffff:10.0.0.9       | 203.0.113.7
          a trusted IPv6          | 203.0.113.7, 2001:db8:1:2::3       | 203.0.113.7
          garbled                 | unknown                            | 10.0.0.1
          garbled after a proxy   | 1.1.1.1, unknown, 10.0.0.2         | 10.0.0.2
          an empty element        | 1.1.1.1, , 10.0.0.2                | 10.0.0.2
          a name                  | localhost                          | 10.0.0.1
          an octal address        | 010.1.1.1                          | 10.0.0.1
          a short address         | 10.1                               | 10.0.0.1
          a number                | 167772161                          | 10.0.0.1
          out of range            | 256.1.1.1                          | 10.0.0.1
          a bad port              | 203.0.113.7:x                      | 10.0.0.1
          brackets around IPv4    | [203.0.113.7]                      | 10.0.0.1
          half a bracket          | [2001:db8::1                       | 10.0.0.1
          """)
  void walksTheAddressesFromTheRight(String name, String list, String address) {
    assertThat(forwardedFor(list).address()).isEqualTo(address);
  }

  @Test
  void joinsSeveralFieldsInOrder() {
    var request =
        proxied()
            .header("X-Forwarded-For", "1.1.1.1")
            .header("X-Forwarded-For", CLIENT + ", 10.0.0.2")
            .request();

    assertThat(proxies.view(request).address()).isEqualTo(CLIENT);
  }

  @ParameterizedTest(name = "{0}: [{1}] is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          one element          | for=203.0.113.7                                    | 203.0.113.7
          upper case           | FOR=203.0.113.7                                    | 203.0.113.7
          quoted               | for="203.0.113.7"                                  | 203.0.113.7
          quoted pairs         | for="203.0.\\113.7"                                | 203.0.113.7
          IPv6 with a port     | for="[2001:db8::1]:4711"                           | 2001:db8:0:0:0:0:0:1
          an unquoted port     | for=203.0.113.7:4711                               | 203.0.113.7
          an obfuscated port   | for="203.0.113.7:_x"                               | 203.0.113.7
          more parameters      | by=10.0.0.1 ; for=203.0.113.7 ;proto=http          | 203.0.113.7
          a comma in quotes    | x="a,b;for=9.9.9.9";for=203.0.113.7                | 203.0.113.7
          a forged one before  | for=1.1.1.1, for=203.0.113.7, for=10.0.0.9         | 203.0.113.7
          unknown              | for=1.1.1.1, for=unknown                           | 10.0.0.1
          obfuscated           | for=1.1.1.1, for=_hidden, for=10.0.0.9             | 10.0.0.9
          no address           | for=1.1.1.1, proto=https                           | 10.0.0.1
          an open quote before | for=1.1.1.1;x=", for=203.0.113.7;host="a.example"  | 10.0.0.1
          an open quote        | for="203.0.113.7                                   | 10.0.0.1
          an open escape       | for="203.0.113.7\\                                 | 10.0.0.1
          twice in an element  | for=203.0.113.7;for=1.1.1.1                        | 10.0.0.1
          text after a quote   | for="203.0.113.7"x                                 | 10.0.0.1
          no equals sign       | for                                                | 10.0.0.1
          """)
  void readsForwardedFromTheRight(String name, String field, String address) {
    assertThat(forwarded(field).address()).isEqualTo(address);
  }

  @Test
  void keepsTheMistakeOfOneFieldToItself() {
    var request =
        proxied()
            .header("Forwarded", "for=\"1.1.1.1")
            .header("Forwarded", "for=" + CLIENT)
            .request();

    assertThat(proxies.view(request).address()).isEqualTo(CLIENT);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          for=203.0.113.7;proto=https;host=Example.com           | https://example.com
          for=203.0.113.7;proto=https;host="example.com:8443"    | https://example.com:8443
          for=203.0.113.7;proto=http;host="[2001:DB8::1]:80"     | http://[2001:db8:0:0:0:0:0:1]
          for=203.0.113.7;proto=ftp;host="a b"                   | http://backend:8080
          for=203.0.113.7;proto=https                            | https://backend:8080
          for=1.1.1.1;proto=https;host=evil.example, for=203.0.113.7 | http://backend:8080
          for=203.0.113.7;proto=https;host=a.example, for=10.0.0.2;proto=http;host=inner | https://a.example
          for=_hidden;proto=https;host=a.example                 | https://a.example
          """)
  void takesSchemeAndHostOfTheOutermostTrustedProxy(String field, String origin) {
    assertThat(forwarded(field).origin()).isEqualTo(origin);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "https, example.com, 443, https://example.com",
    "https, example.com:8443, 443, https://example.com:8443",
    "https, example.com, 8443, https://example.com:8443",
    "HTTPS, Example.COM, '', https://example.com",
    "wss, example.com, '', https://example.com",
    "ws, example.com, '', http://example.com",
    "gopher, example.com, '', http://example.com",
    "https, evil/, 99999, https://backend:8080",
    "'http, https', 'evil.example, example.com', '', https://example.com",
  })
  void readsTheOtherForwardedFields(String proto, String host, String port, String origin) {
    var request =
        proxied()
            .header("X-Forwarded-For", CLIENT)
            .header("X-Forwarded-Proto", proto)
            .header("X-Forwarded-Host", host)
            .header("X-Forwarded-Port", port)
            .request();

    assertThat(proxies.view(request).origin()).isEqualTo(origin);
  }

  @Test
  void takesTheSchemeOfTheHopThatTheClientUsed() {
    var request =
        proxied()
            .header("X-Forwarded-For", "1.1.1.1, " + CLIENT + ", 10.0.0.2")
            .header("X-Forwarded-Proto", "http, https, http")
            .request();

    assertThat(proxies.view(request).isSecure()).isTrue();
  }

  @Test
  void changesTheDefaultPortWithTheScheme() {
    var request =
        FakeRequest.get("/")
            .at("http://example.com")
            .remoteAddr("10.0.0.1")
            .header("X-Forwarded-Proto", "https")
            .request();

    assertThat(proxies.view(request).origin()).isEqualTo("https://example.com");
  }

  @Test
  void believesNeitherKindWhereTheyDisagree() {
    var request =
        proxied().header("Forwarded", "for=1.1.1.1").header("X-Forwarded-For", CLIENT).request();

    assertThat(proxies.view(request))
        .isEqualTo(new ClientView("10.0.0.1", "http", "backend", 8080));
  }

  @Test
  void believesBothKindsWhereTheyAgree() {
    var request =
        proxied()
            .header("Forwarded", "for=" + CLIENT + ";proto=https")
            .header("X-Forwarded-For", CLIENT)
            .header("X-Forwarded-Proto", "https")
            .request();

    assertThat(proxies.view(request)).isEqualTo(new ClientView(CLIENT, "https", "backend", 8080));
  }

  @Test
  void doesNotReadFieldsOfMoreThanEightKibibytes() {
    String flood = "1.1.1.1,".repeat(2000) + CLIENT;

    assertThat(forwardedFor(flood).address()).isEqualTo("10.0.0.1");
    assertThat(forwarded("for=1.1.1.1,".repeat(2000) + "for=" + CLIENT).address())
        .isEqualTo("10.0.0.1");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "a b", "a/b", "\u00e9", "user@host"})
  void hasNoHostWhereTheRequestNamesNone(String serverName) {
    var request = FakeRequest.get("/").serverName(serverName).request();

    assertThat(proxies.view(request).host()).isEmpty();
  }

  @Test
  void putsAnIpv6HostInBrackets() {
    var request = FakeRequest.get("/").serverName("2001:db8::1").serverPort(80).request();

    assertThat(proxies.view(request).origin()).isEqualTo("http://[2001:db8:0:0:0:0:0:1]");
  }

  @Test
  void hasNoAddressWhereThePeerHasNone() {
    var request = FakeRequest.get("/").remoteAddr(null).header("X-Forwarded-For", CLIENT).request();

    assertThat(proxies.view(request).address()).isEmpty();
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.4, 10.1.2.3, false",
    "10.1.2.255, 10.1.2.0/24, true",
    "10.1.3.0, 10.1.2.0/24, false",
    "10.1.2.131, 10.1.2.129/25, true",
    "10.1.2.127, 10.1.2.129/25, false",
    "::ffff:10.1.2.3, 10.0.0.0/8, true",
    "10.1.2.3, ::ffff:10.0.0.0/104, true",
    "11.1.2.3, ::ffff:10.0.0.0/104, false",
    "2001:db8::1, 2001:db8::/32, true",
    "2001:db9::1, 2001:db8::/32, false",
    "::1, 0:0:0:0:0:0:0:1, true",
    "fe80::1%eth0, fe80::/10, true",
    "10.0.0.1, 2001:db8::/32, false"
  })
  void trustsWhatIsInABlock(String address, String block, boolean trusted) {
    var request =
        FakeRequest.get("/").remoteAddr(address).header("X-Forwarded-For", CLIENT).request();

    String seen = new TrustedProxies(List.of(block)).view(request).address();

    assertThat(seen.equals(CLIENT)).isEqualTo(trusted);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        "localhost",
        "proxy.example.com",
        "10.0.0",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "10.0.0.0/8/8",
        "10.0.0.0/0",
        "::/0",
        "::/129",
        "::ffff:10.0.0.0/95",
        "10.0.0.*",
        "1::2::3",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "12345::",
        "1:2:3:4:5:6:7:8::",
        "fe80::1%eth0",
        "[::1]",
        "\u0661.1.1.1"
      })
  void refusesABlockThatIsNone(String block) {
    List<String> blocks = List.of(block);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrustedProxies(blocks))
        .withMessageContaining("e.g. 10.0.0.0/8");
  }
}
