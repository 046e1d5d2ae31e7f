package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What would keep an application's classes after its end. */
final class IssuerThreadsTest {

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();

  private List<Thread> added() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .filter(
            thread ->
                thread.getName().equals(IssuerThreads.NAME)
                    || thread.getName().startsWith("HttpClient"))
        .toList();
  }

  @Test
  void haveNotTheClassLoaderOfTheApplication() throws Exception {
    Thread here = Thread.currentThread();
    ClassLoader usual = here.getContextClassLoader();
    try (URLClassLoader application = new URLClassLoader(new URL[0], usual);
        RemoteRealm realm = new RemoteRealm()) {
      here.setContextClassLoader(application);
      TestProvider.Hold hold = realm.provider.hold(TestProvider.METADATA);
      Introspector introspector =
          HttpIntrospector.of(
              RemoteRealm.settings(
                  "x",
                  new IssuerKeys.Introspected(
                      realm.provider.introspection(), "me", "secret", Duration.ZERO)),
              realm.client);
      assertThat(introspector.ask("token")).isEmpty();
      realm.discovered();
      hold.awaitArrival();

      // One that fetches, the timer, and the JDK's selector.
      assertThat(added())
          .hasSizeGreaterThanOrEqualTo(3)
          .allMatch(Thread::isDaemon)
          .noneMatch(thread -> thread.getContextClassLoader() == application);
      assertThat(here.getContextClassLoader()).isSameAs(application);
      hold.release();
    } finally {
      here.setContextClassLoader(usual);
    }
  }

  @Test
  void endWhenTheClientIsClosedThoughTheIssuerHangs() throws Exception {
    RemoteRealm realm = new RemoteRealm();
    TestProvider.Hold hold = realm.provider.hold(TestProvider.JWKS);
    realm.discovered();
    hold.awaitArrival();
    assertThat(added()).isNotEmpty();

    realm.client.close();

    RemoteRealm.eventually(
        () -> {
          System.gc();
          return added().isEmpty();
        });
    hold.release();
    realm.close();
  }

  @Test
  void leaveNothingThatHoldsTheClient() {
    WeakReference<IssuerClient> client = new WeakReference<>(closedClient());

    RemoteRealm.eventually(
        () -> {
          System.gc();
          return client.get() == null;
        });
  }

  private static IssuerClient closedClient() {
    RemoteRealm realm = new RemoteRealm();
    assertThat(RemoteRealm.kids(realm.discovered())).isNotEmpty();
    realm.close();
    return realm.client;
  }

  @Test
  void doNothingAfterTheEnd() {
    RemoteRealm realm = new RemoteRealm();
    realm.client.close();
    CountDownLatch done = new CountDownLatch(1);

    realm.client.threads().look(done::countDown);
    realm.client.threads().tick();

    assertThat(added()).isEmpty();
    assertThat(done.getCount()).isOne();
    realm.close();
  }
}
