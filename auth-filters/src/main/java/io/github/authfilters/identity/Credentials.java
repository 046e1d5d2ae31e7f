package io.github.authfilters.identity;

/**
 * A user name and a password as a caller claims them: nothing about them has been proven.
 *
 * @param username what the caller says it is called; without control characters
 * @param password the password in clear text; without control characters
 */
public record Credentials(String username, String password) {

  /** Hides both parts: a user name field often holds a password typed one field too early. */
  @Override
  public String toString() {
    return "Credentials[hidden]";
  }
}
