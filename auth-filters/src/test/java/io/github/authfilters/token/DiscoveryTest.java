package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses of the networks for documentation (RFC 5737) stand for public ones. */
final class DiscoveryTest {

  private static final String PUBLIC = "https://203.0.113.5";
  private static final URI PLACE = URI.create(PUBLIC + "/metadata");

  @ParameterizedTest
  @CsvSource({
    "https://a.example, https://a.example/O, https://a.example/R",
    "https://a.example/, https://a.example/O, https://a.example/R",
    "https://a.example/x/y, https://a.example/x/y/O, https://a.example/R/x/y",
    "https://a.example:8443/x/, https://a.example:8443/x/O, https://a.example:8443/R/x",
  })
  void asksBehindThePathAndBeforeItWithoutADoubleSlash(String issuer, String openId, String oauth) {
    Discovery discovery = discovery(issuer, false);

    assertThat(discovery.openIdPlace())
        .hasToString(openId.replace("O", ".well-known/openid-configuration"));
    assertThat(discovery.oauthPlace())
        .hasToString(oauth.replace("R", ".well-known/oauth-authorization-server"));
  }

  @Test
  void takesTheKeysPlaceOfItsOwnIssuer() throws IssuerFailure {
    URI jwks = discovery(PUBLIC, false).jwks(PLACE, metadata(PUBLIC, "https://203.0.113.6/k"));

    assertThat(jwks).hasToString("https://203.0.113.6/k");
  }

  @Test
  void refusesMetadataOfAnotherIssuer() {
    assertThat(trouble(PUBLIC, "https://evil.example", PUBLIC + "/k"))
        .contains("of issuer \"https://evil.example\"", "has to be of \"" + PUBLIC + "\"")
        .doesNotContain("slash");
  }

  @Test
  void saysThatOnlyASlashDiffers() {
    assertThat(trouble(PUBLIC, PUBLIC + "/", PUBLIC + "/k")).contains("only a slash at the end");
    assertThat(trouble(PUBLIC + "/", PUBLIC, PUBLIC + "/k")).contains("only a slash at the end");
  }

  @Test
  void refusesMetadataWithoutIssuerOrKeys() {
    Discovery discovery = discovery(PUBLIC, false);

    assertThatExceptionOfType(IssuerFailure.class).isThrownBy(() -> discovery.jwks(PLACE, "{}"));
    assertThatExceptionOfType(IssuerFailure.class)
        .isThrownBy(() -> discovery.jwks(PLACE, "{\"issuer\":\"" + PUBLIC + "\"}"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://203.0.113.6/k, over https",
    "file:///etc/passwd, over https",
    "https:///k, a host",
    "https://u:p@203.0.113.6/k, neither user",
    "ht tp, no URL",
    "https://10.0.0.1/k, private network",
    "https://127.0.0.1/k, private network",
    "https://169.254.169.254/latest, private network",
    "https://[::1]/k, private network",
    "https://[fd00::1]/k, private network",
    "https://100.64.1.1/k, private network",
  })
  void refusesKeysAtABadPlace(String jwks, String rule) {
    assertThat(trouble(PUBLIC, PUBLIC, jwks)).contains(rule);
  }

  @Test
  void takesKeysInAPrivateNetworkForAnIssuerThatIsInOneToo() throws IssuerFailure {
    String issuer = "https://192.168.1.1";

    URI jwks = discovery(issuer, false).jwks(PLACE, metadata(issuer, "https://10.0.0.1/k"));

    assertThat(jwks).hasToString("https://10.0.0.1/k");
  }

  @Test
  void takesKeysOverHttpWhereTheSettingAllowsIt() throws IssuerFailure {
    URI jwks = discovery(PUBLIC, true).jwks(PLACE, metadata(PUBLIC, "http://203.0.113.6/k"));

    assertThat(jwks).hasToString("http://203.0.113.6/k");
  }

  @ParameterizedTest
  @CsvSource({
    "login.example.com, over https",
    "http://login.example.com, over https",
    "https://login.example.com?a=b, no query",
    "https://login.example.com#a, nor fragment",
    "https://a:b@login.example.com, neither user",
    "https:///path, a host",
  })
  void refusesAnIssuerThatCantBeAsked(String issuer, String rule) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> discovery(issuer, false))
        .withMessageContaining(rule);
  }

  private static Discovery discovery(String issuer, boolean insecureHttp) {
    IssuerSettings loose = RemoteRealm.settings(issuer, new IssuerKeys.Discovered());
    return new Discovery(RemoteRealm.overHttp(loose, insecureHttp));
  }

  private static String metadata(String issuer, String jwks) {
    return "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer, jwks);
  }

  private static String trouble(String issuer, String claimed, String jwks) {
    try {
      return "nothing wrong with " + discovery(issuer, false).jwks(PLACE, metadata(claimed, jwks));
    } catch (IssuerFailure e) {
      return e.getMessage();
    }
  }
}
