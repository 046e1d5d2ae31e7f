package io.github.authfilters.servlet;

import io.github.authfilters.token.SigningKeys;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Publishes the public halves of {@code signingKeys} as a JWK set (RFC 7517 section 5), so that
 * other services verify our tokens by themselves. Map it to {@code /.well-known/jwks.json}.
 *
 * <p>Secrets (HS256) are never published: with nothing else the set is empty.
 */
public final class JwksServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Door door = new Door("GET", "HEAD");
  private final transient Supplier<Handling> opening;

  /** For {@code web.xml}: the settings are read from there. */
  public JwksServlet() {
    this.opening = () -> new Handling(Realm.of(getServletConfig()));
  }

  /** For Java: the public keys of this realm. */
  public JwksServlet(Realm realm) {
    Realm known = BuilderWords.known("the realm of a JwksServlet", realm);
    this.opening = () -> new Handling(known);
  }

  @Override
  public void init() {
    door.open(getServletName(), opening);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    door.serve(request, response);
  }

  /** The publishing of a realm's keys. */
  private static final class Handling implements Door.Handler {

    private final Supplier<Optional<SigningKeys>> keys;
    private volatile PublishedKeys published;

    Handling(Realm realm) {
      this.keys = () -> realm.graph().keys().map(Supplier::get);
      this.published = PublishedKeys.of(keys.get());
    }

    @Override
    public Optional<Refusal> handle(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Optional<SigningKeys> now = keys.get();
      PublishedKeys set = published;
      if (!set.isOf(now)) {
        set = PublishedKeys.of(now);
        published = set;
      }
      set.send(request, response);
      return Optional.empty();
    }
  }
}
