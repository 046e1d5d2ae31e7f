package io.github.authfilters.token;

import java.util.Optional;

/** Asks an issuer about a token that only it can read (RFC 7662). */
interface Introspector {

  /**
   * What the issuer says of an active token, without the member {@code active}; empty for one that
   * isn't active. Throws {@link io.github.authfilters.identity.UnavailableException} where the
   * issuer can't be asked.
   */
  Optional<JsonObject> ask(String presented);
}
