package io.github.authfilters.docs;

// region: imports
import io.github.authfilters.servlet.BasicLoginServlet;
import io.github.authfilters.servlet.BearerOrCookieFilter;
import io.github.authfilters.servlet.LogoutServlet;
import io.github.authfilters.servlet.Realm;
import io.github.authfilters.servlet.TokenServlet;
import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

// endregion

/** An application in embedded Jetty, without any web.xml. */
final class EmbeddedJettyExample {

  private EmbeddedJettyExample() {}

  static Server start(int port, Path usersFile) throws Exception {
    // region: realm
    Realm realm =
        Realm.builder()
            .signingKeys("env:AUTH_SIGNING_KEYS:-generated")
            .issuer("https://api.example.com")
            .users("file:" + usersFile)
            .tokenLifetime(Duration.ofMinutes(15))
            .build();
    // endregion

    // region: doors
    BearerOrCookieFilter filter =
        BearerOrCookieFilter.builder(realm).loginPath("/login").publicPaths("/health").build();
    FilterHolder auth = new FilterHolder(filter);
    auth.setAsyncSupported(true);

    ServletContextHandler application = new ServletContextHandler("/app");
    application.addFilter(
        auth, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
    application.addServlet(
        new ServletHolder(BasicLoginServlet.builder(realm).successPath("/hello").build()),
        "/login");
    application.addServlet(new ServletHolder(new TokenServlet(realm)), "/token");
    application.addServlet(new ServletHolder(LogoutServlet.builder(realm).build()), "/logout");
    application.addServlet(new ServletHolder(new HelloServlet()), "/hello");

    Server server = new Server(port);
    server.setHandler(application);
    server.start();
    // endregion
    return server;
  }
}
