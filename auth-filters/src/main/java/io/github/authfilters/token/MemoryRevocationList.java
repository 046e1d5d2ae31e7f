package io.github.authfilters.token;

import java.time.Instant;
import java.time.InstantSource;

/** Revoked tokens in this node's memory. */
public final class MemoryRevocationList implements RevocationList {

  public MemoryRevocationList(InstantSource clock) {}

  @Override
  public void revoke(String tokenId, Instant until) {}

  @Override
  public boolean isRevoked(String tokenId) {
    throw new UnsupportedOperationException();
  }
}
