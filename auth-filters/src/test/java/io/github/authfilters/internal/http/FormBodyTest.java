package io.github.authfilters.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.FakeRequest;
import io.github.authfilters.internal.http.FormBody.Fields;
import io.github.authfilters.internal.http.FormBody.Unreadable;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  private static FormBody read(String text) throws IOException {
    return FormBody.read(FakeRequest.post("/token").form(text).request());
  }

  private static int statusOf(FormBody body) {
    return body instanceof Unreadable unreadable ? unreadable.status() : 200;
  }

  @Test
  void readsFields() throws IOException {
    assertThat(read("grant_type=password&username=John+Doe&password=%C3%BC%26%3D%2B"))
        .isEqualTo(
            new Fields(
                Map.of("grant_type", "password", "username", "John Doe", "password", "\u00fc&=+")));
  }

  @Test
  void leavesOutWhatHasNoValue() throws IOException {
    assertThat(read("a=&b&&c=1=2&")).isEqualTo(new Fields(Map.of("c", "1=2")));
  }

  @Test
  void readsUtf8ThatIsNotEncoded() throws IOException {
    assertThat(read("a=\u00fc")).isEqualTo(new Fields(Map.of("a", "\u00fc")));
  }

  @Test
  void neverReadsTheQuery() throws IOException {
    var request = FakeRequest.post("/token").form("a=1").queryString("b=2").request();

    assertThat(FormBody.read(request)).isEqualTo(new Fields(Map.of("a", "1")));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "a=%zz",
        "a=%",
        "a=%4",
        "a=%+1",
        "%zz=a",
        "a=%ff",
        "a=%C3",
        "a=%C0%80",
        "a=%ED%A0%80",
        "a=%00",
        "a=\u0000",
        "a=%0a",
        "a=%7f",
        "a=%C2%85",
        "%00=a",
        "a=1&a=1",
        "a=&a=1",
        "a=1&a=",
        "a=1&%61=2"
      })
  void refusesAGarbledForm(String text) throws IOException {
    assertThat(statusOf(read(text))).isEqualTo(400);
  }

  @Test
  void refusesBytesThatAreNoUtf8() throws IOException {
    var request =
        FakeRequest.post("/token")
            .header("Content-Type", FORM)
            .body("a=\u00fc".getBytes(ISO_8859_1))
            .request();

    assertThat(statusOf(FormBody.read(request))).isEqualTo(400);
  }

  @Test
  void takesUpToThirtyTwoFields() throws IOException {
    assertThat(statusOf(read(manyFields(32)))).isEqualTo(200);
    assertThat(statusOf(read(manyFields(33)))).isEqualTo(400);
  }

  private static String manyFields(int count) {
    return IntStream.range(0, count).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
  }

  @Test
  void takesUpToSixteenKibibytes() throws IOException {
    assertThat(statusOf(read("a=" + "x".repeat(16 * 1024 - 2)))).isEqualTo(200);
    assertThat(statusOf(read("a=" + "x".repeat(16 * 1024 - 1)))).isEqualTo(413);
  }

  @Test
  void measuresABodyOfUnsaidLength() throws IOException {
    var request =
        FakeRequest.post("/token")
            .header("Content-Type", FORM)
            .body(("a=" + "x".repeat(70_000)).getBytes(UTF_8))
            .request();

    assertThat(statusOf(FormBody.read(request))).isEqualTo(413);
  }

  @Test
  void doesNotReadABodyThatSaysItIsTooLarge() throws IOException {
    var request =
        FakeRequest.post("/token").header("Content-Type", FORM).contentLength(1L << 40).request();

    assertThat(statusOf(FormBody.read(request))).isEqualTo(413);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/x-www-form-urlencoded                      | 200
          Application/X-WWW-Form-Urlencoded ; charset=UTF-8      | 200
          application/x-www-form-urlencoded;charset="utf-8"      | 200
          application/x-www-form-urlencoded;                     | 200
          application/x-www-form-urlencoded;charset=iso-8859-1   | 415
          application/x-www-form-urlencoded;charset=utf-8;x=y    | 415
          application/x-www-form-urlencoded-x                    | 415
          multipart/form-data; boundary=x                        | 415
          application/json                                       | 415
          """)
  void readsFormsInUtf8Only(String type, int status) throws IOException {
    byte[] bytes = "a=1".getBytes(UTF_8);
    var said = FakeRequest.post("/token").header("Content-Type", type).body(bytes).contentLength(3);
    var unsaid = FakeRequest.post("/token").header("Content-Type", type).body(bytes);

    assertThat(statusOf(FormBody.read(said.request()))).isEqualTo(status);
    assertThat(statusOf(FormBody.read(unsaid.request()))).isEqualTo(status);
  }

  @Test
  void refusesABodyWithoutAType() throws IOException {
    var request = FakeRequest.post("/token").body("a=1".getBytes(UTF_8)).request();

    assertThat(statusOf(FormBody.read(request))).isEqualTo(415);
  }

  @Test
  void refusesACompressedBody() throws IOException {
    var compressed = FakeRequest.post("/token").form("a=1").header("Content-Encoding", "gzip");
    var plain = FakeRequest.post("/token").form("a=1").header("Content-Encoding", "identity");

    assertThat(statusOf(FormBody.read(compressed.request()))).isEqualTo(415);
    assertThat(statusOf(FormBody.read(plain.request()))).isEqualTo(200);
  }

  @Test
  void hasNoFieldsWithoutABody() throws IOException {
    Fields none = new Fields(Map.of());

    assertThat(FormBody.read(FakeRequest.post("/token").request())).isEqualTo(none);
    assertThat(FormBody.read(FakeRequest.post("/token").contentLength(0).request()))
        .isEqualTo(none);
    assertThat(read("")).isEqualTo(none);
  }

  @Test
  void doesNotPrintValues() throws IOException {
    assertThat(read("password=s3cret").toString()).doesNotContain("s3cret");
  }
}
