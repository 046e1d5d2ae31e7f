package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RemoteKeysTest {

  private final RemoteRealm realm = new RemoteRealm();
  private final TestProvider provider = realm.provider;

  @AfterEach
  void close() {
    realm.close();
  }

  @Test
  void findsTheKeysByTheMetadata() {
    KeySource source = realm.discovered();

    assertThat(RemoteRealm.kids(source)).isEqualTo(provider.kids());
  }

  @Test
  void findsTheKeysAtAUrlWithoutMetadata() {
    KeySource source = realm.atUrl();

    assertThat(RemoteRealm.kids(source)).isEqualTo(provider.kids());
    assertThat(provider.asked(TestProvider.METADATA)).isZero();
  }

  @Test
  void asksForTheMetadataOfRfc8414WhereThereAreNoneOfOpenId() {
    String issuer = provider.issuer() + "/realm";
    provider.answer(
        "/.well-known/oauth-authorization-server/realm",
        ProviderAnswer.json(
            "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer, provider.jwks())));

    KeySource source =
        RemoteKeys.of(RemoteRealm.settings(issuer, new IssuerKeys.Discovered()), realm.client);

    assertThat(RemoteRealm.kids(source)).isEqualTo(provider.kids());
    assertThat(provider.asked("/realm" + TestProvider.METADATA)).isOne();
  }

  @Test
  void fetchesAtStartWithoutBeingAsked() {
    realm.discovered();

    RemoteRealm.eventually(() -> provider.asked(TestProvider.JWKS) == 1);
  }

  @Test
  void fetchesOnceForManyRequests() {
    KeySource source = realm.discovered();
    KeySet first = known(source);

    for (int i = 0; i < 1000; i++) {
      assertThat(source.keys()).isSameAs(first);
    }

    assertThat(provider.asked(TestProvider.JWKS)).isOne();
    assertThat(provider.asked(TestProvider.METADATA)).isOne();
  }

  @Test
  void refreshesInTheBackgroundAfterFiveMinutes() {
    KeySource source = realm.discovered();
    KeySet old = known(source);
    provider.rotate("RS256");

    realm.clock.advance(Duration.ofMinutes(5).minusMillis(1));
    source.keys();
    assertThat(provider.asked(TestProvider.JWKS)).isOne();
    realm.clock.advance(Duration.ofMillis(1));

    RemoteRealm.eventually(() -> source.keys() != old);
    assertThat(RemoteRealm.kids(source)).isEqualTo(provider.kids());
    assertThat(provider.asked(TestProvider.JWKS)).isEqualTo(2);
  }

  @Test
  void forgetsAWithdrawnKeyWithoutAnyTraffic() {
    KeySource source = realm.discovered();
    known(source);
    provider.rotate("ES256");
    provider.withdrawOldKeys();

    realm.clock.advance(Duration.ofMinutes(6));
    realm.client.threads().tick();

    RemoteRealm.eventually(() -> provider.asked(TestProvider.JWKS) == 2);
    RemoteRealm.eventually(() -> RemoteRealm.kids(source).equals(provider.kids()));
  }

  @Test
  void leavesTheSameKeysWhereTheTextIsTheSame() {
    KeySource source = realm.discovered();
    KeySet first = known(source);

    assertThat(source.newer(first)).isSameAs(first);
    assertThat(provider.asked(TestProvider.JWKS)).isEqualTo(2);
  }

  @Test
  void neverWaitsForARefreshOfKeysThatItHas() throws Exception {
    KeySource source = realm.discovered();
    KeySet known = known(source);
    TestProvider.Hold hold = provider.hold(TestProvider.JWKS);

    realm.clock.advance(Duration.ofMinutes(10));
    source.keys();
    hold.awaitArrival();

    // The refresh hangs until it is let go on below.
    assertThat(source.keys()).isSameAs(known);
    hold.release();
  }

  @Test
  void neverWaitsForARefreshAfterTheProcessStoodStillForHours() throws Exception {
    KeySource source = realm.discovered();
    KeySet known = known(source);
    TestProvider.Hold hold = provider.hold(TestProvider.JWKS);

    realm.clock.advance(Duration.ofHours(5));

    assertThat(source.keys()).isSameAs(known);
    hold.awaitArrival();
    assertThat(source.keys()).isSameAs(known);
    hold.release();
  }

  @Test
  void looksForTheKeysAnewWhereTheyHaveMoved() {
    KeySource source = realm.discovered();
    known(source);
    provider.rotate("ES256");
    provider.answer(TestProvider.JWKS, ProviderAnswer.status(404));
    provider.answer("/moved", ProviderAnswer.json(provider.jwkSet()));
    provider.answer(
        TestProvider.METADATA,
        ProviderAnswer.json(
            "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/moved\"}"
                .formatted(provider.issuer(), provider.issuer())));

    realm.clock.advance(Duration.ofMinutes(5));
    source.keys();

    RemoteRealm.eventually(() -> RemoteRealm.kids(source).equals(provider.kids()));
    assertThat(provider.asked(TestProvider.METADATA)).isEqualTo(2);
  }

  @Test
  void refusesHttpWithoutItsSetting() {
    IssuerSettings safe = safe(provider.issuer(), new IssuerKeys.Discovered());
    IssuerSettings safeUrl = safe("the issuer", new IssuerKeys.AtUrl(provider.jwks()));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RemoteKeys.of(safe, realm.client))
        .withMessageContaining("https");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RemoteKeys.of(safeUrl, realm.client))
        .withMessageContaining("https");
    assertThat(provider.requests()).isEmpty();
  }

  @Test
  void refusesAnIssuerToDiscoverThatIsNoUrl() {
    IssuerSettings settings = RemoteRealm.settings("my issuer", new IssuerKeys.Discovered());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RemoteKeys.of(settings, realm.client))
        .withMessageContaining("\"my issuer\" is no URL");
  }

  @Test
  void refusesAUrlWithAUser() {
    IssuerSettings settings =
        RemoteRealm.settings(
            "x", new IssuerKeys.AtUrl(URI.create("https://a:b@login.example.com/keys")));

    assertThatIllegalArgumentException().isThrownBy(() -> RemoteKeys.of(settings, realm.client));
  }

  private static IssuerSettings safe(String issuer, IssuerKeys keys) {
    return RemoteRealm.overHttp(RemoteRealm.settings(issuer, keys), false);
  }

  private static KeySet known(KeySource source) {
    assertThat(RemoteRealm.kids(source)).isNotEmpty();
    return source.keys();
  }
}
