package io.github.authfilters.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

  private static final String PBKDF2 =
      "$pbkdf2-sha256$i=20000$AAECAwQFBgcICQoLDA0ODw$"
          + "pbXjsHjJAZ+UssA4mCjbVwQB1+EXh91sn9PQ9vVNm+w";

  private final SecureRandom random = new SecureRandom();

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "bcrypt 2a, " + Hashes.BCRYPT_ABC + ", abc",
    "bcrypt 2b, " + Hashes.BCRYPT_SECRET + ", secret",
    "Argon2id, '" + Hashes.ARGON2ID_PASSWORD + "', password",
    "PBKDF2 SHA-256, " + PBKDF2 + ", sécret",
    "PBKDF2 SHA-512, $pbkdf2-sha512$i=20000$AAECAwQFBgcICQoLDA0ODw$kW3K992IIcDmVS1MWwc1Eo1n"
        + "HBSzrtbc5ZJ1nnW8b3SaI2bOZeQhApK7FWAIC0/JQ6jbahbRPYVjbjrgY7egUA, sécret",
    "passlib, $pbkdf2-sha256$29000$./v7./v7./v7./v7./v7.w$"
        + "WkmPES9FCKx/3HjmbDp0O52vWVhtfuLAAv9btMi7MB8, sécret",
    "Django, pbkdf2_sha256$20000$seasalt123AB$640qefvahO41QIS+CZmVuwAeZ89YoednT2NN8B87vGs=, sécret"
  })
  void matchesItsPasswordAndNoOther(String name, String encoded, String password) {
    PasswordHash hash = PasswordHash.parse(encoded);

    assertThat(hash.matches(password)).isTrue();
    assertThat(hash.matches(password + "x")).isFalse();
    assertThat(hash.decoy().matches(password)).isFalse();
    assertThat(hash.decoy().work()).isEqualTo(hash.work());
    assertThat(hash).hasToString("PasswordHash[hidden]");
  }

  @Test
  void takesAllBcryptRevisionsForTheSame() {
    String y = Hashes.BCRYPT_ABC.replace("$2a$", "$2y$");

    assertThat(PasswordHash.parse(y).matches("abc")).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "empty, '', an empty hash",
    "clear text, hunter2hunter2!, clear text",
    "crypt, rqXexS6ZhobKA, crypt",
    "MD5, 5ebe2294ecd0e0f08eab7690d2a6ee69, MD5",
    "SHA-1, e5e9fa1ba31ecd1ae84f75caaa474f3a663f05f4, SHA-1",
    "SHA-256, 2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b, SHA-2",
    "htpasswd -s, {SHA}5en6G6MezRroT3XKqkdPOmY/BfQ=, {SHA}",
    "htpasswd -m, $apr1$vJGKwTN6$8ZX1mIh7bvW5rOqGcnuKe., apr1",
    "MD5-crypt, $1$28772684$iEwNOgGugqO9.bIz5sk8k/, MD5-crypt",
    "SHA-256 crypt, $5$rounds=1000$x$y, SHA-crypt",
    "SHA-512 crypt, $6$salt$hash, SHA-crypt",
    "yescrypt, $y$j9T$salt$hash, yescrypt",
    "Argon2i, '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8', Argon2i",
    "cost 5, $2y$05$c4WoMPo3SXsafkva.HHa6uXQZWr7oboPiC2bT/r7q1BB8I2s0BRqC, cost 5",
    "cost 17, $2y$17$c4WoMPo3SXsafkva.HHa6uXQZWr7oboPiC2bT/r7q1BB8I2s0BRqC, cost 17",
    "bcrypt cut off, $2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31l, cut off",
    "bcrypt altered, $2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lZ, altered",
    "a blank at the end, '" + Hashes.BCRYPT_ABC + " ', altered",
    "1 GiB, '$argon2id$v=19$m=1048576,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8', m=1048576",
    "1 MiB, '$argon2id$v=19$m=1024,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8', m=1024",
    "99 passes, '$argon2id$v=19$m=65536,t=99,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8', t=99",
    "99 lanes, '$argon2id$v=19$m=65536,t=2,p=99$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8', p=99",
    "old Argon2, '$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8', v=19",
    "few iterations, $pbkdf2-sha256$i=999$AAECAwQFBgcICQoLDA0ODw$"
        + "pbXjsHjJAZ+UssA4mCjbVwQB1+EXh91sn9PQ9vVNm+w, 999 iterations",
    "many iterations, $pbkdf2-sha256$i=99999999$AAECAwQFBgcICQoLDA0ODw$"
        + "pbXjsHjJAZ+UssA4mCjbVwQB1+EXh91sn9PQ9vVNm+w, 99999999 iterations",
    "short digest, $pbkdf2-sha512$i=20000$AAECAwQFBgcICQoLDA0ODw$"
        + "pbXjsHjJAZ+UssA4mCjbVwQB1+EXh91sn9PQ9vVNm+w, 32 of digest"
  })
  void refusesAndNamesTheFormatButNotTheHash(String name, String encoded, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PasswordHash.parse(encoded))
        .withMessageContaining(reason)
        .satisfies(
            e -> {
              if (encoded.length() > 8) {
                assertThat(e.getMessage()).doesNotContain(encoded.substring(encoded.length() - 8));
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret\0", "\0secret", "", "se\ncret", "secret\ud800"})
  void neverMatchesWhatCantBeAPassword(String password) {
    assertThat(PasswordHash.parse(Hashes.BCRYPT_SECRET).matches(password)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.of(password, random));
  }

  @Test
  void doesNotTakeAZeroByteForPadding() {
    assertThat(PasswordHash.parse(PBKDF2).matches("sécret\0")).isFalse();
  }

  @Test
  void bcryptNeverMatchesAPasswordThatItWouldCutOff() {
    String longest = "x".repeat(72);
    PasswordHash hash = PasswordHash.bcrypt(longest, random);

    assertThat(hash.matches(longest)).isTrue();
    assertThat(hash.matches(longest + "y")).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PasswordHash.bcrypt("é".repeat(37), random));
  }

  @Test
  void makesHashesThatMatchAndNeverTheSameOne() {
    PasswordHash one = PasswordHash.of("p\u00e4ss w\u00f6rd", random);
    PasswordHash two = PasswordHash.of("p\u00e4ss w\u00f6rd", random);

    assertThat(PasswordHash.parse(one.encoded()).matches("p\u00e4ss w\u00f6rd")).isTrue();
    assertThat(one.encoded()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(one.encoded()).isNotEqualTo(two.encoded());
  }

  @Test
  void hasABoundForTheLengthOfPasswords() {
    PasswordHash hash = PasswordHash.of("x".repeat(1024), random);

    assertThat(hash.matches("x".repeat(1024))).isTrue();
    assertThat(hash.matches("x".repeat(1025))).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.of("é".repeat(513), random));
  }
}
