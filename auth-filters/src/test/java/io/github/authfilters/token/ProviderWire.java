package io.github.authfilters.token;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sockets of {@link TestProvider}: one request a connection, one thread a connection. */
final class ProviderWire implements AutoCloseable {

  private final Handler handler;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final int port;
  private volatile ServerSocket listening;

  /** Gives the answer to a request. */
  interface Handler {
    ProviderAnswer answer(Request request);
  }

  /** A request as it came, with the lines of its header. */
  record Request(String method, String path, List<String> fields, String body) {}

  ProviderWire(Handler handler) {
    this.handler = handler;
    this.listening = listen(0);
    this.port = listening.getLocalPort();
  }

  int port() {
    return port;
  }

  private ServerSocket listen(int wanted) {
    try {
      ServerSocket server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), wanted), 200);
      start(() -> accept(server));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "test-provider");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Request request = read(new BufferedInputStream(socket.getInputStream()));
      handler.answer(request).write(request.path(), request.body(), socket.getOutputStream());
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // The client has gone, which is for the tests to see on its side.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private static Request read(InputStream in) throws IOException {
    List<String> head = head(in).lines().toList();
    String[] line = head.get(0).split(" ", -1);
    List<String> fields = head.subList(1, head.size());
    int length =
        fields.stream()
            .filter(field -> field.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .mapToInt(field -> Integer.parseInt(field.substring(15).strip()))
            .findFirst()
            .orElse(0);
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Request(line[0], line[1], fields, body);
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.US_ASCII).strip();
  }

  int connections() {
    return open.size();
  }

  /** Refuses connections from now on, and ends those there are. */
  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void reopen() {
    listening = listen(port);
  }
}
