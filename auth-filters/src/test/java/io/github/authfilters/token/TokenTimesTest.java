package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.token.RejectedToken.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TokenTimesTest {

  private final Realm realm = new Realm();

  private String ofOther(String claims) {
    return Tokens.MALLORY.sign(
        "{\"iss\":\"%s\",\"sub\":\"bob\",\"aud\":\"also\",%s}".formatted(Realm.OTHER, claims));
  }

  @Test
  void acceptsATokenANanosecondBeforeItExpires() {
    String token = Tokens.OURS.sign(realm.claims(""));

    realm.clock.advance(Duration.ofSeconds(60).minusNanos(1));

    assertThat(realm.verified(token).subject()).isEqualTo("alice");
  }

  @Test
  void refusesATokenThatExpiresNow() {
    String token = Tokens.OURS.sign(realm.claims(""));

    realm.clock.advance(Duration.ofSeconds(60));

    assertThat(realm.refusal(token)).isEqualTo(Reason.EXPIRED);
  }

  @Test
  void refusesATokenThatExpiresAtAFractionOfNow() {
    String token = ofOther("\"exp\":%d.5".formatted(realm.in(0)));

    realm.clock.advance(Realm.OTHER_SKEW.plusMillis(500));

    assertThat(realm.refusal(token)).isEqualTo(Reason.EXPIRED);
  }

  @Test
  void acceptsATokenBeforeTheFractionAtWhichItExpires() {
    String token = ofOther("\"exp\":%d.5".formatted(realm.in(0)));

    realm.clock.advance(Realm.OTHER_SKEW.plusMillis(499));

    assertThat(realm.verified(token).subject()).isEqualTo("bob");
  }

  @Test
  void acceptsATokenThatBeginsNow() {
    String token = Tokens.OURS.sign(realm.claims(",\"nbf\":" + realm.in(10)));

    realm.clock.advance(Duration.ofSeconds(10));

    assertThat(realm.verified(token).subject()).isEqualTo("alice");
  }

  @Test
  void refusesATokenANanosecondBeforeItBegins() {
    String token = Tokens.OURS.sign(realm.claims(",\"nbf\":" + realm.in(10)));

    realm.clock.advance(Duration.ofSeconds(10).minusNanos(1));

    assertThat(realm.refusal(token)).isEqualTo(Reason.NOT_YET_VALID);
  }

  @Test
  void grantsAnotherIssuerItsSkewAtTheEnd() {
    String token = ofOther("\"exp\":" + realm.in(0));

    realm.clock.advance(Realm.OTHER_SKEW.minusNanos(1));

    assertThat(realm.verified(token).subject()).isEqualTo("bob");
  }

  @Test
  void refusesATokenOfAnotherIssuerWhenItsSkewIsOver() {
    String token = ofOther("\"exp\":" + realm.in(0));

    realm.clock.advance(Realm.OTHER_SKEW);

    assertThat(realm.refusal(token)).isEqualTo(Reason.EXPIRED);
  }

  @Test
  void grantsAnotherIssuerItsSkewAtTheBeginning() {
    String claims = "\"exp\":%d,\"nbf\":%d";

    String just = ofOther(claims.formatted(realm.in(300), realm.in(60)));
    String early = ofOther(claims.formatted(realm.in(300), realm.in(61)));

    assertThat(realm.verified(just).subject()).isEqualTo("bob");
    assertThat(realm.refusal(early)).isEqualTo(Reason.NOT_YET_VALID);
  }

  @Test
  void refusesATokenOfOursFromTheFuture() {
    String ours =
        "{\"iss\":\"%s\",\"sub\":\"alice\",\"aud\":\"%s\",\"jti\":\"id\",\"iat\":%d,\"exp\":%d}";

    String drifted =
        Tokens.OURS.sign(ours.formatted(Realm.US, Realm.AUDIENCE, realm.in(60), realm.in(300)));
    String future =
        Tokens.OURS.sign(ours.formatted(Realm.US, Realm.AUDIENCE, realm.in(61), realm.in(300)));

    assertThat(realm.verified(drifted).subject()).isEqualTo("alice");
    assertThat(realm.refusal(future)).isEqualTo(Reason.NOT_YET_VALID);
  }
}
