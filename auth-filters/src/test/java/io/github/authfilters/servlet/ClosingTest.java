package io.github.authfilters.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.internal.config.AuthFilters;
import java.util.EventListener;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

/** What runs for an application ends with it. */
class ClosingTest {

  private static final String ISSUER = "https://idp.invalid audience=api";

  private static boolean isAsking() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("auth-filters-issuers"));
  }

  private static ServletContextHandler application() {
    ServletContextHandler application = new ServletContextHandler("/");
    application.setInitParameter("authFilters.trustedIssuers", ISSUER);
    return application;
  }

  private static void startAndStop(ServletContextHandler application) throws Exception {
    Server server = new Server(0);
    server.setHandler(application);
    server.start();
    assertThat(realm(application)).isInstanceOf(AuthFilters.class);
    server.stop();
  }

  private static Object realm(ServletContextHandler application) {
    return application.getServletContext().getAttribute(AuthFilters.class.getName());
  }

  @Test
  void theListenerEndsIt() throws Exception {
    ServletContextHandler application = application();
    EventListener listener = new AuthFiltersListener();
    application.addEventListener(listener);

    startAndStop(application);

    assertThat(realm(application)).isNull();
    assertThat(isAsking()).isFalse();
  }

  @Test
  void theInitializerSeesToItWhereNoListenerIsNamed() throws Exception {
    ServletContextHandler application = application();
    application.addServletContainerInitializer(new AuthFiltersInitializer());

    startAndStop(application);

    assertThat(realm(application)).isNull();
    assertThat(isAsking()).isFalse();
  }

  @Test
  void anApplicationThatStartsAgainHasANewRealm() throws Exception {
    ServletContextHandler application = application();
    application.addEventListener(new AuthFiltersListener());
    startAndStop(application);

    startAndStop(application);

    assertThat(realm(application)).isNull();
  }

  @Test
  void aRealmOfABuilderIsClosedByWhoMadeIt() {
    Realm realm = Realm.builder().trustedIssuers(ISSUER).build();

    realm.close();
    realm.close();

    assertThat(isAsking()).isFalse();
  }
}
