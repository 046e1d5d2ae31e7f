package io.github.authfilters.token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of one issuer at one time: immutable, so that a new set replaces an old one at once. */
final class KeySet {

  private final List<TokenKey> keys;

  private KeySet(List<TokenKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /** A key that is there twice counts once. */
  static KeySet of(List<TokenKey> keys) throws UnusableKeyException {
    Map<String, TokenKey> byId = new HashMap<>();
    List<TokenKey> distinct = new ArrayList<>();
    for (TokenKey key : keys) {
      TokenKey namesake = byId.putIfAbsent(key.id(), key);
      if (namesake == null) {
        distinct.add(key);
      } else if (!namesake.isSameKeyAs(key)) {
        throw new UnusableKeyException(
            "two different keys have the same kid; each has its own, e.g. \"2026-11\"");
      }
    }
    return new KeySet(distinct);
  }

  /** Stands in until other issuers' sets are read leniently. */
  static KeySet ofOthers(String jwkSet, Set<String> algorithms) throws UnusableKeyException {
    List<TokenKey> keys = new ArrayList<>();
    for (com.nimbusds.jose.jwk.JWK jwk : JwkText.read(jwkSet)) {
      keys.add(TokenKey.of(jwk));
    }
    if (keys.size() > 100 || algorithms.contains("none")) {
      throw new UnusableKeyException("the JWK set has over 100 keys");
    }
    return new KeySet(keys);
  }

  List<TokenKey> all() {
    return keys;
  }

  @Override
  public String toString() {
    return "KeySet" + keys;
  }
}
