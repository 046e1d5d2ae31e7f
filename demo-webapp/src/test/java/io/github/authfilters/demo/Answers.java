package io.github.authfilters.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

/** Compares an answer with a table's short form of it. */
final class Answers {

  private static final String BEARER = "Bearer realm=\"auth-filters\"";

  private Answers() {}

  /**
   * The short form is a status, or several as "400/401", and perhaps RFC 6750's error code. A 401
   * without a code is to have a challenge without one.
   */
  static void assertBearer(Response response, String expected) {
    List<String> words = List.of(expected.split(" ", -1));
    assertThat(response.status()).as(response.toString()).isIn(statuses(expected));
    assertThat(response.content()).doesNotContain("Exception", "\tat ");
    if (words.size() > 1) {
      assertThat(response.field("WWW-Authenticate"))
          .startsWith(BEARER + ", error=\"" + words.get(1) + "\"");
    } else if (expected.equals("401")) {
      assertThat(response.field("WWW-Authenticate")).isEqualTo(BEARER);
    }
  }

  /** A 401 is to ask for a user name and a password, without a word why. */
  static void assertBasic(Response response, String expected) {
    assertThat(response.status()).as(response.toString()).isIn(statuses(expected));
    if (response.status() == 401) {
      assertThat(response.field("WWW-Authenticate"))
          .isEqualTo("Basic realm=\"auth-filters\", charset=\"UTF-8\"");
      assertThat(response.all("Set-Cookie")).isEmpty();
      assertThat(response.field("Cache-Control")).contains("no-store");
    }
  }

  static List<Integer> statuses(String expected) {
    String first = expected.split(" ", 2)[0];
    return Arrays.stream(first.split("/", -1)).map(Integer::valueOf).toList();
  }
}
