package io.github.authfilters.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small OpenID provider on a free port of the loopback interface, whose keys, speed, content and
 * death a test controls. It speaks http, so that its settings need {@code insecureHttp}.
 *
 * <p>It has {@code /.well-known/openid-configuration}, {@code /jwks} and {@code /introspect}, which
 * says of every token that it isn't active until {@link #answer} is told something else.
 */
public final class TestProvider implements AutoCloseable {

  public static final String METADATA = "/.well-known/openid-configuration";
  public static final String JWKS = "/jwks";
  public static final String INTROSPECTION = "/introspect";

  private final Map<String, ProviderAnswer> answers = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final List<ProviderWire.Request> requests = new CopyOnWriteArrayList<>();
  private final List<JWK> keys = new CopyOnWriteArrayList<>();
  private final AtomicInteger made = new AtomicInteger();
  private final ProviderWire wire = new ProviderWire(this::handle);

  /** With one key, for ES256. */
  public TestProvider() {
    rotate("ES256");
    String metadata = "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}";
    answer(METADATA, ProviderAnswer.json(metadata.formatted(issuer(), jwks())));
    answer(INTROSPECTION, ProviderAnswer.json("{\"active\":false}"));
  }

  private ProviderAnswer handle(ProviderWire.Request request) {
    requests.add(request);
    asked.computeIfAbsent(request.path(), path -> new AtomicInteger()).incrementAndGet();
    return answers.getOrDefault(request.path(), ProviderAnswer.status(404));
  }

  /** Its name, without a slash at the end. */
  public String issuer() {
    return "http://127.0.0.1:" + wire.port();
  }

  public URI jwks() {
    return URI.create(issuer() + JWKS);
  }

  public URI introspection() {
    return URI.create(issuer() + INTROSPECTION);
  }

  /** How often a path was asked for. */
  public int asked(String path) {
    return asked.getOrDefault(path, new AtomicInteger()).get();
  }

  /** All requests so far. */
  List<ProviderWire.Request> requests() {
    return requests;
  }

  /** Connections that are open now. */
  int connections() {
    return wire.connections();
  }

  /** From now on, this is what a path answers. */
  public void answer(String path, ProviderAnswer answer) {
    answers.put(path, answer);
  }

  /** From now on, what asks for this path hangs until the hold is released. */
  public Hold hold(String path) {
    ProviderAnswer held = answers.getOrDefault(path, ProviderAnswer.status(404));
    Hold hold = new Hold(new CountDownLatch(1), new CountDownLatch(1));
    answer(
        path,
        (place, body, out) -> {
          hold.arrived.countDown();
          hold.released.await();
          held.write(place, body, out);
        });
    return hold;
  }

  /** Requests that hang. */
  public record Hold(CountDownLatch arrived, CountDownLatch released) {

    /** Returns when the first one is there. */
    public void awaitArrival() throws InterruptedException {
      if (!arrived.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody asked");
      }
    }

    /** Lets all go on, those too that come later. */
    public void release() {
      released.countDown();
    }
  }

  /** A new key signs, for ES256, ES384, RS256 or PS256; the ones before stay in the set. */
  public void rotate(String algorithm) {
    keys.add(0, key(JWSAlgorithm.parse(algorithm), "key-" + made.incrementAndGet()));
    publish();
  }

  /** Leaves only the key that signs. */
  public void withdrawOldKeys() {
    keys.subList(1, keys.size()).clear();
    publish();
  }

  private void publish() {
    answer(JWKS, ProviderAnswer.json(jwkSet()));
  }

  /** The public halves, as {@link #JWKS} answers with them. */
  public String jwkSet() {
    return new JWKSet(new ArrayList<>(keys)).toString(true);
  }

  private static JWK key(JWSAlgorithm algorithm, String id) {
    try {
      if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
        return new RSAKeyGenerator(2048)
            .keyID(id)
            .algorithm(algorithm)
            .keyUse(KeyUse.SIGNATURE)
            .generate();
      }
      Curve curve = Curve.forJWSAlgorithm(algorithm).iterator().next();
      return new ECKeyGenerator(curve)
          .keyID(id)
          .algorithm(algorithm)
          .keyUse(KeyUse.SIGNATURE)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The ids of the key set, the one that signs first. */
  public List<String> kids() {
    return keys.stream().map(JWK::getKeyID).toList();
  }

  /** A good access token. */
  public String token(String subject, String audience, Instant expires) {
    return sign(
        "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"exp\":%d}"
            .formatted(issuer(), subject, audience, expires.getEpochSecond()));
  }

  /** Any claims, signed by the newest key. */
  public String sign(String claims) {
    return sign(claims, keys.get(0).getKeyID());
  }

  /** Any claims, signed by the newest key, whatever key the token names. */
  public String sign(String claims, String kid) {
    JWK key = keys.get(0);
    try {
      JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(key);
      JWSAlgorithm algorithm = JWSAlgorithm.parse(key.getAlgorithm().getName());
      JWSHeader header =
          new JWSHeader.Builder(algorithm).keyID(kid).type(new JOSEObjectType("at+jwt")).build();
      JWSObject token = new JWSObject(header, new Payload(claims));
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Refuses connections until it is back, and ends those there are. */
  public void die() {
    wire.close();
  }

  /** Back on the same port. */
  public void revive() {
    wire.reopen();
  }

  @Override
  public void close() {
    wire.close();
  }
}
