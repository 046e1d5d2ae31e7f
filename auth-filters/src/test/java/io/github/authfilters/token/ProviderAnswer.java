package io.github.authfilters.token;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What {@link TestProvider} writes to a connection on which it was asked, good or hostile. */
public interface ProviderAnswer {

  /** The connection ends behind it. */
  void write(String path, String body, OutputStream out) throws IOException, InterruptedException;

  static ProviderAnswer json(String text) {
    return of(200, "application/json", text);
  }

  static ProviderAnswer status(int status) {
    return of(status, "application/json", "{}");
  }

  static ProviderAnswer of(int status, String contentType, String text) {
    return (path, body, out) -> {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      head(out, status, "Content-Type: " + contentType + "\r\nContent-Length: " + bytes.length);
      out.write(bytes);
    };
  }

  static ProviderAnswer redirect(int status, String location) {
    return (path, body, out) ->
        head(out, status, "Location: " + location + "\r\nContent-Length: 0");
  }

  /** A body that never ends, as fast as it goes. */
  static ProviderAnswer endless() {
    return (path, body, out) -> {
      head(out, 200, "Content-Type: application/json");
      byte[] blanks = " ".repeat(8192).getBytes(StandardCharsets.US_ASCII);
      while (true) {
        out.write(blanks);
      }
    };
  }

  /** A header that never ends, one byte at a time. */
  static ProviderAnswer dripOfHeader() {
    return (path, body, out) -> {
      out.write("HTTP/1.1 200 OK\r\nX-Drip: ".getBytes(StandardCharsets.US_ASCII));
      drip(out);
    };
  }

  /** A body that never ends, one byte at a time. */
  static ProviderAnswer dripOfBody() {
    return (path, body, out) -> {
      head(out, 200, "Content-Type: application/json");
      drip(out);
    };
  }

  /** The connection ends without a word. */
  static ProviderAnswer nothing() {
    return (path, body, out) -> {};
  }

  private static void drip(OutputStream out) throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    do {
      out.write('x');
      out.flush();
    } while (!never.await(20, TimeUnit.MILLISECONDS));
  }

  private static void head(OutputStream out, int status, String fields) throws IOException {
    String head = "HTTP/1.1 " + status + " Said\r\nConnection: close\r\n" + fields + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
  }
}
