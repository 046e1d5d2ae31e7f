package io.github.authfilters.token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of one issuer at one time: immutable, so that a new set replaces an old one at once. */
final class KeySet {

  /** Of another issuer, the useless ones included. The largest in use have a dozen. */
  private static final int MAX_OTHERS = 100;

  private final List<TokenKey> keys;

  private KeySet(List<TokenKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /** A key of ours that is there twice counts once. */
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

  /**
   * Reads the JWK set (RFC 7517) of another issuer, without the keys that prove no signature or
   * that are no good. An empty array is a set without keys.
   *
   * @param allowed the names of algorithms, e.g. {@code RS256}; empty for all that a key fits
   * @throws UnusableKeyException if it is no JWK set, has more than 100 keys, or has keys and none
   *     that can be used
   */
  static KeySet ofOthers(String jwkSet, Set<String> allowed) throws UnusableKeyException {
    List<?> members =
        StrictJson.parse(jwkSet)
            .flatMap(json -> json.member("keys", List.class))
            .orElseThrow(
                () -> new UnusableKeyException("it is no JWK set, which is {\"keys\":[…]}"));
    if (members.size() > MAX_OTHERS) {
      throw new UnusableKeyException(
          "the JWK set has " + members.size() + " keys, and " + MAX_OTHERS + " is the most");
    }
    List<TokenKey> keys = new ArrayList<>();
    UnusableKeyException last = null;
    for (Object member : members) {
      try {
        keys.add(OthersJwk.key(member, allowed));
      } catch (UnusableKeyException e) {
        last = e;
      }
    }
    if (last != null && keys.isEmpty()) {
      throw new UnusableKeyException(
          "none of the JWK set's keys can be used; of the last one: " + last.getMessage());
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
