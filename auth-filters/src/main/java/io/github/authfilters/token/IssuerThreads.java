package io.github.authfilters.token;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/**
 * Threads that no request waits on: daemons without the application's class loader.
 *
 * <p>There is no most of them, because what they do has one: two fetches for an issuer, and the
 * steps of an HTTP exchange. What comes after {@link #close} is dropped.
 */
final class IssuerThreads implements AutoCloseable {

  static final String NAME = "auth-filters-issuers";

  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Duration TICK = Duration.ofMinutes(1);

  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE.toSeconds(),
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          IssuerThreads::thread,
          new DiscardPolicy());
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, IssuerThreads::thread, new DiscardPolicy());
  private final List<Runnable> looks = new CopyOnWriteArrayList<>();

  /** Inherits no class loader and no thread-locals from the request that happens to need it. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, NAME, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    return thread;
  }

  ExecutorService pool() {
    return pool;
  }

  /** Now and once a minute, in the background. */
  synchronized void look(Runnable work) {
    looks.add(work);
    pool.execute(work);
    if (looks.size() == 1) {
      var unused =
          timer.scheduleWithFixedDelay(
              this::tick, TICK.toSeconds(), TICK.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** What happens once a minute. */
  void tick() {
    looks.forEach(pool::execute);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    pool.shutdownNow();
  }
}
