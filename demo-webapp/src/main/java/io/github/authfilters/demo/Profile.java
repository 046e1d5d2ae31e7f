package io.github.authfilters.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** What the application itself knows of a user. */
@JsonPropertyOrder({"username", "email", "full_name", "disabled"})
record Profile(
    String username,
    @Nullable String email,
    @JsonProperty("full_name") @Nullable String fullName,
    boolean disabled) {

  /** For callers with a token of another issuer, of whom we know the name only. */
  static Profile unknown(String username) {
    return new Profile(username, null, null, false);
  }
}
