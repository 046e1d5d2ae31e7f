package io.github.authfilters.token;

import io.github.authfilters.FakeClock;
import io.github.authfilters.identity.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A provider, a clock that stands still, and what asks the one by the other. */
final class RemoteRealm implements AutoCloseable {

  /** Far longer than anything takes that ends by itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final FakeClock clock = new FakeClock();
  final TestProvider provider = new TestProvider();
  final IssuerClient client;

  /** With limits on time that no test on this machine meets by accident. */
  RemoteRealm() {
    this(Duration.ofSeconds(30));
  }

  RemoteRealm(Duration longestExchange) {
    client = new IssuerClient(clock, longestExchange);
  }

  KeySource discovered() {
    return RemoteKeys.of(settings(provider.issuer(), new IssuerKeys.Discovered()), client);
  }

  KeySource atUrl() {
    return RemoteKeys.of(settings("the issuer", new IssuerKeys.AtUrl(provider.jwks())), client);
  }

  static IssuerSettings settings(String issuer, IssuerKeys keys) {
    return new IssuerSettings(
        issuer,
        Set.of("the api"),
        keys,
        Set.of(),
        Optional.empty(),
        List.of("roles"),
        List.of("scope"),
        Duration.ofSeconds(60),
        true);
  }

  static IssuerSettings overHttp(IssuerSettings settings, boolean allowed) {
    return new IssuerSettings(
        settings.issuer(),
        settings.audiences(),
        settings.keys(),
        settings.algorithms(),
        settings.type(),
        settings.rolePaths(),
        settings.scopePaths(),
        settings.clockSkew(),
        allowed);
  }

  /** The ids of the keys, as soon as there are any. */
  static List<String> kids(KeySource source) {
    KeySet[] known = new KeySet[1];
    eventually(
        () -> {
          try {
            known[0] = source.keys();
            return true;
          } catch (UnavailableException e) {
            return false;
          }
        });
    return kids(known[0]);
  }

  static List<String> kids(KeySet keys) {
    return keys.all().stream().map(TokenKey::id).toList();
  }

  /** Returns when it holds, and fails where it never does. */
  static void eventually(BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still not so after " + PATIENCE);
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  @Override
  public void close() {
    client.close();
    provider.close();
  }
}
