package io.github.authfilters.token;

import java.net.URI;
import java.util.Optional;

/**
 * The metadata of an issuer: OpenID Connect Discovery 1.0, section 4, or else RFC 8414, section 3.
 */
final class Discovery {

  private final URI issuer;
  private final String name;
  private final boolean insecureHttp;

  /**
   * @throws IllegalArgumentException if the issuer is no URL that can be asked
   */
  Discovery(IssuerSettings settings) {
    this.name = settings.issuer();
    this.insecureHttp = settings.insecureHttp();
    this.issuer = IssuerUrl.ofSetting(name, insecureHttp);
    if (issuer.getRawQuery() != null) {
      throw new IllegalArgumentException(
          Quoted.of(name)
              + " can't be asked: an issuer has no query, e.g. https://login.example.com");
    }
  }

  /** Where the keys are. */
  URI jwks(IssuerHttp http) throws IssuerFailure {
    URI first = openIdPlace();
    try {
      return jwks(first, http.get(first));
    } catch (IssuerFailure e) {
      if (!e.isAbsent()) {
        throw e;
      }
      return jwks(http, e.getMessage());
    }
  }

  private URI jwks(IssuerHttp http, String before) throws IssuerFailure {
    URI second = oauthPlace();
    try {
      return jwks(second, http.get(second));
    } catch (IssuerFailure e) {
      throw new IssuerFailure(before + ", and " + e.getMessage());
    }
  }

  /** Behind the issuer's path. */
  URI openIdPlace() {
    return URI.create(origin() + path() + "/.well-known/openid-configuration");
  }

  /** Before the issuer's path. */
  URI oauthPlace() {
    return URI.create(origin() + "/.well-known/oauth-authorization-server" + path());
  }

  private String origin() {
    return issuer.getScheme() + "://" + issuer.getRawAuthority();
  }

  /** Both specifications take a slash at the end away first. */
  private String path() {
    String path = issuer.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** The {@code jwks_uri} of metadata that are this issuer's. */
  URI jwks(URI place, String text) throws IssuerFailure {
    JsonObject metadata =
        StrictJson.parse(text)
            .orElseThrow(() -> new IssuerFailure(place + " answers with malformed JSON"));
    checkIssuer(place, metadata.member("issuer", String.class).orElse(""));
    String found = metadata.member("jwks_uri", String.class).orElse("");
    URI jwks;
    try {
      jwks = URI.create(found);
    } catch (IllegalArgumentException e) {
      throw new IssuerFailure(place + " has a jwks_uri that is no URL: " + Quoted.of(found));
    }
    Optional<String> objection = IssuerUrl.objection(jwks, insecureHttp);
    if (objection.isPresent()) {
      throw new IssuerFailure(
          place + " has the jwks_uri " + Quoted.of(found) + "; " + objection.get());
    }
    checkNetwork(place, jwks);
    return jwks;
  }

  private void checkIssuer(URI place, String claimed) throws IssuerFailure {
    if (claimed.equals(name)) {
      return;
    }
    boolean isSlash = claimed.equals(name + '/') || name.equals(claimed + '/');
    throw new IssuerFailure(
        place
            + " is of issuer "
            + Quoted.of(claimed)
            + " and has to be of "
            + Quoted.of(name)
            + (isSlash ? "; only a slash at the end differs, write it as there" : ""));
  }

  private void checkNetwork(URI place, URI jwks) throws IssuerFailure {
    if (PrivateNetwork.mayBeAt(jwks.getHost()) && !PrivateNetwork.isAt(issuer.getHost())) {
      throw new IssuerFailure(
          place
              + " has the jwks_uri "
              + Quoted.of(jwks.toString())
              + ", which is in a private network, and the issuer isn't; name the URL in the setting"
              + " if that is meant: jwks=URL");
    }
  }
}
