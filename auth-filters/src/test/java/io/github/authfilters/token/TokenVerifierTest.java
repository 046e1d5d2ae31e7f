package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.authfilters.identity.Identity;
import io.github.authfilters.identity.UnavailableException;
import io.github.authfilters.token.RejectedToken.Reason;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TokenVerifierTest {

  private final Realm realm = new Realm();

  private String ofOther(String more) {
    return Tokens.MALLORY.sign(
        "{\"iss\":\"%s\",\"sub\":\"bob\",\"aud\":\"also\",\"exp\":%d%s}"
            .formatted(Realm.OTHER, realm.in(60), more));
  }

  @Test
  void provesWhatTheIssuerHasIssued() {
    TokenIssuer issuer =
        new TokenIssuer(
            Realm.US,
            Realm.AUDIENCE,
            Duration.ofMinutes(5),
            () -> realm.keys,
            realm.clock,
            new SecureRandom());
    Identity alice = new Identity("alice", Set.of("user"), Set.of("me", "items"));
    IssuedToken issued = issuer.issue(alice, Set.of("me", "items"));

    VerifiedToken token = realm.verified(issued.value());

    assertThat(token.getName()).isEqualTo("alice");
    assertThat(token.issuer()).isEqualTo(Realm.US);
    assertThat(token.id()).isEqualTo(issued.id());
    assertThat(token.roles()).containsExactly("user");
    assertThat(token.scopes()).containsExactlyInAnyOrder("me", "items");
    assertThat(token.issuedAt()).isEqualTo(realm.clock.instant());
    assertThat(token.expiresAt()).isEqualTo(realm.clock.instant().plusSeconds(300));
    assertThat(token.isOurs()).isTrue();
    assertThat(token.fingerprint()).isEqualTo(issued.fingerprint());
  }

  @Test
  void provesATokenWithoutAKid() {
    VerifiedToken token = realm.verified(Tokens.OURS.sign(realm.claims("")));

    assertThat(token.subject()).isEqualTo("alice");
    assertThat(token.roles()).isEmpty();
    assertThat(token.scopes()).isEmpty();
  }

  @Test
  void showsAllClaimsAndLetsNobodyChangeThem() {
    String more = ",\"x\":{\"list\":[1,2.5,true,null,{\"a\":\"b\"}],\"none\":null},\"y\":null";

    Map<String, Object> claims = realm.verified(Tokens.OURS.sign(realm.claims(more))).claims();

    Map<?, ?> inner = (Map<?, ?>) Objects.requireNonNull(claims.get("x"));
    List<?> list = (List<?>) Objects.requireNonNull(inner.get("list"));
    assertThat(claims).containsEntry("sub", "alice").doesNotContainKey("y");
    assertThat(claims.get("x")).isEqualTo(Map.of("list", List.of(1L, 2.5, true, Map.of("a", "b"))));
    assertThat(claims).isUnmodifiable();
    assertThatThrownBy(() -> inner.clear()).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> list.clear()).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void refusesARevokedToken() {
    String text = Tokens.OURS.sign(realm.claims(""));
    VerifiedToken token = realm.verified(text);

    realm.verifier.revoke(token);
    realm.verifier.revoke(token);

    assertThat(realm.refusal(text)).isEqualTo(Reason.REVOKED);
  }

  @Test
  void refusesARevokedTokenInAnyOtherSpelling() {
    VerifiedToken token = realm.verified(Tokens.OURS.sign(realm.claims("")));

    realm.verifier.revoke(token);

    assertThat(realm.refusal(Tokens.OURS.sign(realm.claims(",\"more\":1"))))
        .isEqualTo(Reason.REVOKED);
  }

  @Test
  void leavesTheSameIdOfAnotherIssuerAlive() {
    realm.verifier.revoke(realm.verified(Tokens.OURS.sign(realm.claims(""))));

    VerifiedToken token = realm.verified(ofOther(",\"jti\":\"id\""));

    assertThat(token.id()).isEqualTo("id");
    assertThat(token.isOurs()).isFalse();
  }

  @Test
  void revokesUntilTheEndAndTheSkewOfTheIssuer() {
    String text = ofOther(",\"jti\":\"id\"");
    realm.verifier.revoke(realm.verified(text));

    realm.clock.advance(Duration.ofSeconds(60).plus(Realm.OTHER_SKEW).minusNanos(1));

    assertThat(realm.refusal(text)).isEqualTo(Reason.REVOKED);
  }

  @Test
  void revokesATokenOfAnotherIssuerThatHasNoId() {
    String text = ofOther("");
    realm.verifier.revoke(realm.verified(text));

    VerifiedToken sibling = realm.verified(ofOther(",\"iat\":1"));

    assertThat(realm.refusal(text)).isEqualTo(Reason.REVOKED);
    assertThat(sibling.id()).hasSize(43);
  }

  @Test
  void dates1970WhatAnotherIssuerDoesNotDate() {
    VerifiedToken token = realm.verified(ofOther(""));

    assertThat(token.issuedAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void refusesATokenThatEndsWhileTheListIsAsked() {
    RevocationList slow =
        new RevocationList() {
          @Override
          public void revoke(String tokenId, Instant until) {}

          @Override
          public boolean isRevoked(String tokenId) {
            realm.clock.advance(Duration.ofSeconds(60));
            return false;
          }
        };

    Verdict verdict = realm.verifier(slow).verify(Tokens.OURS.sign(realm.claims("")));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            RejectedToken.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(Reason.EXPIRED);
              assertThat(rejected.fingerprint()).isPresent();
            });
  }

  @Test
  void letsThroughThatTheListIsOutOfReach() {
    UnavailableException outOfReach = new UnavailableException("list", Duration.ofSeconds(1));
    RevocationList broken =
        new RevocationList() {
          @Override
          public void revoke(String tokenId, Instant until) {
            throw outOfReach;
          }

          @Override
          public boolean isRevoked(String tokenId) {
            throw outOfReach;
          }
        };
    String text = Tokens.OURS.sign(realm.claims(""));

    assertThatThrownBy(() -> realm.verifier(broken).verify(text)).isSameAs(outOfReach);
    assertThatThrownBy(() -> realm.verifier(broken).revoke(realm.verified(text)))
        .isSameAs(outOfReach);
  }

  @Test
  void verifiesByEveryKeyOfTheRealm() {
    SigningKeys both =
        SigningKeys.parse(List.of(Tokens.MALLORY.secret() + "\n" + Tokens.OURS.secret()));
    TokenVerifier verifier =
        new TokenVerifier(
            List.of(TrustedIssuer.ourselves(Realm.US, Realm.AUDIENCE, () -> both)),
            realm.revoked,
            realm.clock);

    Verdict verdict = verifier.verify(Tokens.OURS.sign(realm.claims("")));

    assertThat(verdict).isInstanceOf(VerifiedToken.class);
  }

  @Test
  void refusesTwoIssuersOfOneName() {
    TrustedIssuer us = TrustedIssuer.ourselves(Realm.US, Realm.AUDIENCE, () -> realm.keys);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TokenVerifier(List.of(us, us), realm.revoked, realm.clock))
        .withMessageContaining(Realm.US);
  }

  @Test
  void saysNothingOfTheTokenWhenPrinted() {
    VerifiedToken token = realm.verified(Tokens.OURS.sign(realm.claims(",\"x\":\"private\"")));

    assertThat(token.toString())
        .isEqualTo(
            "VerifiedToken[subject=alice, issuer=https://us.example,"
                + " expiresAt=2026-11-02T09:01:00Z]");
    assertThat(realm.keys.toString()).isEqualTo("SigningKeys[TokenKey[HS256]]");
  }

  @Test
  void takesTwoReadingsOfOneTokenForEqual() {
    String text = Tokens.OURS.sign(realm.claims(""));

    VerifiedToken one = realm.verified(text);
    VerifiedToken two = realm.verified(text);

    assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
    assertThat(one).isNotEqualTo(realm.verified(ofOther(",\"jti\":\"id\"")));
  }
}
