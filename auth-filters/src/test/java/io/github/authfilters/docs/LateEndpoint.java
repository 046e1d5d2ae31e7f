package io.github.authfilters.docs;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;

/** Registers a WebSocket endpoint in Java, when the settings were checked already. */
public final class LateEndpoint implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    Object container = event.getServletContext().getAttribute(ServerContainer.class.getName());
    try {
      ((ServerContainer) container).addEndpoint(EchoEndpoint.class);
    } catch (DeploymentException e) {
      throw new IllegalStateException(e);
    }
  }
}
