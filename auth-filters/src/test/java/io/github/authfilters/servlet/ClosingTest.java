package io.github.authfilters.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.internal.config.AuthFilters;
import java.util.EventListener;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

/** What runs for an application ends with it. */
class ClosingTest {

  /** Nobody is there. */
  private static final String ISSUER = "http://127.0.0.1:1 audience=api insecureHttp=true";

  private final Set<Thread> before = asking();

  private static Set<Thread> asking() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("auth-filters"))
        .collect(Collectors.toSet());
  }

  /** Those of this test that go on; one that is told to end may take a moment. */
  private Set<Thread> left() throws InterruptedException {
    Set<Thread> mine = asking();
    mine.removeAll(before);
    for (Thread thread : mine) {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    }
    mine.removeIf(thread -> !thread.isAlive());
    return mine;
  }

  private static ServletContextHandler application() {
    ServletContextHandler application = new ServletContextHandler("/");
    application.setInitParameter("authFilters.trustedIssuers", ISSUER);
    return application;
  }

  private void startAndStop(ServletContextHandler application) throws Exception {
    Server server = new Server(0);
    server.setHandler(application);
    server.start();
    assertThat(realm(application)).isInstanceOf(AuthFilters.class);
    assertThat(asking()).hasSizeGreaterThan(before.size());
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
    assertThat(left()).isEmpty();
  }

  @Test
  void theInitializerSeesToItWhereNoListenerIsNamed() throws Exception {
    ServletContextHandler application = application();
    application.addServletContainerInitializer(new AuthFiltersInitializer());

    startAndStop(application);

    assertThat(realm(application)).isNull();
    assertThat(left()).isEmpty();
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
  void aRealmOfABuilderIsClosedByWhoMadeIt() throws Exception {
    Realm realm = Realm.builder().trustedIssuers(ISSUER).build();

    realm.close();
    realm.close();

    assertThat(left()).isEmpty();
  }
}
