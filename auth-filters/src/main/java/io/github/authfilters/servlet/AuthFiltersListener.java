package io.github.authfilters.servlet;

import io.github.authfilters.internal.config.AuthFilters;
import io.github.authfilters.internal.config.WebSocketOrder;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Checks the settings of the whole web application at its start, and stops the start where they are
 * wrong, with one message that has all mistakes.
 *
 * <p>A filter whose {@code init} throws is left out by some servers, which then serve the protected
 * paths without it; a listener that throws aborts the deployment on all. {@link
 * AuthFiltersInitializer} brings it in where {@code web.xml} does not name it.
 */
public final class AuthFiltersListener implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    if (AuthFilters.isUsedIn(context)) {
      Realm.of(context);
      WebSocketOrder.check(context);
    }
  }

  /** Ends what the realm keeps running, so that nothing of the application stays behind. */
  @Override
  public void contextDestroyed(ServletContextEvent event) {
    AuthFilters.closeIn(event.getServletContext());
  }
}
