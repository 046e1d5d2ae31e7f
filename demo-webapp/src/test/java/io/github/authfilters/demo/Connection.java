package io.github.authfilters.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An HTTP/1.1 connection that sends what it is given, for one request after the other. */
final class Connection implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 20_000;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final String host;

  /** From one of loopback's many addresses, each of which is a client of its own to the server. */
  Connection(InetAddress clientAddress, int port) {
    this.host = "127.0.0.1:" + port;
    try {
      socket.bind(new InetSocketAddress(clientAddress, 0));
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Response send(Request request) {
    return send(request.bytes(host), request.method().equals("HEAD"));
  }

  Response send(byte[] request, boolean isHead) {
    try {
      write(request);
      return read(isHead);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server may answer and close before it has read everything: then the answer counts. */
  private void write(byte[] request) throws IOException {
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
    } catch (SocketException e) {
      return;
    }
  }

  private Response read(boolean isHead) throws IOException {
    String status;
    do {
      try {
        status = line();
      } catch (EOFException | SocketException e) {
        return Response.NONE;
      }
      if (status.startsWith("HTTP/1.1 100")) {
        line();
      }
    } while (status.startsWith("HTTP/1.1 100"));
    List<String> fields = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      fields.add(line);
    }
    Response head =
        new Response(Integer.parseInt(status.split(" ", 3)[1]), List.copyOf(fields), "");
    boolean hasNoBody = isHead || head.status() == 204 || head.status() == 304;
    return hasNoBody ? head : new Response(head.status(), head.fields(), body(head));
  }

  private String body(Response head) throws IOException {
    if (head.field("Transfer-Encoding").equals("chunked")) {
      StringBuilder body = new StringBuilder();
      for (String chunk = chunk(); !chunk.isEmpty(); chunk = chunk()) {
        body.append(chunk);
      }
      return body.toString();
    }
    String length = head.field("Content-Length");
    byte[] body = length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    return new String(body, StandardCharsets.ISO_8859_1);
  }

  private String chunk() throws IOException {
    byte[] bytes = in.readNBytes(Integer.parseInt(line(), 16));
    line();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
