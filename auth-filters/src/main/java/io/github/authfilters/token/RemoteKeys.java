package io.github.authfilters.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.CachingJWKSetSource;
import com.nimbusds.jose.jwk.source.CachingJWKSetSource.RefreshCompletedEvent;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.jwk.source.RefreshAheadCachingJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.events.Event;
import io.github.authfilters.identity.UnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The keys of an issuer, fetched over HTTP.
 *
 * <p>Nimbus caches them, refreshes them ahead of their end, retries and gets over an outage. It
 * makes the caller wait where its cache is too old, so that requests ask it only where it isn't.
 */
final class RemoteKeys implements KeySource {

  private static final Duration CACHED = Duration.ofMinutes(15);
  private static final Duration REFRESHED_AHEAD = Duration.ofMinutes(10);
  private static final Duration LOCK_WAIT = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOADS = Duration.ofSeconds(2);
  private static final Duration BETWEEN_FORCED = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final KeyFetch fetch;
  private final RefreshAheadCachingJWKSetSource<SecurityContext> cache;
  private final PacedCall load;
  private final PacedCall force;
  private volatile long cachedUntil = Long.MIN_VALUE;

  private RemoteKeys(IssuerSettings settings, IssuerClient client, KeyPlace place) {
    this.clock = client.clock();
    this.fetch = new KeyFetch(client.http(), place, settings.algorithms());
    this.cache = cache(settings.issuer(), client);
    this.load = call(settings, client, this::loadOnce, BETWEEN_LOADS);
    this.force =
        call(
            settings,
            client,
            () -> ask(JWKSetCacheRefreshEvaluator.forceRefresh()),
            BETWEEN_FORCED);
  }

  /**
   * Fetches nothing yet, but in the background.
   *
   * @throws IllegalArgumentException if the settings are unusable
   */
  static KeySource of(IssuerSettings settings, IssuerClient client) {
    IssuerKeys keys = settings.keys();
    if (keys instanceof IssuerKeys.InText text) {
      return TextKeys.of(settings, text.jwkSet());
    }
    KeyPlace place;
    if (keys instanceof IssuerKeys.AtUrl at) {
      place = KeyPlace.fixed(IssuerUrl.ofSetting(at.jwks().toString(), settings.insecureHttp()));
    } else if (keys instanceof IssuerKeys.Discovered) {
      place = KeyPlace.discovered(new Discovery(settings), client.http());
    } else {
      throw new IllegalArgumentException("an issuer that is asked for each token has no keys");
    }
    RemoteKeys remote = new RemoteKeys(settings, client, place);
    client.threads().look(remote::look);
    return remote;
  }

  private RefreshAheadCachingJWKSetSource<SecurityContext> cache(
      String issuer, IssuerClient client) {
    IssuerHealth health =
        new IssuerHealth(issuer, "the keys that are known count for 24 hours", client);
    return new RefreshAheadCachingJWKSetSource<>(
        new OutageTolerantJWKSetSource<>(
            new PacedRetry(fetch, health), KeyFetch.GOOD_FOR.toMillis(), null),
        CACHED.toMillis(),
        LOCK_WAIT.toMillis(),
        REFRESHED_AHEAD.toMillis(),
        client.threads().pool(),
        false,
        this::cached,
        null,
        false);
  }

  private void cached(Event<CachingJWKSetSource<SecurityContext>, SecurityContext> event) {
    if (event instanceof RefreshCompletedEvent) {
      cachedUntil = fetch.asked() + CACHED.toMillis();
    }
  }

  private static PacedCall call(
      IssuerSettings settings, IssuerClient client, PacedCall.Call call, Duration pause) {
    return new PacedCall(
        "the keys of issuer " + Quoted.of(settings.issuer()),
        call,
        pause,
        client.threads().pool(),
        client.clock());
  }

  @Override
  public KeySet keys() {
    Optional<KeySet> known = look();
    if (known.isPresent()) {
      return known.get();
    }
    load.await();
    return loaded();
  }

  @Override
  public KeySet newer(KeySet than) {
    KeySet known = keys();
    if (known != than) {
      return known;
    }
    force.await();
    return loaded();
  }

  /** The keys that are known; has them fetched in the background where it is time for that. */
  private Optional<KeySet> look() {
    long now = clock.millis();
    Optional<KeySet> known = fetch.keys(now);
    if (known.isPresent() && now < cachedUntil) {
      refreshAhead(now);
    } else {
      load.begin();
    }
    return known;
  }

  private void refreshAhead(long now) {
    try {
      var unused = cache.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), now, null);
    } catch (KeySourceException e) {
      throw new IllegalStateException("a cache that isn't too old answers at once", e);
    }
  }

  private void loadOnce() throws IssuerFailure {
    ask(
        fetch.keys(clock.millis()).isPresent()
            ? JWKSetCacheRefreshEvaluator.noRefresh()
            : JWKSetCacheRefreshEvaluator.forceRefresh());
  }

  private void ask(JWKSetCacheRefreshEvaluator evaluator) throws IssuerFailure {
    try {
      var unused = cache.getJWKSet(evaluator, clock.millis(), null);
    } catch (KeySourceException e) {
      throw new IssuerFailure(String.valueOf(e.getMessage()));
    }
  }

  private KeySet loaded() {
    return fetch
        .keys(clock.millis())
        .orElseThrow(() -> UnavailableException.logged("the keys are 24 hours old", BETWEEN_LOADS));
  }
}
