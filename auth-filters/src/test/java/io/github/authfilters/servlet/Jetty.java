package io.github.authfilters.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;

/** A real Jetty with one application, spoken to in raw HTTP without a port. */
final class Jetty {

  private static final int LONGEST_HEADER = 64 * 1024;

  private final Server server = new Server();
  private final LocalConnector connector = new LocalConnector(server);
  private final ServletContextHandler context;

  Jetty(String contextPath) {
    context = new ServletContextHandler(contextPath);
    context.setErrorHandler(new ErrorPageErrorHandler());
    connector
        .getConnectionFactory(HttpConnectionFactory.class)
        .getHttpConfiguration()
        .setRequestHeaderSize(LONGEST_HEADER);
    server.addConnector(connector);
    server.setHandler(context);
  }

  Jetty filter(Filter filter, String pattern, DispatcherType... dispatchers) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setAsyncSupported(true);
    context.addFilter(holder, pattern, EnumSet.of(DispatcherType.REQUEST, dispatchers));
    return this;
  }

  Jetty servlet(Servlet servlet, String... patterns) {
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    for (String pattern : patterns) {
      context.addServlet(holder, pattern);
    }
    return this;
  }

  Jetty errorPage(int status, String path) {
    ((ErrorPageErrorHandler) context.getErrorHandler()).addErrorPage(status, path);
    return this;
  }

  Jetty start() throws Exception {
    server.start();
    return this;
  }

  /** Sends a request line and header fields; {@code Host} is added. */
  HttpTester.Response send(String requestLine, String... fields) throws Exception {
    return sendWithBody("", requestLine, fields);
  }

  HttpTester.Response sendWithBody(String body, String requestLine, String... fields)
      throws Exception {
    StringBuilder raw = new StringBuilder(requestLine).append(" HTTP/1.1\r\nHost: app.example\r\n");
    for (String field : fields) {
      raw.append(field).append("\r\n");
    }
    if (!body.isEmpty()) {
      raw.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    boolean isHead = requestLine.startsWith("HEAD ");
    if (isHead) {
      // Its end can't be told by its length.
      raw.append("Connection: close\r\n");
    }
    raw.append("\r\n").append(body);
    ByteBuffer answer = ByteBuffer.wrap(answer(raw.toString()));
    return isHead ? HttpTester.parseHeadResponse(answer) : HttpTester.parseResponse(answer);
  }

  private byte[] answer(String raw) throws Exception {
    ByteBuffer answer =
        connector.getResponse(ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1)));
    byte[] bytes = new byte[answer.remaining()];
    answer.get(bytes);
    return bytes;
  }

  void stop() throws Exception {
    server.stop();
  }
}
