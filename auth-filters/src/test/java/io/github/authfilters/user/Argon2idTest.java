package io.github.authfilters.user;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2idTest {

  /** Vectors of the reference implementation's own test. */
  @ParameterizedTest(name = "m={0} t={1} p={2}")
  @CsvSource({
    "256, 2, 2, 6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
    "65536, 2, 1, 09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"
  })
  void agreesWithTheReference(int memory, int passes, int lanes, String expected) {
    byte[] hash =
        new Argon2id(memory, passes, lanes)
            .hash("password".getBytes(UTF_8), "somesalt".getBytes(UTF_8), 32);

    assertThat(HexFormat.of().formatHex(hash)).isEqualTo(expected);
  }

  @Test
  void agreesWithAnotherImplementationForAnyParameters() {
    Random random = new Random(9106);
    for (int i = 0; i < 60; i++) {
      int lanes = 1 + random.nextInt(5);
      int memory = 8 * lanes + random.nextInt(600);
      int passes = 1 + random.nextInt(4);
      int length = 16 + random.nextInt(85);
      byte[] password = new byte[1 + random.nextInt(300)];
      byte[] salt = new byte[8 + random.nextInt(56)];
      random.nextBytes(password);
      random.nextBytes(salt);

      byte[] hash = new Argon2id(memory, passes, lanes).hash(password, salt, length);

      assertThat(hash)
          .as("m=%d t=%d p=%d, %d bytes", memory, passes, lanes, length)
          .isEqualTo(
              Argon2Function.getInstance(memory, passes, lanes, length, Argon2.ID)
                  .hash(password, salt)
                  .getBytes());
    }
  }
}
