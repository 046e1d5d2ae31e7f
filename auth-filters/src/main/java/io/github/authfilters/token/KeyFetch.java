package io.github.authfilters.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the key set of an issuer when Nimbus' sources find that it is time.
 *
 * <p>What they hand on is empty: a {@link JWKSet} can't hold keys that fit several algorithms, nor
 * be read leniently. It stands for {@link #keys}, the last good set.
 */
final class KeyFetch implements JWKSetSource<SecurityContext> {

  /** How long the last good set counts while the issuer is out of reach. */
  static final Duration GOOD_FOR = Duration.ofHours(24);

  private final IssuerHttp http;
  private final KeyPlace place;
  private final Set<String> algorithms;
  private volatile @Nullable Fetched last;
  private volatile long asked = Long.MIN_VALUE;

  private record Fetched(String text, KeySet keys, long at) {}

  KeyFetch(IssuerHttp http, KeyPlace place, Set<String> algorithms) {
    this.http = http;
    this.place = place;
    this.algorithms = algorithms;
  }

  /** The last good set; empty where there was none or it is 24 hours old. */
  Optional<KeySet> keys(long now) {
    Fetched known = last;
    return known == null || now >= known.at + GOOD_FOR.toMillis()
        ? Optional.empty()
        : Optional.of(known.keys);
  }

  /** When Nimbus' sources asked last, whatever came of it. */
  long asked() {
    return asked;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator evaluator, long now, @Nullable SecurityContext context)
      throws JWKSetUnavailableException {
    asked = now;
    try {
      last = fetched(http.get(place.at(now)), now);
      return new JWKSet();
    } catch (IssuerFailure e) {
      place.forget();
      throw new JWKSetUnavailableException(e.getMessage());
    } catch (UnusableKeyException e) {
      place.forget();
      throw new JWKSetUnavailableException("its key set can't be used: " + e.getMessage());
    }
  }

  /** A text that is the same as before leaves the very same keys. */
  private Fetched fetched(String text, long now) throws UnusableKeyException {
    Fetched before = last;
    if (before != null && before.text.equals(text)) {
      return new Fetched(text, before.keys, now);
    }
    return new Fetched(text, KeySet.ofOthers(text, algorithms), now);
  }

  @Override
  public void close() {}
}
