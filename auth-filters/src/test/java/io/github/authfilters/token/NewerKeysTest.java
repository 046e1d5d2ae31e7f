package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.authfilters.identity.UnavailableException;
import io.github.authfilters.token.RejectedToken.Reason;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When an issuer is asked for newer keys, and what comes of it. */
final class NewerKeysTest {

  private static final KeyPairs OLD = new KeyPairs("old", Pem.ec("secp256r1"));
  private static final KeyPairs NEW = new KeyPairs("new", Pem.ec("secp256r1"));

  private static final KeySet KNOWN = Issuers.keys(KeyPairs.set(OLD.jwk()), Set.of());
  private static final KeySet ROTATED = Issuers.keys(KeyPairs.set(OLD.jwk(), NEW.jwk()), Set.of());

  /** Counts how often it is asked. */
  private static final class Rotating implements KeySource {

    private final KeySet next;
    private int asked;

    Rotating(KeySet next) {
      this.next = next;
    }

    @Override
    public KeySet keys() {
      return KNOWN;
    }

    @Override
    public KeySet newer(KeySet than) {
      assertThat(than).isSameAs(KNOWN);
      asked++;
      return next;
    }
  }

  private static Provider provider(KeySource source) {
    return new Provider(
        TrustedIssuer.other(
            Issuers.settings(Provider.NAME, Provider.AUDIENCE), new Evidence.Signature(source)));
  }

  @Test
  void findsANewKeyByItsKid() {
    Rotating source = new Rotating(ROTATED);
    Provider provider = provider(source);

    VerifiedToken token = provider.verified(NEW.token("ES256", provider.claims("")));

    assertThat(token.subject()).isEqualTo("bob");
    assertThat(source.asked).isOne();
  }

  @Test
  void findsANewKeyForATokenWithoutAKid() {
    Rotating source = new Rotating(ROTATED);
    Provider provider = provider(source);

    VerifiedToken token = provider.verified(NEW.token("ES256", "", provider.claims("")));

    assertThat(token.subject()).isEqualTo("bob");
    assertThat(source.asked).isOne();
  }

  @Test
  void doesNotAskWhereAKnownKeyProvesTheToken() {
    Rotating source = new Rotating(ROTATED);
    Provider provider = provider(source);

    provider.verified(OLD.token("ES256", provider.claims("")));
    provider.verified(OLD.token("ES256", "", provider.claims("")));

    assertThat(source.asked).isZero();
  }

  static Stream<Arguments> hopeless() {
    return Stream.of(
        argumentSet("forged for a known kid", "ES256", ",\"kid\":\"old\"", Reason.BAD_SIGNATURE),
        argumentSet("known kid, other alg", "ES384", ",\"kid\":\"old\"", Reason.WRONG_ALGORITHM),
        argumentSet("alg of a secret", "HS256", ",\"kid\":\"x\"", Reason.UNKNOWN_KEY),
        argumentSet("alg none", "none", ",\"kid\":\"x\"", Reason.UNKNOWN_KEY),
        argumentSet("alg none, no kid", "none", "", Reason.WRONG_ALGORITHM),
        argumentSet("kid empty", "ES256", ",\"kid\":\"\"", Reason.UNKNOWN_KEY),
        argumentSet("kid null", "ES256", ",\"kid\":null", Reason.UNKNOWN_KEY),
        argumentSet("kid a number", "ES256", ",\"kid\":7", Reason.UNKNOWN_KEY),
        argumentSet("crit", "ES256", ",\"kid\":\"x\",\"crit\":[]", Reason.UNKNOWN_CRITICAL_HEADER),
        argumentSet("typ", "ES256", ",\"kid\":\"x\",\"typ\":\"id+jwt\"", Reason.WRONG_TYPE));
  }

  @ParameterizedTest
  @MethodSource("hopeless")
  void doesNotAskForATokenThatNoNewKeyCouldProve(String algorithm, String more, Reason reason) {
    Rotating source = new Rotating(ROTATED);
    Provider provider = provider(source);
    String header = "{\"alg\":\"" + algorithm + "\"" + more + "}";

    assertThat(provider.refusal(Tokens.MALLORY.sign(header, provider.claims(""))))
        .isEqualTo(reason);
    assertThat(source.asked).isZero();
  }

  @Test
  void refusesWhatTheNewestKeysDoNotHaveEither() {
    Rotating source = new Rotating(KNOWN);
    Provider provider = provider(source);

    assertThat(provider.refusal(NEW.token("ES256", provider.claims(""))))
        .isEqualTo(Reason.UNKNOWN_KEY);
    assertThat(provider.refusal(NEW.token("ES256", "", provider.claims(""))))
        .isEqualTo(Reason.BAD_SIGNATURE);
    assertThat(source.asked).isEqualTo(2);
  }

  @Test
  void refusesAForgedTokenOfANewKey() {
    Provider provider = provider(new Rotating(ROTATED));
    KeyPairs mallory = new KeyPairs("new", Pem.ec("secp256r1"));

    assertThat(provider.refusal(mallory.token("ES256", provider.claims(""))))
        .isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void letsThroughThatTheIssuerIsOutOfReach() {
    UnavailableException outOfReach = new UnavailableException("issuer", Duration.ofSeconds(1));
    KeySource broken =
        new KeySource() {
          @Override
          public KeySet keys() {
            return KNOWN;
          }

          @Override
          public KeySet newer(KeySet than) {
            throw outOfReach;
          }
        };
    Provider provider = provider(broken);
    String token = NEW.token("ES256", provider.claims(""));

    assertThatThrownBy(() -> provider.verifier.verify(token)).isSameAs(outOfReach);
  }
}
