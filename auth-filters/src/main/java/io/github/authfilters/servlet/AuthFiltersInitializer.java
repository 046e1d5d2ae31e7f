package io.github.authfilters.servlet;

import io.github.authfilters.internal.config.AuthFilters;
import io.github.authfilters.internal.config.SettingsException;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has the settings checked at the start of a web application that does not name {@link
 * AuthFiltersListener}, with {@code metadata-complete="true"} too: servers find this class by
 * {@code META-INF/services}.
 */
public final class AuthFiltersInitializer implements ServletContainerInitializer {

  /**
   * Reads the registrations here, since a listener that is not in {@code web.xml} may not (Servlet
   * specification 4.4), but leaves the throwing to a listener, which stops the start everywhere.
   */
  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    if (!AuthFilters.isConfiguredIn(context)) {
      return;
    }
    try {
      AuthFilters.of(context);
      context.addListener(new Closing());
    } catch (SettingsException wrong) {
      context.addListener(new Refusing(wrong));
    }
  }

  /** Ends what the realm keeps running. */
  private record Closing() implements ServletContextListener {

    @Override
    public void contextDestroyed(ServletContextEvent event) {
      AuthFilters.closeIn(event.getServletContext());
    }
  }

  /** Stops the start. */
  private record Refusing(SettingsException wrong) implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
      throw wrong;
    }
  }
}
