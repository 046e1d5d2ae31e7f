package io.github.authfilters.internal.config;

import jakarta.servlet.ServletContext;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.naming.NameNotFoundException;

/** Variables, properties and JNDI names of a test's choice. */
final class FakeSurroundings {

  /** A key of this run only, since one that is written down is refused. */
  static final String KEY = key();

  private final Map<String, String> env = new HashMap<>(Map.of("KEYS", KEY));
  private final Map<String, String> sys = new HashMap<>();
  private final Map<String, Object> bound = new HashMap<>();
  private InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  FakeSurroundings at(InstantSource clock) {
    this.clock = clock;
    return this;
  }

  FakeSurroundings env(String name, String value) {
    env.put(name, value);
    return this;
  }

  FakeSurroundings sys(String name, String value) {
    sys.put(name, value);
    return this;
  }

  FakeSurroundings bound(String name, Object object) {
    bound.put(name, object);
    return this;
  }

  static String key() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  Surroundings of(ServletContext context) {
    return new Surroundings(
        name -> Optional.ofNullable(env.get(name)),
        name -> Optional.ofNullable(sys.get(name)),
        Surroundings.of(context).files(),
        this::lookup,
        clock,
        new SecureRandom());
  }

  RealmReader.Start start(FakeContext application) {
    ServletContext context = application.context();
    InitParams params = InitParams.of(context, WebXml.of(context));
    return new RealmReader("the realm", params, of(context)).read();
  }

  private Object lookup(String name) throws NameNotFoundException {
    Object found = bound.get(name);
    if (found == null) {
      throw new NameNotFoundException(name);
    }
    return found;
  }
}
