package io.github.authfilters.token;

import java.time.Instant;

/** Port: the tokens that are dead before their time. */
public interface RevocationList {

  void revoke(String tokenId, Instant until);

  boolean isRevoked(String tokenId);
}
