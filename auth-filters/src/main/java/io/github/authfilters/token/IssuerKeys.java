package io.github.authfilters.token;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** Where the keys of another issuer are, or who is asked instead. */
public sealed interface IssuerKeys {

  /** At the place that the issuer's metadata name: OpenID Connect Discovery, or RFC 8414. */
  record Discovered() implements IssuerKeys {}

  /** A JWK set (RFC 7517) at a URL. */
  record AtUrl(URI jwks) implements IssuerKeys {

    @Override
    public String toString() {
      return "AtUrl[" + IssuerUrl.withoutQuery(jwks.toString()) + "]";
    }
  }

  /**
   * A JWK set at hand.
   *
   * @param jwkSet gives the newest text that is any good, the very same one as long as nothing
   *     changes
   */
  record InText(Supplier<String> jwkSet) implements IssuerKeys {}

  /**
   * No keys: the issuer is asked for each token (RFC 7662).
   *
   * @param client the {@code client_id} to ask with
   * @param secret its {@code client_secret}
   * @param remembered how long an answer is good for; zero for this request only
   */
  record Introspected(URI endpoint, String client, String secret, Duration remembered)
      implements IssuerKeys {

    @Override
    public String toString() {
      return "Introspected[" + IssuerUrl.withoutQuery(endpoint.toString()) + "]";
    }
  }
}
