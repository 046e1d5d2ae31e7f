package io.github.authfilters.docs;

import io.github.authfilters.servlet.BearerOrCookieFilter;
import io.github.authfilters.servlet.Realm;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.ee10.websocket.servlet.WebSocketUpgradeFilter;

/** WebSockets in embedded Jetty, behind the filter. */
final class EmbeddedWebSocketExample {

  private EmbeddedWebSocketExample() {}

  static ServletContextHandler application() {
    Realm realm = Realm.builder().signingKeys("generated").build();
    ServletContextHandler application = unguarded(realm);
    // region: order
    FilterHolder webSockets = new FilterHolder(WebSocketUpgradeFilter.class);
    webSockets.setName(WebSocketUpgradeFilter.class.getName());
    webSockets.setAsyncSupported(true);
    application.addFilter(webSockets, "/*", EnumSet.of(DispatcherType.REQUEST)); // after ours
    // endregion
    return application;
  }

  /** The same without the lines that put Jetty's filter in its place. */
  static ServletContextHandler unguarded(Realm realm) {
    FilterHolder auth = new FilterHolder(BearerOrCookieFilter.builder(realm).build());
    auth.setAsyncSupported(true);
    ServletContextHandler application = new ServletContextHandler("/");
    application.addFilter(auth, "/*", EnumSet.of(DispatcherType.REQUEST));
    JakartaWebSocketServletContainerInitializer.configure(
        application, (context, container) -> container.addEndpoint(EchoEndpoint.class));
    return application;
  }
}
