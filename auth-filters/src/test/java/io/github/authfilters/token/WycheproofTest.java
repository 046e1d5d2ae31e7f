package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.authfilters.token.RejectedToken.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Project Wycheproof's vectors of signed texts: no forgery is accepted, and what is good is
 * accepted, but for the classes that are listed here with the reason.
 */
final class WycheproofTest {

  /** Why a vector that is called valid is refused all the same, by design. */
  private static final Map<String, String> REFUSED =
      refused(
          "signature 346, 350",
          "a PS384 token, by a key that says itself that it is for PS256",
          "signature 347, 351",
          "a key that says that it is for ES521, which there is not",
          "signature 348, 352",
          "the secret that RFC 7520 has published",
          "signature 357, 358, 359, 376, 377",
          "a secret of zeros",
          "signature 372, 373",
          "a secret of zeros, and characters that are not base64url",
          "key 13",
          "a secret that counts up: 0, 1, 2, 3, ...",
          "key 14, 15",
          "HS384 and HS512, which we neither sign nor verify");

  /**
   * Called invalid, and accepted from files of our own all the same: no forgery, but a secret
   * beside another kind of key. This is how a realm changes from one to the other, and as an
   * algorithm belongs to a key, nothing can be confused. Refused of another issuer.
   */
  private static final Set<String> ACCEPTED_OF_OURS = Set.of("key 1", "crypto 47");

  private static Map<String, String> refused(String... pairs) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      String file = pairs[i].substring(0, pairs[i].indexOf(' ') + 1);
      for (String number : pairs[i].substring(file.length()).split(", ", -1)) {
        reasons.put(file + number, pairs[i + 1]);
      }
    }
    return reasons;
  }

  /** One text to check by one key or set of keys. */
  private record Vector(String name, boolean valid, String jws, JsonNode group) {}

  private static List<Vector> vectors(String file) {
    String resource = "/wycheproof/json_web_" + file + "_test.json";
    try (InputStream json = WycheproofTest.class.getResourceAsStream(resource)) {
      List<Vector> vectors = new ArrayList<>();
      for (JsonNode group : new ObjectMapper().readTree(json).get("testGroups")) {
        for (JsonNode test : group.get("tests")) {
          // Without "jws" it is an encrypted text. A JSON serialization is one that is no text.
          if (test.has("jws")) {
            String name = file + " " + test.get("tcId").asInt();
            boolean valid = test.get("result").asText().equals("valid");
            JsonNode jws = test.get("jws");
            vectors.add(
                new Vector(name, valid, jws.isTextual() ? jws.asText() : jws.toString(), group));
          }
        }
      }
      return vectors;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As an issuer would publish the keys. */
  private static boolean acceptedOfOthers(Vector vector) {
    JsonNode keys = vector.group().path("public");
    String json = (keys.isMissingNode() ? vector.group().get("private") : keys).toString();
    try {
      KeySet set =
          KeySet.ofOthers(json.contains("\"keys\":") ? json : KeyPairs.set(json), Set.of());
      return isProven(vector, set);
    } catch (UnusableKeyException e) {
      return false;
    }
  }

  /** As a file of signing keys has them. */
  private static boolean acceptedOfOurs(Vector vector) {
    try {
      String json = vector.group().get("private").toString();
      return isProven(vector, SigningKeys.parse(List.of(json)).keySet());
    } catch (IllegalArgumentException unusable) {
      return false;
    }
  }

  private static boolean isProven(Vector vector, KeySet keys) {
    Optional<Reason> shape = CompactToken.objection(vector.jws());
    return shape.isEmpty()
        && CompactJws.parse(vector.jws()).filter(jws -> jws.objection(keys).isEmpty()).isPresent();
  }

  static Stream<Arguments> files() {
    return Stream.of(
        argumentSet("signatures", "signature", 401, 46, 13),
        argumentSet("keys", "key", 26, 5, 3),
        argumentSet("the oldest", "crypto", 49, 4, 0));
  }

  @ParameterizedTest
  @MethodSource("files")
  void acceptsNoForgeryAndRefusesNothingGoodUnnoticed(
      String file, int all, int valid, int refusedByDesign) {
    List<Vector> vectors = vectors(file);
    Map<String, String> wrong = new TreeMap<>();
    int accepted = 0;
    for (Vector vector : vectors) {
      boolean ofOthers = acceptedOfOthers(vector);
      boolean ofOurs = acceptedOfOurs(vector);
      if (!vector.valid() && (ofOthers || ofOurs)) {
        if (ofOthers || !ACCEPTED_OF_OURS.contains(vector.name())) {
          wrong.put(vector.name(), "accepted");
        }
      }
      if (vector.valid() && (ofOthers || ofOurs)) {
        accepted++;
      }
      if (vector.valid() && (ofOthers || ofOurs) == REFUSED.containsKey(vector.name())) {
        wrong.put(vector.name(), "not as listed");
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(vectors).hasSize(all);
    assertThat(vectors.stream().filter(Vector::valid)).hasSize(valid);
    assertThat(accepted).isEqualTo(valid - refusedByDesign);
  }

  /** The examples of RFC 7520, sections 4.2 and 4.3, whose keys have no alg there. */
  @Test
  void acceptsTheExamplesOfTheRfcWhereTheKeyDoesNotNameAnotherAlgorithm() {
    Set<String> names = Set.of("signature 346", "signature 347", "signature 350", "signature 351");
    List<Vector> examples =
        vectors("signature").stream().filter(vector -> names.contains(vector.name())).toList();

    for (Vector example : examples) {
      ((ObjectNode) example.group().get("public")).remove("alg");
    }

    assertThat(examples).hasSize(4).allMatch(WycheproofTest::acceptedOfOthers);
  }

  @ParameterizedTest
  @MethodSource("files")
  void acceptsPublicKeysAsThoseOfOthersWhereverTheyAreGood(
      String file, int all, int valid, int refusedByDesign) {
    List<String> refused =
        vectors(file).stream()
            .filter(vector -> vector.valid() && vector.group().has("public"))
            .filter(vector -> !REFUSED.containsKey(vector.name()))
            .filter(vector -> !acceptedOfOthers(vector))
            .map(Vector::name)
            .toList();

    assertThat(refused).isEmpty();
  }
}
