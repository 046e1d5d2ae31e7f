package io.github.authfilters.token;

/**
 * The keys of one issuer, which may change.
 *
 * <p>Both methods throw {@link io.github.authfilters.identity.UnavailableException} where nobody
 * can tell. All threads use one source.
 */
interface KeySource {

  /** The keys as they are known now; never waits once any are known. */
  KeySet keys();

  /**
   * Asks for keys newer than these, which didn't have the one that a token needs; the same set
   * where there are none. However often it is asked, the issuer is asked seldom: where the keys are
   * at hand, never, and they are newer only if they have just changed.
   */
  default KeySet newer(KeySet than) {
    return keys();
  }
}
