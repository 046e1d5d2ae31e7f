package io.github.authfilters.demo.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.http.CookieCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Runs a WAR in Jetty as Jetty does it by default. */
public final class JettyLauncher {

  private JettyLauncher() {}

  /** Arguments: the WAR, the context path, a folder for the server's own files. */
  public static void main(String[] args) throws Exception {
    Path work = Files.createDirectories(Path.of(args[2]));
    Server server = new Server();
    HttpConfiguration configuration = new HttpConfiguration();
    // Or Jetty answers a broken cookie before the application is asked, by a page of its own.
    configuration.setRequestCookieCompliance(CookieCompliance.RFC6265_LEGACY);
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    server.addConnector(connector);
    WebAppContext application = new WebAppContext();
    application.setWar(args[0]);
    application.setContextPath(args[1].isEmpty() ? "/" : args[1]);
    application.setTempDirectory(work.toFile());
    // Jetty's own error pages have a stack trace otherwise, which is not what is to be tested.
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    errors.setShowStacks(false);
    application.setErrorHandler(errors);
    server.setHandler(application);
    server.start();
    System.out.println("Open http://127.0.0.1:" + connector.getLocalPort() + args[1] + "/");
    server.join();
  }
}
