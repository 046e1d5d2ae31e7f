package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IssuerUrlTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "https://a.example/jwks, https://a.example/jwks",
        "https://a.example/jwks?key=k, https://a.example/jwks?…",
        "https://a.example?key=k&b=/?c hangs, https://a.example?… hangs",
        "//a.example/?k and https://b.example/?l, //a.example/?… and https://b.example/?…",
        "it says \"https://a.example/?k\"; why?, it says \"https://a.example/?…\"; why?"
      })
  void leavesTheQueriesOfUrlsOut(String text, String shown) {
    assertThat(IssuerUrl.withoutQuery(text)).isEqualTo(shown);
  }

  @Test
  void showsNoQueryInAFailure() {
    IssuerFailure failure = new IssuerFailure("https://a.example/jwks?key=k can't be asked");

    assertThat(failure).hasMessage("https://a.example/jwks?… can't be asked");
  }

  @Test
  void showsNoQueryOfASetting() {
    URI url = URI.create("http://a.example/place?key=k");

    assertThat(new IssuerKeys.AtUrl(url)).hasToString("AtUrl[http://a.example/place?…]");
    assertThat(new IssuerKeys.Introspected(url, "me", "secret", Duration.ZERO))
        .hasToString("Introspected[http://a.example/place?…]");
    assertThatThrownBy(() -> IssuerUrl.ofSetting(url.toString(), false))
        .hasMessageContaining("place?…")
        .hasMessageNotContaining("key=k");
    assertThatThrownBy(() -> IssuerUrl.ofSetting("http://a b/place?key=k", false))
        .hasMessageNotContaining("key=k");
    IssuerSettings settings =
        RemoteRealm.overHttp(RemoteRealm.settings("the issuer", new IssuerKeys.AtUrl(url)), false);
    assertThatThrownBy(() -> IssuerRules.check(settings))
        .hasMessageContaining("place?…")
        .hasMessageNotContaining("key=k");
  }
}
