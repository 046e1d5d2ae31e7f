package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.authfilters.token.RejectedToken.Reason;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That an ID token, or any other that an issuer signs with the same keys, is no access token. */
final class TokenTypeTest {

  private static final String SET = KeyPairs.set(KeyPairs.P256.jwk());
  private static final String KID = ",\"kid\":\"p256\"";

  private final Provider provider = new Provider(SET);

  private static Provider requiring(String type) {
    return new Provider(
        Issuers.settings(Provider.NAME, Set.of(Provider.AUDIENCE), Set.of(), Optional.of(type)),
        SET);
  }

  /** Each with the audience that the access token has, as where one client is both. */
  static Stream<Arguments> others() {
    return Stream.of(
        argumentSet(
            "Keycloak's ID token",
            "\"typ\":\"ID\",\"azp\":\"web\",\"nonce\":\"n\",\"sid\":\"s\",\"at_hash\":\"h\","
                + "\"acr\":\"1\",\"auth_time\":1793609990,\"email_verified\":true,"
                + "\"preferred_username\":\"bob\""),
        argumentSet(
            "Keycloak's ID token, the least", "\"typ\":\"ID\",\"azp\":\"web\",\"acr\":\"1\""),
        argumentSet(
            "Keycloak's refresh token",
            "\"typ\":\"Refresh\",\"azp\":\"web\",\"nonce\":\"n\",\"scope\":\"openid email\""),
        argumentSet("Keycloak's offline token", "\"typ\":\"Offline\",\"azp\":\"web\""),
        argumentSet("Keycloak's logout token", "\"typ\":\"Logout\",\"sid\":\"s\",\"events\":{}"),
        argumentSet(
            "Keycloak's bound token", "\"typ\":\"DPoP\",\"azp\":\"web\",\"cnf\":{\"jkt\":\"t\"}"),
        argumentSet(
            "Okta's ID token",
            "\"name\":\"Bob\",\"ver\":1,\"jti\":\"ID.hPDMIRoQKYgQ\",\"amr\":[\"pwd\"],"
                + "\"idp\":\"00o1\",\"nonce\":\"n\",\"preferred_username\":\"bob@example.com\","
                + "\"auth_time\":1793609990,\"at_hash\":\"preyXp1zBVmTNUzwtP2nwg\""),
        argumentSet(
            "Auth0's ID token",
            "\"nickname\":\"bob\",\"name\":\"bob@example.com\",\"picture\":\"https://x.example\","
                + "\"updated_at\":\"2026-11-02T09:00:00.000Z\",\"email\":\"bob@example.com\","
                + "\"email_verified\":true,\"sid\":\"s\",\"nonce\":\"n\""),
        argumentSet(
            "Entra's ID token",
            "\"idp\":\"https://sts.windows.net/t/\",\"name\":\"Bob\",\"nonce\":\"n\","
                + "\"oid\":\"o\",\"preferred_username\":\"bob@example.com\",\"rh\":\"0.A\","
                + "\"tid\":\"t\",\"uti\":\"u\",\"ver\":\"2.0\""),
        argumentSet(
            "Entra's ID token of the hybrid flow",
            "\"c_hash\":\"h\",\"tid\":\"t\",\"ver\":\"2.0\""),
        argumentSet(
            "Cognito's ID token",
            "\"token_use\":\"id\",\"auth_time\":1,\"email\":\"b@example.com\""),
        argumentSet("a refresh token of others", "\"token_type\":\"refresh\""),
        argumentSet(
            "a logout token",
            "\"sid\":\"s\",\"jti\":\"j\",\"events\":"
                + "{\"http://schemas.openid.net/event/backchannel-logout\":{}}"),
        argumentSet("a security event", "\"events\":{\"https://x.example/event\":{\"a\":1}}"),
        argumentSet("events null", "\"events\":null"),
        argumentSet("bound to a key", "\"cnf\":{\"jwk\":{\"kty\":\"EC\"}}"),
        argumentSet("bound to a key for DPoP", "\"cnf\":{\"jkt\":\"t\"}"),
        argumentSet("bound to a certificate", "\"cnf\":{\"x5t#S256\":\"t\"}"),
        argumentSet("bound to null", "\"cnf\":null"),
        argumentSet("typ of no type", "\"typ\":1"),
        argumentSet("typ null", "\"typ\":null"),
        argumentSet("hash null", "\"at_hash\":null"),
        argumentSet("hash of the code null", "\"c_hash\":null"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void refusesAnotherKindOfToken(String claims) {
    String token = KeyPairs.P256.token("ES256", provider.claims("," + claims));

    assertThat(provider.refusal(token)).isEqualTo(Reason.WRONG_TYPE);
  }

  static Stream<Arguments> accessTokens() {
    return Stream.of(
        argumentSet(
            "Keycloak's",
            ",\"typ\":\"JWT\"",
            "\"typ\":\"Bearer\",\"azp\":\"web\",\"nonce\":\"n\",\"sid\":\"s\",\"acr\":\"1\","
                + "\"scope\":\"openid email\""),
        argumentSet("Keycloak's by RFC 9068", ",\"typ\":\"at+jwt\"", "\"typ\":\"Bearer\""),
        argumentSet(
            "Okta's",
            "",
            "\"ver\":1,\"jti\":\"AT.x\",\"cid\":\"0oa\",\"uid\":\"00u\",\"scp\":[\"openid\"]"),
        argumentSet(
            "Auth0's", ",\"typ\":\"JWT\"", "\"azp\":\"web\",\"gty\":\"client-credentials\""),
        argumentSet("Auth0's by RFC 9068", ",\"typ\":\"at+jwt\"", "\"client_id\":\"web\""),
        argumentSet(
            "Entra's",
            ",\"typ\":\"JWT\",\"x5t\":\"t\",\"nonce\":\"in the header\"",
            "\"appid\":\"a\",\"scp\":\"access_as_user\",\"tid\":\"t\",\"ver\":\"1.0\""),
        argumentSet("Cognito's", "", "\"token_use\":\"access\",\"scope\":\"openid\""),
        argumentSet("in capitals", "", "\"typ\":\"BEARER\",\"token_type\":\"Bearer\""));
  }

  @ParameterizedTest
  @MethodSource("accessTokens")
  void acceptsAnAccessToken(String header, String claims) {
    String token = KeyPairs.P256.token("ES256", KID + header, provider.claims("," + claims));

    assertThat(provider.verified(token).subject()).isEqualTo("bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id+jwt", "logout+jwt", "dpop+jwt", "JOSE", "application/id+jwt", ""})
  void refusesAnotherTypeInTheHeader(String type) {
    String token =
        KeyPairs.P256.token("ES256", KID + ",\"typ\":\"" + type + "\"", provider.claims(""));

    assertThat(provider.refusal(token)).isEqualTo(Reason.WRONG_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt", "Application/AT+JWT"})
  void acceptsTheRequiredTypeInEachSpelling(String type) {
    Provider strict = requiring(type);

    for (String typ : new String[] {"at+jwt", "At+Jwt", "application/at+jwt"}) {
      String token =
          KeyPairs.P256.token("ES256", KID + ",\"typ\":\"" + typ + "\"", strict.claims(""));
      assertThat(strict.verified(token).subject()).isEqualTo("bob");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"typ\":\"JWT\"", ",\"typ\":null", ",\"typ\":\"at+jwt2\""})
  void refusesWhatHasNotTheRequiredType(String header) {
    Provider strict = requiring("at+jwt");

    assertThat(strict.refusal(KeyPairs.P256.token("ES256", KID + header, strict.claims(""))))
        .isEqualTo(Reason.WRONG_TYPE);
  }

  @Test
  void acceptsATypeThatOnlyThisIssuerHas() {
    Provider strict = requiring("okta-internal-at+jwt");
    String header = KID + ",\"typ\":\"application/okta-internal-at+jwt\"";

    String token = KeyPairs.P256.token("ES256", header, strict.claims(""));

    assertThat(strict.verified(token).subject()).isEqualTo("bob");
    assertThat(provider.refusal(token)).isEqualTo(Reason.WRONG_TYPE);
  }
}
