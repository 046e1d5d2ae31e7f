package io.github.authfilters.token;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.authfilters.identity.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Issues this realm's own tokens: JWT access tokens of RFC 9068.
 *
 * <p>One issuer serves all threads.
 */
public final class TokenIssuer {

  private static final int ID_BYTES = 16;

  /** RFC 6749, section 3.3. */
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  private final String issuer;
  private final String audience;
  private final Duration lifetime;
  private final Supplier<SigningKeys> keys;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * @throws IllegalArgumentException if issuer or audience is blank, or the lifetime isn't whole
   *     seconds, one at least
   */
  public TokenIssuer(
      String issuer,
      String audience,
      Duration lifetime,
      Supplier<SigningKeys> keys,
      InstantSource clock,
      SecureRandom random) {
    if (issuer.isBlank() || audience.isBlank()) {
      throw new IllegalArgumentException("an issuer has a name and an audience, e.g. auth-filters");
    }
    if (lifetime.toSeconds() < 1 || lifetime.toNanosPart() != 0) {
      throw new IllegalArgumentException("a lifetime is whole seconds, one at least, e.g. PT30M");
    }
    this.issuer = issuer;
    this.audience = audience;
    this.lifetime = lifetime;
    this.keys = keys;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A token for the identity, with these of its scopes: those that it hasn't are left out, and so
   * are those that aren't scopes in OAuth's sense, e.g. with a blank in them.
   *
   * @throws IllegalStateException if the roles and scopes make it longer than any verifier takes
   */
  public IssuedToken issue(Identity identity, Set<String> scopes) {
    Set<String> granted = new TreeSet<>(scopes);
    granted.retainAll(identity.scopes());
    granted.removeIf(scope -> !SCOPE.matcher(scope).matches());
    byte[] idBytes = new byte[ID_BYTES];
    random.nextBytes(idBytes);
    String id = Base64UrlText.of(idBytes);
    TokenKey key = keys.get().signing();
    String signingInput =
        Base64UrlText.of(header(key)) + '.' + Base64UrlText.of(payload(identity, granted, id));
    byte[] signature = key.sign(signingInput.getBytes(StandardCharsets.US_ASCII));
    String value = signingInput + '.' + Base64UrlText.of(signature);
    if (value.length() > CompactToken.MAX_LENGTH) {
      throw new IllegalStateException(
          "a token for this user would have %d characters; 8192 is the most: give it fewer roles"
              .formatted(value.length()));
    }
    return new IssuedToken(value, id, lifetime, granted);
  }

  private static byte[] header(TokenKey key) {
    return json(
        json -> {
          json.writeStringField("alg", key.algorithm());
          json.writeStringField("typ", "at+jwt");
          json.writeStringField("kid", key.id());
        });
  }

  private byte[] payload(Identity identity, Set<String> scopes, String id) {
    long now = clock.instant().getEpochSecond();
    return json(
        json -> {
          json.writeStringField("iss", issuer);
          json.writeStringField("sub", identity.name());
          json.writeStringField("aud", audience);
          json.writeNumberField("exp", now + lifetime.toSeconds());
          json.writeNumberField("iat", now);
          json.writeNumberField("nbf", now);
          json.writeStringField("jti", id);
          json.writeStringField("scope", String.join(" ", scopes));
          json.writeArrayFieldStart("roles");
          for (String role : new TreeSet<>(identity.roles())) {
            json.writeString(role);
          }
          json.writeEndArray();
        });
  }

  private static byte[] json(Members members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = StrictJson.FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a name or a role is not well-formed Unicode", e);
    }
    return bytes.toByteArray();
  }

  /** Writes the members of an object. */
  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }
}
