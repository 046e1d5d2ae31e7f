package io.github.authfilters.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The claims of a token (RFC 7519, section 4.1, and RFC 9068), each of its right type; whether they
 * hold now and here is not asked yet.
 *
 * @param id empty where there is no {@code jti}
 * @param all every claim as it was read, deeply immutable
 */
record Claims(
    String subject,
    Optional<String> id,
    Set<String> audience,
    Instant expiresAt,
    Optional<Instant> notBefore,
    Optional<Instant> issuedAt,
    Set<String> roles,
    Set<String> scopes,
    Map<String, Object> all) {

  /** The last second of the year 9999, as far as date libraries agree. */
  private static final long LATEST = 253_402_300_799L;

  private static final int NANOS = 1_000_000_000;

  /** Empty where {@code sub}, {@code aud} or {@code exp} is missing or any has a wrong type. */
  static Optional<Claims> read(JsonObject payload, ClaimPaths paths) {
    Optional<String> subject = nonEmpty(payload, "sub");
    Optional<List<String>> audience = audience(payload);
    Optional<Instant> expiresAt = date(payload, "exp");
    Optional<String> id = nonEmpty(payload, "jti");
    Optional<Instant> notBefore = date(payload, "nbf");
    Optional<Instant> issuedAt = date(payload, "iat");
    Optional<Set<String>> roles = ClaimPaths.united(paths.roles(), payload);
    Optional<Set<String>> scopes = ClaimPaths.united(paths.scopes(), payload);
    if (subject.isEmpty()
        || audience.isEmpty()
        || expiresAt.isEmpty()
        || isUnusable(payload, "jti", id)
        || isUnusable(payload, "nbf", notBefore)
        || isUnusable(payload, "iat", issuedAt)
        || roles.isEmpty()
        || scopes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Claims(
            subject.get(),
            id,
            Set.copyOf(audience.get()),
            expiresAt.get(),
            notBefore,
            issuedAt,
            roles.get(),
            scopes.get(),
            payload.members()));
  }

  private static boolean isUnusable(JsonObject payload, String name, Optional<?> read) {
    return payload.has(name) && read.isEmpty();
  }

  private static Optional<String> nonEmpty(JsonObject payload, String name) {
    return payload.member(name, String.class).filter(text -> !text.isEmpty());
  }

  private static Optional<List<String>> audience(JsonObject payload) {
    return payload.member("aud", String.class).map(List::of).or(() -> payload.strings("aud"));
  }

  /** A NumericDate (RFC 7519, section 2) from 1970 on, with or without decimals. */
  private static Optional<Instant> date(JsonObject payload, String name) {
    Optional<Instant> whole =
        payload
            .member(name, Long.class)
            .filter(seconds -> seconds >= 0 && seconds <= LATEST)
            .map(Instant::ofEpochSecond);
    return whole.or(
        () ->
            payload
                .member(name, Double.class)
                .filter(seconds -> seconds >= 0 && seconds <= LATEST)
                .map(Claims::decimalDate));
  }

  private static Instant decimalDate(double seconds) {
    long whole = (long) seconds;
    return Instant.ofEpochSecond(whole, (long) ((seconds - whole) * NANOS));
  }
}
