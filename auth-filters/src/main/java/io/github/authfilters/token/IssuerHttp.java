package io.github.authfilters.token;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Asks for JSON over HTTP: bounded in time, in size, and in how far it lets itself be sent. */
final class IssuerHttp implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final int MOST_BYTES = 512 * 1024;
  private static final int MOST_REDIRECTS = 3;

  private final Executor threads;
  private final Duration longest;
  private final Quarantine quarantine;
  private @Nullable HttpClient client;
  private boolean closed;

  /**
   * @param longest how long an exchange may take, from the first byte to the last, redirects
   *     included
   */
  IssuerHttp(Executor threads, Duration longest, InstantSource clock) {
    this.threads = threads;
    this.longest = longest;
    this.quarantine = new Quarantine(clock);
  }

  /** The JSON text at a place, or where the same server has moved it. */
  String get(URI place) throws IssuerFailure {
    long end = System.nanoTime() + longest.toNanos();
    URI at = place;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpResponse<Optional<byte[]>> answer = send(request(at).GET().build(), end);
      Optional<URI> next = JsonAnswer.redirect(answer);
      if (next.isEmpty()) {
        return JsonAnswer.text(answer);
      }
      at = next.get();
    }
    throw new IssuerFailure(place + " redirects more than " + MOST_REDIRECTS + " times");
  }

  /** The JSON text that answers a form; is never sent elsewhere, for what the form holds. */
  String post(URI place, String authorization, String form) throws IssuerFailure {
    HttpRequest request =
        request(place)
            .header("Authorization", authorization)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return JsonAnswer.text(send(request, System.nanoTime() + longest.toNanos()));
  }

  private HttpRequest.Builder request(URI place) {
    return HttpRequest.newBuilder(place).header("Accept", "application/json");
  }

  /** A request's own timeout would end with the headers; this one ends with the body. */
  private HttpResponse<Optional<byte[]>> send(HttpRequest request, long end) throws IssuerFailure {
    String server = IssuerUrl.server(request.uri());
    Optional<Instant> quarantined = quarantine.end(server);
    if (quarantined.isPresent()) {
      throw new IssuerFailure(
          request.uri() + " didn't speak HTTP, and is asked again at " + quarantined.get());
    }
    CompletableFuture<HttpResponse<Optional<byte[]>>> answer =
        client().sendAsync(request, info -> new BoundedBody(MOST_BYTES));
    try {
      HttpResponse<Optional<byte[]>> received =
          answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      quarantine.lift(server);
      return received;
    } catch (TimeoutException e) {
      throw new IssuerFailure(request.uri() + " did not answer within " + longest);
    } catch (ExecutionException e) {
      Throwable root = root(e);
      if (Quarantine.isFor(root)) {
        quarantine.begin(server);
        // From Java 21 on, its connections are closed when it is collected.
        forgetClient();
      }
      throw new IssuerFailure(request.uri() + " can't be asked: " + reason(root));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IssuerFailure("nobody waits for " + request.uri() + " any more");
    } finally {
      answer.cancel(true);
    }
  }

  /** What TLS says, or else the first cause. */
  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && !(root instanceof SSLException)) {
      root = root.getCause();
    }
    return root;
  }

  /** Only what TLS says is worth repeating; other messages may quote the server. */
  private static String reason(Throwable root) {
    return root instanceof SSLException
        ? Quoted.of(String.valueOf(root.getMessage()))
        : root.getClass().getSimpleName();
  }

  /** Made by the first who needs it; its selector thread must not get the caller's class loader. */
  private synchronized HttpClient client() throws IssuerFailure {
    if (closed) {
      throw new IssuerFailure("nobody is asked any more: the application ends");
    }
    if (client == null) {
      Thread caller = Thread.currentThread();
      ClassLoader before = caller.getContextClassLoader();
      caller.setContextClassLoader(ClassLoader.getPlatformClassLoader());
      try {
        client =
            HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(CONNECT)
                .executor(threads)
                .build();
      } finally {
        caller.setContextClassLoader(before);
      }
    }
    return client;
  }

  private synchronized void forgetClient() {
    client = null;
  }

  /** Lets go of the client, whose thread ends when it is collected. */
  @Override
  public synchronized void close() {
    closed = true;
    client = null;
  }
}
