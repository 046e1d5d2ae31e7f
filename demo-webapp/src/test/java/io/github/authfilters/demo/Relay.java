package io.github.authfilters.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to a server of this machine that can be cut, so that for whoever goes this way the server
 * is down, and for everybody else it is not.
 */
final class Relay implements AutoCloseable {

  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private ServerSocket door = new ServerSocket();

  Relay(int target) throws IOException {
    this.target = target;
    open(0);
  }

  private void open(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    door = socket;
    daemon(() -> accept(socket));
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept(ServerSocket socket) {
    for (Optional<Socket> in = next(socket); in.isPresent(); in = next(socket)) {
      connect(in.get());
    }
  }

  /** Empty once the way is cut. */
  private Optional<Socket> next(ServerSocket socket) {
    try {
      Socket in = socket.accept();
      sockets.add(in);
      return Optional.of(in);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void connect(Socket in) {
    try {
      Socket out = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(out);
      daemon(() -> copy(in, out));
      daemon(() -> copy(out, in));
    } catch (IOException e) {
      close(in);
    }
  }

  private void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Cut, or closed by one side: the other learns it below.
    }
    close(from);
    close(to);
  }

  private void close(Socket socket) {
    sockets.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /** Breaks all connections and refuses new ones. */
  void cut() throws IOException {
    door.close();
    sockets.forEach(this::close);
  }

  /** Lets connections through again, at the same port. */
  void mend() throws IOException {
    open(door.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
