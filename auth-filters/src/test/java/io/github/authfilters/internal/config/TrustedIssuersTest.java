package io.github.authfilters.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.FakeClock;
import io.github.authfilters.LogLines;
import io.github.authfilters.token.IssuerKeys;
import io.github.authfilters.token.IssuerSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustedIssuersTest {

  private final FakeSurroundings around = new FakeSurroundings().env("CLIENT_SECRET", " s3cret ");

  private List<IssuerSettings> read(String text) {
    return TrustedIssuers.read(text, "auth-filters", around.of(new FakeContext().context()));
  }

  private IssuerSettings one(String line) {
    return read(line).get(0);
  }

  @Test
  void hasDefaultsForAllButTheAudience() {
    IssuerSettings issuer = one("https://idp.example/tenant/ audience=api");

    assertThat(issuer)
        .isEqualTo(
            new IssuerSettings(
                "https://idp.example/tenant/",
                Set.of("api"),
                new IssuerKeys.Discovered(),
                Set.of(),
                Optional.empty(),
                List.of("roles"),
                List.of("scope", "scp"),
                Duration.ofSeconds(60),
                false));
  }

  @Test
  void readsAllOptionsInAnyOrder() {
    IssuerSettings issuer =
        one(
            "https://idp.example  clockSkew=PT0S\ttype=at+jwt roles=realm_access.roles,https://a/r"
                + " scopes=scp algorithms=ES256,EdDSA jwks=https://keys.example/k?p=x=y audience=a,b");

    assertThat(issuer)
        .isEqualTo(
            new IssuerSettings(
                "https://idp.example",
                Set.of("a", "b"),
                new IssuerKeys.AtUrl(URI.create("https://keys.example/k?p=x=y")),
                Set.of("ES256", "EdDSA"),
                Optional.of("at+jwt"),
                List.of("realm_access.roles", "https://a/r"),
                List.of("scp"),
                Duration.ZERO,
                false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n  \n"})
  void readsOneIssuerALineInTheirOrder(String end) {
    String text =
        end + "https://b.example audience=api" + end + "  https://a.example audience=api" + end;

    List<IssuerSettings> issuers = read(text);

    assertThat(issuers)
        .extracting(IssuerSettings::issuer)
        .containsExactly("https://b.example", "https://a.example");
  }

  @Test
  void takesAnIssuerWithAndWithoutASlashForTwo() {
    assertThat(read("https://a.example/ audience=api\nhttps://a.example audience=api")).hasSize(2);
  }

  @Test
  void takesHttpWhereTheLineSaysThatItIsInsecure() {
    IssuerSettings issuer =
        one(
            "http://localhost:8180/realms/demo audience=api jwks=http://localhost:8180/k"
                + " insecureHttp=true");

    assertThat(issuer.insecureHttp()).isTrue();
    assertThat(issuer.keys())
        .isEqualTo(new IssuerKeys.AtUrl(URI.create("http://localhost:8180/k")));
  }

  @Test
  void asksWithASecretOfAVariable() {
    IssuerSettings issuer =
        one(
            "https://idp.example audience=api introspection=https://idp.example/ask client=me"
                + " secret=env:CLIENT_SECRET");

    assertThat(issuer.keys())
        .isEqualTo(
            new IssuerKeys.Introspected(
                URI.create("https://idp.example/ask"), "me", "s3cret", Duration.ofSeconds(10)));
  }

  @Test
  void asksWithASecretOfAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "of a file\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    IssuerSettings issuer =
        one(
            "https://idp.example audience=api introspection=https://idp.example/ask client=me"
                + " introspectionCache=PT5M secret=file:"
                + file);

    assertThat(issuer.keys())
        .isEqualTo(
            new IssuerKeys.Introspected(
                URI.create("https://idp.example/ask"), "me", "of a file", Duration.ofMinutes(5)));
  }

  @Test
  void readsTheKeysOfAFileThatEverybodyMayRead(@TempDir Path folder) throws Exception {
    String keys = "{\"keys\":[{\"kty\":\"RSA\"}]}";
    Path file = Files.writeString(folder.resolve("jwks.json"), keys + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    IssuerSettings issuer = one("https://idp.example audience=api jwks=file:" + file);

    assertThat(issuer.keys())
        .isInstanceOfSatisfying(
            IssuerKeys.InText.class,
            text -> {
              assertThat(text.jwkSet().get()).isEqualTo(keys);
              assertThat(text.jwkSet().get()).isSameAs(text.jwkSet().get());
            });
  }

  @Test
  void readsTheKeysOfAFileAgainWhenItChanges(@TempDir Path folder) {
    FakeClock clock = new FakeClock();
    around.at(clock);
    KeyFile file = new KeyFile(folder);
    file.write("{\"keys\":[{\"kty\":\"RSA\"}]}", clock.instant());
    IssuerKeys keys = one("https://idp.example audience=api jwks=file:" + file.path()).keys();
    String next = "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"next\"}]}";

    try (LogLines log = new LogLines("io.github.authfilters")) {
      file.replace(next, clock.instant());
      clock.advance(Duration.ofSeconds(2));

      assertThat(((IssuerKeys.InText) keys).jwkSet().get()).isEqualTo(next);
      assertThat(log.lines())
          .containsExactly(
              "INFO auth-filters: the keys of issuer https://idp.example were read again:"
                  + " kid next");
    }
  }

  @Test
  void keepsTheKeysOfAFileThatBecomesUnusable(@TempDir Path folder) {
    FakeClock clock = new FakeClock();
    around.at(clock);
    KeyFile file = new KeyFile(folder);
    String first = "{\"keys\":[{\"kty\":\"RSA\"}]}";
    file.write(first, clock.instant());
    IssuerKeys keys = one("https://idp.example audience=api jwks=file:" + file.path()).keys();

    try (LogLines log = new LogLines("io.github.authfilters")) {
      file.replace("{}", clock.instant());
      clock.advance(Duration.ofSeconds(2));

      assertThat(((IssuerKeys.InText) keys).jwkSet().get()).isEqualTo(first);
      assertThat(log.lines()).hasSize(1);
      assertThat(log.lines().get(0)).startsWith("WARNING").contains("stay as they were");
    }
  }
}
