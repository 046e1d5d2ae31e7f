package io.github.authfilters.token;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where the key set of an issuer is: fixed, or as its metadata say, which are read seldom. */
final class KeyPlace {

  private static final long GOOD_FOR = Duration.ofHours(1).toMillis();

  private final Finder finder;
  private volatile @Nullable Found found;

  private interface Finder {
    URI find() throws IssuerFailure;
  }

  private record Found(URI place, long at) {}

  private KeyPlace(Finder finder) {
    this.finder = finder;
  }

  static KeyPlace fixed(URI place) {
    return new KeyPlace(() -> place);
  }

  static KeyPlace discovered(Discovery discovery, IssuerHttp http) {
    return new KeyPlace(() -> discovery.jwks(http));
  }

  /** Asks the metadata when an hour has passed, that hour's end included. */
  URI at(long now) throws IssuerFailure {
    Found known = found;
    if (known != null && now < known.at + GOOD_FOR) {
      return known.place;
    }
    URI place = finder.find();
    found = new Found(place, now);
    return place;
  }

  /** The place was no good: next time it is found anew. */
  void forget() {
    found = null;
  }
}
