package io.github.authfilters.user;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersJsonTest {

  private static Collection<User> parse(String json) {
    return UsersJson.parse("users.json", json.getBytes(UTF_8));
  }

  @Test
  void readsEveryMember() {
    Collection<User> users =
        parse(
            """
            {"users": [{"username": "alice", "password": "%s", "roles": ["user", "admin"],
              "scopes": ["me"], "disabled": true, "email": "a@b.c", "full_name": {"any": [1]}}]}
            """
                .formatted(Hashes.BCRYPT_ABC));

    assertThat(users).hasSize(1);
    User alice = users.iterator().next();
    assertThat(alice.identity().roles()).containsExactlyInAnyOrder("user", "admin");
    assertThat(alice.identity().scopes()).containsExactly("me");
    assertThat(alice.disabled()).isTrue();
  }

  @Test
  void listsAllMistakesWithTheirLinesAndNoHash() {
    String json =
        """
        {"users": [
          {"username": "alice", "pasword": "%1$s"},
          {"username": "bob", "password": "hunter2",
           "roles": "admin"},
          {"username": "eve", "password": "%1$s"},
          {"username": "eve", "password": "%1$s"}
        ]}
        """
            .formatted(Hashes.BCRYPT_ABC);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(json))
        .withMessageContainingAll(
            "users.json has 5 mistakes",
            "line 2: unknown member 'pasword'; did you mean \"password\"?",
            "line 2: a user without \"password\"",
            "line 3: the password is a password in clear text",
            "line 4: \"roles\" is not a list",
            "line 6: the user 'eve' stands here again")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2", "$2a$10"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nothing | `` | not an object",
        "a list | [] | not an object",
        "an empty object | {} | no \"users\"",
        "another member | {\"user\": []} | did you mean \"users\"",
        "users twice | {\"users\": [], \"users\": []} | stands here again",
        "a member twice | {\"users\": [{\"email\": \"a\", \"email\": \"b\"}]} | stands twice",
        "users no list | {\"users\": {}} | not a list",
        "a user no object | {\"users\": [\"bob\"]} | a user is an object",
        "name a number | {\"users\": [{\"username\": 1}]} | no text",
        "name null | {\"users\": [{\"username\": null}]} | no text",
        "name empty | {\"users\": [{\"username\": \"\"}]} | characters without colon",
        "name with a colon | {\"users\": [{\"username\": \"a:b\"}]} | characters without colon",
        "disabled a text | {\"users\": [{\"disabled\": \"false\"}]} | neither true nor false",
        "a scope with a blank | {\"users\": [{\"scopes\": [\"a b\"]}]} | 'a b' can't be one of",
        "a role no text | {\"users\": [{\"roles\": [[1]]}]} | no text",
        "a bare secret | {\"users\": [{\"password\": hunter2}]} | not JSON",
        "cut off | {\"users\": [{\"password\": \"hunter2 | not JSON",
        "text behind it | {\"users\": []} {} | behind the closing brace",
        "a comment | {\"users\": [] /* hunter2 */} | not JSON",
        "too deep | {\"x\": [[[[[[[[[[[[[[]]]]]]]]]]]]]]} | not JSON"
      })
  void refusesAndRepeatsNoValue(String name, String json, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(json))
        .withMessageStartingWith("users.json has")
        .withMessageContaining("line 1: ")
        .withMessageContaining(reason)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
  }
}
