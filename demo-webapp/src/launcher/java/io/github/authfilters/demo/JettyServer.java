package io.github.authfilters.demo;

import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.http.CookieCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.DefaultHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * Jetty with one application. Known to {@link Main} by its name only, since it is loaded from the
 * jars in {@code WEB-INF/server}.
 */
public final class JettyServer implements AutoCloseable, IntSupplier {

  /** Room for a token of 8 KiB, the longest that the library looks at, and much beside it. */
  private static final int REQUEST_HEADER_BYTES = 16 * 1024;

  private static final long STOP_MILLIS = 5_000;

  private final Server server = new Server();
  private final ServerConnector connector;

  /** Starts it. Throws what the application throws, if it does not start. */
  public JettyServer(Path webapp, Path work, String host, int port, String context)
      throws Exception {
    connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(
        new GracefulHandler(
            new Handler.Sequence(
                application(webapp, work, context), new DefaultHandler(false, false))));
    server.setStopTimeout(STOP_MILLIS);
    // Before the application starts, so that a taken port is told at once.
    connector.open();
    server.start();
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(REQUEST_HEADER_BYTES);
    // Its own page for a broken cookie names Java classes, and any site of a domain can plant one.
    configuration.setRequestCookieCompliance(CookieCompliance.RFC6265_LEGACY);
    return configuration;
  }

  private static WebAppContext application(Path webapp, Path work, String path) {
    WebAppContext application = new WebAppContext();
    application.setContextPath(path);
    application.setWar(webapp.toString());
    application.setTempDirectory(work.toFile());
    application.setThrowUnavailableOnStartupException(true);
    application.setInitParameter("org.eclipse.jetty.servlet.Default.dirAllowed", "false");
    // Its own page for a request that it can't read would have a stack trace.
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    errors.setShowStacks(false);
    application.setErrorHandler(errors);
    // One logging for the server and the application, or the latter's would find no provider.
    application.getProtectedClassMatcher().add("org.slf4j.");
    return application;
  }

  /** The port, also where any free one was asked for. */
  @Override
  public int getAsInt() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("Jetty did not stop", e);
    }
  }
}
