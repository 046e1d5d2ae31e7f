package io.github.authfilters.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.FakeRequest;
import io.github.authfilters.identity.Credentials;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicHeaderTest {

  private static Optional<Credentials> read(String field) {
    return BasicHeader.read(FakeRequest.get("/").header("Authorization", field).request());
  }

  private static String basic(String text) {
    return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "Basic am9obmRvZTpzZWNyZXQ=",
        "basic am9obmRvZTpzZWNyZXQ=",
        "BASIC   am9obmRvZTpzZWNyZXQ=",
        " Basic am9obmRvZTpzZWNyZXQ= \t"
      })
  void readsCredentials(String field) {
    assertThat(read(field)).contains(new Credentials("johndoe", "secret"));
  }

  @Test
  void readsUtf8() {
    assertThat(read(basic("J\u00f6rg:\u20ac\ud83d\ude00")))
        .contains(new Credentials("J\u00f6rg", "\u20ac\ud83d\ude00"));
  }

  @Test
  void partsAtTheFirstColon() {
    assertThat(read(basic("johndoe:se:cr:et"))).contains(new Credentials("johndoe", "se:cr:et"));
  }

  @ParameterizedTest(name = "{0}: [{1}]")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          nothing|''
          the scheme alone|Basic
          a tab for the blank|Basic\tam9obmRvZTpzZWNyZXQ=
          a tab after the blank|Basic \tam9obmRvZTpzZWNyZXQ=
          another scheme|Bearer am9obmRvZTpzZWNyZXQ=
          a longer scheme|Basics am9obmRvZTpzZWNyZXQ=
          no padding|Basic am9obmRvZTpzZWNyZXQ
          too much padding|Basic am9obmRvZTpzZWNyZXQ==
          unused bits set|Basic am9obmRvZTpzZWNyZXR=
          a character of another alphabet|Basic am9o!bmRvZTpzZWNyZXQ=
          a blank inside|Basic am9obmRv ZTpzZWNyZXQ=
          text behind the padding|Basic am9obmRvZTpzZWNyZXQ=x
          a second scheme|Basic am9obmRvZTpzZWNyZXQ=, Basic am9obmRvZTpzZWNyZXQ=
          non-ASCII|Basic am9obmRvZTpzZWNyZXQ\u00fc
          """)
  void refusesWhatIsNotToTheLetter(String name, String field) {
    assertThat(read(field)).isEmpty();
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "johnsecret",
        ":secret",
        "johndoe:",
        ":",
        "john\u0000doe:secret",
        "johndoe:secret\u0000",
        "johndoe:sec\nret",
        "johndoe:secret\u007f",
        "john\u0085doe:secret"
      })
  void refusesCredentialsThatNobodyHas(String text) {
    assertThat(read(basic(text))).isEmpty();
  }

  @Test
  void refusesWhatIsNoUtf8() {
    String latin1 = Base64.getEncoder().encodeToString("J\u00f6rg:x".getBytes(ISO_8859_1));

    assertThat(read("Basic " + latin1)).isEmpty();
  }

  @Test
  void refusesTwoFields() {
    var request =
        FakeRequest.get("/")
            .header("Authorization", basic("johndoe:secret"))
            .header("Authorization", basic("johndoe:secret"))
            .request();

    assertThat(BasicHeader.read(request)).isEmpty();
  }

  @Test
  void refusesAFieldOverFourKibibytes() {
    assertThat(read(basic("johndoe:" + "x".repeat(3050)))).isPresent();
    assertThat(read(basic("johndoe:" + "x".repeat(3070)))).isEmpty();
  }

  @Test
  void findsNothingWithoutAField() {
    assertThat(BasicHeader.read(FakeRequest.get("/").request())).isEmpty();
  }
}
