package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.authfilters.identity.Identity;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TokenThreadsTest {

  private static final int THREADS = 50;

  private final Realm realm = new Realm();

  static Stream<Arguments> keys() {
    return Stream.of(
        argumentSet("HS256", Tokens.OURS.secret(), 50),
        argumentSet("ES256", Pem.ofEc("secp256r1"), 3),
        argumentSet("Ed25519", Pem.ofPrivate("Ed25519"), 3));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void neverMixesUpTheTokensOfFiftyThreads(String key, int rounds) throws Exception {
    SigningKeys keys = SigningKeys.parse(List.of(key));
    TokenVerifier verifier =
        new TokenVerifier(
            List.of(TrustedIssuer.ourselves(Realm.US, Realm.AUDIENCE, () -> keys)),
            realm.revoked,
            realm.clock);
    TokenIssuer issuer =
        new TokenIssuer(
            Realm.US,
            Realm.AUDIENCE,
            Duration.ofMinutes(5),
            () -> keys,
            realm.clock,
            new SecureRandom());
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        String name = "user " + i;
        threads.add(
            pool.submit(
                () -> {
                  start.await();
                  journeys(name, rounds, issuer, verifier);
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> thread : threads) {
        thread.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void journeys(
      String name, int rounds, TokenIssuer issuer, TokenVerifier verifier) {
    Identity identity = new Identity(name, Set.of("role of " + name), Set.of());
    for (int round = 0; round < rounds; round++) {
      IssuedToken issued = issuer.issue(identity, Set.of());
      Verdict verdict = verifier.verify(issued.value());
      assertThat(verdict).isInstanceOf(VerifiedToken.class);
      VerifiedToken token = (VerifiedToken) verdict;
      assertThat(token.subject()).isEqualTo(name);
      assertThat(token.id()).isEqualTo(issued.id());
      assertThat(token.roles()).containsExactly("role of " + name);
      verifier.revoke(token);
      assertThat(verifier.verify(issued.value()))
          .isEqualTo(
              new RejectedToken(RejectedToken.Reason.REVOKED, Optional.of(issued.fingerprint())));
    }
  }
}
