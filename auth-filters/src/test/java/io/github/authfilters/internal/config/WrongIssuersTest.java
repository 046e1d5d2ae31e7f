package io.github.authfilters.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WrongIssuersTest {

  private static final String IDP = "https://idp.example audience=api ";
  private static final String ASKED =
      IDP + "introspection=https://idp.example/ask client=me secret=env:SECRET ";
  private static final String PLACE = "context-param 'authFilters.trustedIssuers' line ";
  private static final String ISSUER =
      "; write e.g. https://login.example.com audience=https://api.example.com";
  private static final String HTTP =
      "over http anybody on the way could put keys of his own in; it must be https, or on a"
          + " developer's machine stand beside insecureHttp=true";
  private static final String MINUTES =
      "; it must be an ISO-8601 duration in whole seconds, from PT0S to PT5M; write e.g. ";
  private static final String ALGORITHM = "; write e.g. algorithms=RS256,ES256";
  private static final String SHARED =
      "; tokens of others are verified by their public keys, never by a shared secret (HS256) and"
          + " never unsigned (none)"
          + ALGORITHM;
  private static final String VOUCHES =
      "; an issuer that is asked about each token vouches for it by its answer, not by keys;"
          + " keep one of the two";
  private static final String KNOWN_ONLY =
      "; an issuer answers only who it knows (RFC 7662 section 2.1); write e.g. ";

  private static Arguments row(String name, String line, String problem) {
    return Arguments.of(name, line, problem);
  }

  static Stream<Arguments> wrongIssuers() {
    return Stream.of(
        row(
            "no audience",
            "https://idp.example",
            "has no 'audience'; without it a token that the issuer made for any other application"
                + " would do; write e.g. audience=https://api.example.com"),
        row(
            "no URL in front",
            "idp.example audience=api",
            "begins with no URL; it must be an https URL with a host" + ISSUER),
        row(
            "http",
            "http://idp.example audience=api",
            "begins with \"http://idp.example\"; " + HTTP + ISSUER),
        row(
            "a fragment",
            "https://idp.example/#x audience=api",
            "begins with \"https://idp.example/#…\"; a URL has no part behind # here" + ISSUER),
        row(
            "a query",
            "https://idp.example/?key=hunter2 audience=api",
            "begins with \"https://idp.example/?…\"; an issuer is a URL without a query (RFC 8414"
                + " section 2), as its tokens have it in iss"
                + ISSUER),
        row(
            "a comma",
            "https://idp.example/a, audience=api",
            "begins with \"https://idp.example/a,\"; blanks part the words of a line, and no commas"
                + ISSUER),
        row(
            "its metadata",
            "https://idp.example/.well-known/openid-configuration audience=api",
            "begins with \"https://idp.example/.well-known/openid-configuration\"; that is where its"
                + " metadata are; it must be what they have in 'issuer', as its tokens have it in"
                + " iss"
                + ISSUER),
        row(
            "quotes",
            "https://idp.example audience=\"api\"",
            "says audience=\"\"api\"\"; it must be "
                + IssuerOption.AUDIENCE.rule()
                + "; "
                + "write e.g. audience=https://api.example.com"),
        row(
            "a password",
            "https://me:hunter2@idp.example audience=api",
            "begins with (hidden); a URL has no user name and no password in it" + ISSUER),
        row(
            "no host",
            "https:///tenant audience=api",
            "begins with \"https:///tenant\"; it must be an https URL with a host" + ISSUER),
        row(
            "our own issuer",
            "https://us.example audience=api",
            "names our own 'issuer'; what it signs is verified by 'signingKeys';"
                + " give 'issuer' another value, e.g. https://api.example.com"),
        row(
            "a misspelt option",
            IDP + "algoritms=RS256",
            "says 'algoritms'; there is no such option; the likely name is 'algorithms'"),
        row(
            "the name of another library",
            IDP + "jwks_uri=https://idp.example/keys",
            "says 'jwks_uri'; there is no such option; the likely name is 'jwks'"),
        row(
            "an unknown option",
            IDP + "hunter2=x",
            "says something unknown; there is no such option; the names are audience, jwks,"
                + " algorithms, roles, scopes, clockSkew, type, insecureHttp, introspection,"
                + " client, secret, introspectionCache"),
        row(
            "a word that is no option",
            IDP + "secret:hunter2",
            "has a word that is no option; behind the issuer's URL stand options, each NAME=VALUE"
                + " without blanks; the likely name is 'secret'"),
        row(
            "an option twice",
            IDP + "audience=other",
            "says 'audience' twice; it has one value; part several by commas, no blanks"),
        row(
            "an empty value",
            IDP + "roles=",
            "has 'roles' without a value; it must be names of claims, parted by commas;"
                + " write e.g. roles=realm_access.roles"),
        row(
            "a blank in a value",
            IDP + "roles=a b",
            "has a word that is no option; behind the issuer's URL stand options, each NAME=VALUE"
                + " without blanks; the names are "),
        row(
            "an empty element",
            IDP + "scopes=a,,b",
            "says scopes=\"a,,b\"; it must be names of claims, parted by commas;"
                + " write e.g. scopes=scp"),
        row("a shared secret", IDP + "algorithms=HS256", "says algorithms=\"HS256\"" + SHARED),
        row("no signature", IDP + "algorithms=none", "says algorithms=\"none\"" + SHARED),
        row(
            "an algorithm in small letters",
            IDP + "algorithms=ES256,rs256",
            "says algorithms=\"ES256,rs256\"; there is no such algorithm; the likely name is 'RS256'"
                + ALGORITHM),
        row(
            "an algorithm of encryption",
            IDP + "algorithms=A128CBC-HS256",
            "says algorithms=\"A128CBC-HS256\"; it must be RS256, RS384, RS512, PS256, PS384,"
                + " PS512, ES256, ES384, ES512 or EdDSA, parted by commas"
                + ALGORITHM),
        row(
            "no duration",
            IDP + "clockSkew=60",
            "says clockSkew=\"60\"" + MINUTES + "clockSkew=PT60S"),
        row(
            "a long duration",
            IDP + "clockSkew=PT5M1S",
            "says clockSkew=\"PT5M1S\"" + MINUTES + "clockSkew=PT60S"),
        row(
            "a negative duration",
            ASKED + "introspectionCache=PT-1S",
            "says introspectionCache=\"PT-1S\"" + MINUTES + "introspectionCache=PT10S"),
        row(
            "no flag",
            IDP + "insecureHttp=yes",
            "says insecureHttp=\"yes\"; it must be true or false; write e.g. insecureHttp=true"),
        row(
            "keys over http",
            IDP + "jwks=http://idp.example/keys",
            "says jwks=\"http://idp.example/keys\"; "
                + HTTP
                + "; write e.g. jwks=https://login.example.com/.well-known/jwks.json"),
        row(
            "a relative file",
            IDP + "jwks=file:keys.json",
            "says jwks=\"file:keys.json\"; the path behind file: must be absolute;"
                + " write e.g. jwks=https://login.example.com/.well-known/jwks.json"),
        row(
            "a file that isn't there",
            IDP + "jwks=file:/no/such",
            "says jwks=\"file:/no/such\"; the file '/no/such' must be there, readable, UTF-8 and of"
                + " at most 512 KiB;"
                + " write e.g. jwks=https://login.example.com/.well-known/jwks.json"),
        row("keys and asking", ASKED + "jwks=https://a.example/k", "says 'jwks' and" + asked()),
        row("algorithms and asking", ASKED + "algorithms=RS256", "says 'algorithms' and" + asked()),
        row(
            "a client without a secret",
            IDP + "introspection=https://idp.example/ask client=me",
            "says 'introspection' and no 'secret'" + KNOWN_ONLY + "secret=env:CLIENT_SECRET"),
        row(
            "a secret without a client",
            IDP + "introspection=https://idp.example/ask secret=env:SECRET",
            "says 'introspection' and no 'client'" + KNOWN_ONLY + "client=my-api"),
        row(
            "a secret for nothing",
            IDP + "secret=env:SECRET",
            "says 'secret' and no 'introspection'; it is for asking the issuer about each token;"
                + " write e.g. introspection=https://login.example.com/introspect"),
        row("a secret in the clear", secret("hunter2"), "says secret=…; it must be " + env()),
        row(
            "a secret in the clear behind env:",
            secret("env:hunter2"),
            "says secret=…; the environment variable behind env: must be set; write e.g."
                + " secret=env:CLIENT_SECRET"),
        row(
            "a variable that isn't set",
            secret("env:MISSING"),
            "says secret=…; the environment variable MISSING must be set; write e.g."
                + " secret=env:CLIENT_SECRET"),
        row(
            "a secret of several lines",
            secret("env:LINES"),
            "says secret=…; what is there must be one line of printable ASCII; write e.g."
                + " secret=env:CLIENT_SECRET"));
  }

  private static String asked() {
    return " 'introspection'" + VOUCHES;
  }

  private static String env() {
    return "env:NAME or file:/absolute/path, never the secret itself;"
        + " write e.g. secret=env:CLIENT_SECRET";
  }

  private static String secret(String text) {
    return IDP + "introspection=https://idp.example/ask client=me secret=" + text;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongIssuers")
  void refusesAWrongLine(String name, String line, String problem) {
    String message = message("https://first.example audience=api\n\n" + line);

    assertThat(message)
        .startsWith("auth-filters: 1 mistake ")
        .contains("\n- " + PLACE + "3 " + problem)
        .doesNotContain("hunter2");
  }

  @Test
  void tellsTheMistakesOfAllLinesAtOnce() {
    String message =
        message(
            "https://a.example audience=api\nhttps://b.example\nhttps://a.example audience=x type=(");

    assertThat(message.lines().skip(1))
        .containsExactly(
            "- "
                + PLACE
                + "2 has no 'audience'; without it a token that the issuer made for any"
                + " other application would do; write e.g. audience=https://api.example.com",
            "- "
                + PLACE
                + "3 says type=\"(\"; it must be the typ of the issuer's access tokens;"
                + " write e.g. type=at+jwt",
            "- "
                + PLACE
                + "3 names the issuer of line 1 again; an issuer has one line; part several"
                + " audiences by commas, e.g. audience=https://api.example.com,other-api");
  }

  @Test
  void asksOneIssuerOnly() {
    String message = message(ASKED + "\n" + ASKED.replace("idp", "second"));

    assertThat(message)
        .contains(
            PLACE
                + "2 says 'introspection', and so does line 1; a token that can't be read doesn't"
                + " tell whom to ask, so there is one issuer to ask; keep it in one of the lines");
  }

  @Test
  void refusesASecretThatAllAccountsMayRead(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "hunter2");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    String message = message(secret("file:" + file));

    assertThat(message)
        .contains("says secret=…; the secret's file must not be readable by all accounts of the")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not json", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\"}]}"})
  void refusesAFileThatIsNoSetOfPublicKeys(String content, @TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("jwks.json"), content);

    String message = message(IDP + "jwks=file:" + file);

    assertThat(message).contains("must be a JWK set (RFC 7517) of 1 to 100 keys, one of them RSA,");
  }

  @Test
  void refusesWhatIsEmptyWithoutAPlaceholder() {
    assertThat(message(" ")).contains("'authFilters.trustedIssuers' is empty; it must be issuers,");
  }

  @Test
  void showsNothingOfWhatAVariableSays() {
    String message =
        message("${env:ISSUERS}", "https://hunter2.example audience=hunter2,, roles=hunter2,");

    assertThat(message)
        .contains(
            PLACE + "1 says audience=…; it must be ", PLACE + "1 says roles=…; it must be names of")
        .doesNotContain("hunter2");
  }

  @Test
  void showsNothingOfALineWhereAPlaceholderIsWrong() {
    String message = message(secret("hunter2") + " ${env:MISSING}");

    assertThat(message)
        .contains("'authFilters.trustedIssuers' is (hidden); 'env:MISSING' is not there")
        .doesNotContain("hunter2");
  }

  private static String message(String text) {
    return message(text, "");
  }

  private static String message(String text, String variable) {
    FakeSurroundings around =
        new FakeSurroundings()
            .env("SECRET", "hunter2")
            .env("LINES", "hunter2\nhunter2")
            .env("ISSUERS", variable);
    FakeContext application =
        new FakeContext()
            .filter("api", Map.of("signingKeys", "env:KEYS", "issuer", "https://us.example"))
            .param("authFilters.trustedIssuers", text);
    SettingsException wrong =
        catchThrowableOfType(SettingsException.class, () -> around.start(application));
    return String.valueOf(wrong.getMessage());
  }
}
