package io.github.authfilters.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.RetryingJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;

/**
 * Tries a refresh in the background twice, and tells the issuer's health. What a request waits for
 * is tried once: its attempts are paced, so that no flood of requests becomes one of fetches.
 */
final class PacedRetry extends JWKSetSourceWrapper<SecurityContext> {

  private final JWKSetSource<SecurityContext> retrying;
  private final IssuerHealth health;

  PacedRetry(JWKSetSource<SecurityContext> source, IssuerHealth health) {
    super(source);
    this.retrying = new RetryingJWKSetSource<>(source, null);
    this.health = health;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator evaluator, long now, @Nullable SecurityContext context)
      throws KeySourceException {
    boolean isWaitedFor =
        evaluator == JWKSetCacheRefreshEvaluator.forceRefresh()
            || evaluator == JWKSetCacheRefreshEvaluator.noRefresh();
    try {
      JWKSet keys = (isWaitedFor ? getSource() : retrying).getJWKSet(evaluator, now, context);
      health.succeeded();
      return keys;
    } catch (KeySourceException e) {
      health.failed(String.valueOf(e.getMessage()));
      throw e;
    }
  }
}
