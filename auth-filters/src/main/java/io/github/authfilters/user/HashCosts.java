package io.github.authfilters.user;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the hashes of a store cost: one decoy for each format with its parameters.
 *
 * <p>Where they differ, every login spends all of them, so that its time tells nothing. No more
 * than the {@value #MOST} dearest: a login must not cost ever more.
 */
record HashCosts(List<PasswordHash> decoys, boolean complete) {

  static final int MOST = 4;

  HashCosts {
    decoys = List.copyOf(decoys);
  }

  static HashCosts of(Collection<PasswordHash> hashes) {
    Map<String, PasswordHash> distinct = new LinkedHashMap<>();
    hashes.forEach(hash -> distinct.putIfAbsent(hash.cost(), hash));
    List<PasswordHash> dearest =
        distinct.values().stream()
            .sorted(Comparator.comparingLong(PasswordHash::work).reversed())
            .limit(MOST)
            .map(PasswordHash::decoy)
            .toList();
    return new HashCosts(dearest, distinct.size() <= MOST);
  }
}
