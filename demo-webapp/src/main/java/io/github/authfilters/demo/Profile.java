package io.github.authfilters.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.authfilters.token.VerifiedToken;
import org.jspecify.annotations.Nullable;

/** What the application itself knows of a user. */
@JsonPropertyOrder({"username", "email", "full_name", "disabled"})
record Profile(
    String username,
    @Nullable String email,
    @JsonProperty("full_name") @Nullable String fullName,
    boolean disabled) {

  /** For callers with a token of another issuer: what the token says (OpenID Connect's names). */
  static Profile of(VerifiedToken token) {
    String username = text(token, "preferred_username");
    return new Profile(
        username == null ? token.subject() : username,
        text(token, "email"),
        text(token, "name"),
        false);
  }

  private static @Nullable String text(VerifiedToken token, String claim) {
    return token.claims().get(claim) instanceof String text ? text : null;
  }

  /** For a user who is not in the file. */
  static Profile unknown(String username) {
    return new Profile(username, null, null, false);
  }
}
