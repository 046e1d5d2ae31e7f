package io.github.authfilters.token;

import java.time.Instant;

/**
 * Port: the tokens that are dead before their time.
 *
 * <p>An entry may be forgotten from its end on, never before: not for lack of room, and not for the
 * age of the list. Where that can't be kept, or a list can't be asked, both methods throw {@link
 * io.github.authfilters.identity.UnavailableException}. All threads use one list.
 */
public interface RevocationList {

  /**
   * Makes {@link #isRevoked} answer true until the given instant. Of two ends for the same token
   * the later one counts; one that isn't in the future changes nothing.
   *
   * @param tokenId names the token among those of all issuers; short and without a secret
   */
  void revoke(String tokenId, Instant until);

  /**
   * False for what was never revoked, and from the end of an entry on, the very instant included.
   */
  boolean isRevoked(String tokenId);
}
