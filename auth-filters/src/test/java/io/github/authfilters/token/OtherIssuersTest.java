package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.authfilters.FakeClock;
import io.github.authfilters.token.RejectedToken.Reason;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several issuers at once, each with keys of its own. */
final class OtherIssuersTest {

  private static final KeyPairs ALICES = new KeyPairs("1", Pem.ec("secp256r1"));
  private static final KeyPairs BOBS = new KeyPairs("1", Pem.ec("secp256r1"));
  private static final String A = "https://a.example";
  private static final String B = "https://a.example/";

  private final FakeClock clock = new FakeClock();
  private final TokenVerifier verifier =
      verifier(
          Issuers.withKeys(Issuers.settings(A, "api", "api://also"), KeyPairs.set(ALICES.jwk())),
          Issuers.withKeys(Issuers.settings(B, "api"), KeyPairs.set(BOBS.jwk())));

  private TokenVerifier verifier(TrustedIssuer... issuers) {
    return new TokenVerifier(List.of(issuers), new MemoryRevocationList(clock), clock);
  }

  private String claims(String issuer, String audience) {
    return "{\"iss\":\"%s\",\"sub\":\"s\",\"aud\":%s,\"exp\":%d}"
        .formatted(issuer, audience, clock.instant().getEpochSecond() + 60);
  }

  private Object verdict(String token) {
    Verdict verdict = verifier.verify(token);
    return verdict instanceof RejectedToken rejected ? rejected.reason() : "verified";
  }

  @Test
  void keepsTheSameKidOfTwoIssuersApart() {
    assertThat(verdict(ALICES.token("ES256", claims(A, "\"api\"")))).isEqualTo("verified");
    assertThat(verdict(BOBS.token("ES256", claims(B, "\"api\"")))).isEqualTo("verified");
    assertThat(verdict(BOBS.token("ES256", claims(A, "\"api\"")))).isEqualTo(Reason.BAD_SIGNATURE);
    assertThat(verdict(ALICES.token("ES256", claims(B, "\"api\""))))
        .isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void takesATrailingSlashForAnotherIssuer() {
    TokenVerifier one =
        verifier(Issuers.withKeys(Issuers.settings(A, "api"), KeyPairs.set(ALICES.jwk())));

    Verdict verdict = one.verify(ALICES.token("ES256", claims(B, "\"api\"")));

    assertThat(verdict).isEqualTo(new RejectedToken(Reason.UNKNOWN_ISSUER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"api\"", "\"api://also\"", "[\"another\",\"api://also\"]"})
  void acceptsAnyOfTheAudiences(String audience) {
    assertThat(verdict(ALICES.token("ES256", claims(A, audience)))).isEqualTo("verified");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"api://also/\"", "\"another\"", "[]", "[\"API\"]"})
  void refusesATokenForAnotherClientOfTheSameIssuer(String audience) {
    assertThat(verdict(ALICES.token("ES256", claims(A, audience))))
        .isEqualTo(Reason.WRONG_AUDIENCE);
  }

  @Test
  void refusesAnAudienceOfAnotherIssuer() {
    assertThat(verdict(BOBS.token("ES256", claims(B, "\"api://also\""))))
        .isEqualTo(Reason.WRONG_AUDIENCE);
  }

  @Test
  void asksNobodyForATokenOfAnUnknownIssuer() {
    KeySource never =
        new KeySource() {
          @Override
          public KeySet keys() {
            throw new AssertionError("asked");
          }

          @Override
          public KeySet newer(KeySet than) {
            throw new AssertionError("asked");
          }
        };
    TokenVerifier careful =
        verifier(TrustedIssuer.other(Issuers.settings(A, "api"), new Evidence.Signature(never)));

    Verdict verdict = careful.verify(ALICES.token("ES256", claims("https://b.example", "\"api\"")));

    assertThat(verdict).isEqualTo(new RejectedToken(Reason.UNKNOWN_ISSUER));
  }

  @Test
  void keepsTenIssuersApartAtOnce() throws Exception {
    List<KeyPairs> keys =
        IntStream.range(0, 10).mapToObj(i -> new KeyPairs("1", Pem.pair("Ed25519"))).toList();
    TokenVerifier ten =
        verifier(
            IntStream.range(0, 10)
                .mapToObj(
                    i ->
                        Issuers.withKeys(
                            Issuers.settings(A + i, "api"), KeyPairs.set(keys.get(i).jwk())))
                .toArray(TrustedIssuer[]::new));
    ExecutorService pool = Executors.newFixedThreadPool(10);
    try {
      List<Future<Boolean>> threads = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        threads.add(pool.submit(journeys(ten, keys, i)));
      }
      for (Future<Boolean> thread : threads) {
        assertThat(thread.get()).isTrue();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private Callable<Boolean> journeys(TokenVerifier ten, List<KeyPairs> keys, int own) {
    return () -> {
      for (int i = 0; i < 10; i++) {
        String token = keys.get(own).token("EdDSA", claims(A + i, "\"api\""));
        boolean verified =
            ten.verify(token) instanceof VerifiedToken proof && proof.issuer().equals(A + i);
        if (verified != (i == own)) {
          return false;
        }
      }
      return true;
    };
  }

  @Test
  void takesNoKeyFromTheTokenAndFetchesNone() throws Exception {
    KeyPairs mallory = new KeyPairs("mallory", Pem.ec("secp256r1"));
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/keys";
      for (String member :
          List.of(
              ",\"jwk\":" + mallory.jwk(),
              ",\"jku\":\"" + url + "\"",
              ",\"x5u\":\"" + url + "\"",
              ",\"x5c\":[\"" + Tokens.encode(mallory.pair().getPublic().getEncoded()) + "\"]")) {
        String claims = claims(A, "\"api\"");
        assertThat(verdict(mallory.token("ES256", member, claims))).isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(verdict(mallory.token("ES256", member + ",\"kid\":\"1\"", claims)))
            .isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(verdict(mallory.token("ES256", member + ",\"kid\":\"mallory\"", claims)))
            .isEqualTo(Reason.UNKNOWN_KEY);
        assertThat(verdict(ALICES.token("ES256", member, claims))).isEqualTo("verified");
      }
      server.setSoTimeout(200);
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }
}
