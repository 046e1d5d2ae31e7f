package io.github.authfilters.internal.config;

import jakarta.servlet.ServletContext;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.naming.NameNotFoundException;

/** Variables, properties and JNDI names of a test's choice. */
final class FakeSurroundings {

  /** 32 bytes in base64url; a secret of these tests only. */
  static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

  private final Map<String, String> env = new HashMap<>(Map.of("KEYS", KEY));
  private final Map<String, String> sys = new HashMap<>();
  private final Map<String, Object> bound = new HashMap<>();

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

  Surroundings of(ServletContext context) {
    return new Surroundings(
        name -> Optional.ofNullable(env.get(name)),
        name -> Optional.ofNullable(sys.get(name)),
        Surroundings.of(context).files(),
        this::lookup,
        InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")),
        new SecureRandom());
  }

  RealmReader.Start start(FakeContext application) {
    ServletContext context = application.context();
    return new RealmReader("the realm", InitParams.of(context), of(context)).read();
  }

  private Object lookup(String name) throws NameNotFoundException {
    Object found = bound.get(name);
    if (found == null) {
      throw new NameNotFoundException(name);
    }
    return found;
  }
}
