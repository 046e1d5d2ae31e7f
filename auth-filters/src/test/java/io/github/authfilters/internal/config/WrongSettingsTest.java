package io.github.authfilters.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WrongSettingsTest {

  private static final String ONE =
      "auth-filters: 1 mistake in the settings; nothing is served until it is mended:\n- ";

  private static final String PATH =
      "it must be a path within the application: one leading / and no scheme, //, \\, ?, # or ;";

  private static final String SOURCES =
      "each line must be file:/absolute/path, env:NAME (of at most 40 letters, digits and _),"
          + " env:NAME:-generated, or generated alone; a key itself belongs in a file or an"
          + " environment variable; write e.g. env:AUTH_SIGNING_KEYS";

  private static final String LIFETIME =
      "it must be an ISO-8601 duration in whole seconds, from PT1S to P30D; write e.g. PT15M";

  private static final String COOKIE_NAME =
      "it must be 1 to 64 letters, digits or characters of !#$%&'*+-.^_`|~ and not start with __"
          + " (over https the prefix __Host- is added by itself); write e.g. auth";

  private static final String DOMAIN =
      "it must be a domain name of two labels or more, without scheme, port or leading dot, and no"
          + " IP address; write e.g. example.com";

  private static final String USERS =
      "it must be file:PATH, htpasswd:PATH, jdbc:JNDI-NAME, container or class:NAME;"
          + " write e.g. file:users.json";

  private static Arguments row(String name, String setting, String text, String problem) {
    return Arguments.of(name, setting, text, problem);
  }

  static Stream<Arguments> wrongRealm() {
    return Stream.of(
        row("no duration", "tokenLifetime", "15 minutes", "is \"15 minutes\"; " + LIFETIME),
        row("a negative duration", "tokenLifetime", "PT-5M", "is \"PT-5M\"; " + LIFETIME),
        row("no time at all", "tokenLifetime", "PT0S", "is \"PT0S\"; " + LIFETIME),
        row("parts of a second", "tokenLifetime", "PT1.5S", "is \"PT1.5S\"; " + LIFETIME),
        row("too long", "tokenLifetime", "P30DT1S", "is \"P30DT1S\"; " + LIFETIME),
        row("years", "tokenLifetime", "P1Y", "is \"P1Y\"; " + LIFETIME),
        row("empty", "tokenLifetime", " ", "is empty; " + LIFETIME),
        row(
            "an issuer with a blank",
            "issuer",
            "my issuer",
            "is \"my issuer\"; it must be 1 to 200 printable ASCII characters without blanks;"
                + " write e.g. https://api.example.com"),
        row(
            "an audience with a control character",
            "audience",
            "api\u0007",
            "is \"api\\u{7}\"; it must be 1 to 200 printable ASCII characters without blanks;"
                + " write e.g. https://api.example.com"),
        row(
            "a cookie name with a blank",
            "cookieName",
            "my auth",
            "is \"my auth\"; " + COOKIE_NAME),
        row("a cookie prefix", "cookieName", "__Host-a", "is \"__Host-a\"; " + COOKIE_NAME),
        row("a cookie name with =", "cookieName", "a=b", "is \"a=b\"; " + COOKIE_NAME),
        row("a URL as domain", "cookieDomain", "https://a.de", "is \"https://a.de\"; " + DOMAIN),
        row("a port", "cookieDomain", "a.de:8080", "is \"a.de:8080\"; " + DOMAIN),
        row("a leading dot", "cookieDomain", ".a.de", "is \".a.de\"; " + DOMAIN),
        row("an IP address", "cookieDomain", "10.0.0.1", "is \"10.0.0.1\"; " + DOMAIN),
        row("a single label", "cookieDomain", "com", "is \"com\"; " + DOMAIN),
        row(
            "an unknown SameSite",
            "cookieSameSite",
            "always",
            "is \"always\"; it must be Lax, Strict or None; write e.g. Lax"),
        row("users of no kind", "users", "alice:wonderland", "is (hidden); " + USERS),
        row("users in LDAP", "users", "ldap://dc=example", "is (hidden); " + USERS),
        row(
            "a users file outside of WEB-INF",
            "users",
            "file:../users.json",
            "is \"file:../users.json\"; a relative path must name a file, without ..;"
                + " write e.g. file:users.json"),
        row(
            "a users file that isn't there",
            "users",
            "file:nobody.json",
            "is \"file:nobody.json\"; the file 'nobody.json' must be there, in /WEB-INF/"),
        row(
            "an absolute users file that isn't there",
            "users",
            "htpasswd:/WEB-INF/no",
            "is \"htpasswd:/WEB-INF/no\"; the file '/WEB-INF/no' must be there and readable;"
                + " a relative path is looked for in /WEB-INF/"),
        row(
            "a JDBC URL",
            "users",
            "jdbc:postgresql://bob:hunter2@db/users",
            "is \"jdbc:…\"; after jdbc: comes the JNDI name of a DataSource (no JDBC URL), and where"
                + " the table is another one, a blank and query=SELECT …;"
                + " write e.g. file:users.json"),
        row(
            "a JNDI name that isn't bound",
            "users",
            "jdbc:jdbc/users",
            "is \"jdbc:…\"; the JNDI name 'jdbc/users' must be bound, here or below java:comp/env/"),
        row(
            "a JNDI name of another thing",
            "users",
            "jdbc:jdbc/text",
            "is \"jdbc:…\"; the JNDI name 'jdbc/text' must be that of a DataSource"),
        row(
            "a class that isn't there",
            "users",
            "class:com.example.Missing",
            "is \"class:com.example.Missing\"; the class 'com.example.Missing' must be in the"
                + " application"),
        row(
            "a class of another type",
            "users",
            "class:java.lang.Object",
            "is \"class:java.lang.Object\"; the class 'java.lang.Object' must implement"
                + " io.github.authfilters.user.UserStore or Authenticator"),
        row(
            "a class without a fitting constructor",
            "users",
            "class:java.lang.Integer",
            "is \"class:java.lang.Integer\"; 'java.lang.Integer' must be a public class with a"
                + " public constructor without parameters"),
        row(
            "state on Redis",
            "state",
            "redis://:hunter2@cache",
            "is \"redis:…\"; it must be memory: this version has no Redis module yet;"
                + " write e.g. memory"),
        row("unknown state", "state", "disk", "is (hidden); it must be memory; write e.g. memory"),
        row("a literal key", "signingKeys", FakeSurroundings.KEY, "is (hidden); " + SOURCES),
        row(
            "a literal key as a variable's name",
            "signingKeys",
            "env:" + FakeSurroundings.KEY,
            "is (hidden); " + SOURCES),
        row(
            "a variable that isn't set",
            "signingKeys",
            "env:MISSING",
            "is \"env:MISSING\"; the environment variable MISSING must be set"),
        row(
            "generated beside another source",
            "signingKeys",
            "env:KEYS\n generated",
            "is \"env:KEYS\\u{a} generated\"; 'generated' must stand alone, without other sources;"
                + " write e.g. env:AUTH_SIGNING_KEYS"),
        row(
            "a relative key file",
            "signingKeys",
            "file:key.txt",
            "is \"file:key.txt\"; the path 'key.txt' of a key file must be absolute"),
        row(
            "a key file that isn't there",
            "signingKeys",
            "file:/no/such/key",
            "is \"file:/no/such/key\"; the file '/no/such/key' must be there, readable, UTF-8 and of"
                + " at most 64 KiB"),
        row(
            "an unset variable in a placeholder",
            "issuer",
            "${env:MISSING}",
            "is \"${env:MISSING}\"; 'env:MISSING' is not there and the placeholder has no default"
                + " after :-"),
        row(
            "a placeholder of an unknown kind",
            "issuer",
            "${vault:issuer}",
            "is \"${vault:issuer}\"; a placeholder is ${env:NAME}, ${sys:NAME} or"
                + " ${file:/absolute/path}"),
        row(
            "an open placeholder",
            "issuer",
            "${env:KEYS",
            "is \"${env:KEYS\"; a placeholder that opens with ${ must close with }"),
        row(
            "a placeholder in a placeholder",
            "issuer",
            "${env:A:-${env:B}}",
            "is \"${env:A:-${env:B}}\"; a placeholder can't hold another one"),
        row(
            "a setting of another component",
            "loginPath",
            "/login",
            "is in the wrong place; 'loginPath' is a setting of the BearerOrCookieFilter;"
                + " move it there"),
        row(
            "a misspelt name",
            "tokenLifetme",
            "PT15M",
            "is unknown; there is no such setting; the likely name is 'tokenLifetime'"),
        row(
            "another case",
            "COOKIENAME",
            "a",
            "is unknown; there is no such setting; the likely name is 'cookieName'"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongRealm")
  void refusesAWrongSettingOfTheRealm(String name, String setting, String text, String problem) {
    Map<String, String> params = new HashMap<>(Map.of("signingKeys", "env:KEYS"));
    params.put("users", "container");
    params.put(setting, text);

    String message = message(application(params));

    assertThat(message).isEqualTo(ONE + "context-param 'authFilters." + setting + "' " + problem);
  }

  static Stream<Arguments> wrongComponents() {
    return Stream.of(
        row("a login elsewhere", "loginPath", "//evil.com", "\"//evil.com\"; " + PATH),
        row("a login by URL", "loginPath", "https://a.de/", "\"https://a.de/\"; " + PATH),
        row("a relative login", "loginPath", "login", "\"login\"; " + PATH),
        row("a backslash", "loginPath", "/\\evil.com", "\"/\\evil.com\"; " + PATH),
        row("a query", "loginPath", "/login?x=1", "\"/login?x=1\"; " + PATH),
        row("a way up", "loginPath", "/a/../b", "\"/a/../b\"; " + PATH),
        row("no flag", "optional", "yes", "\"yes\"; it must be true or false"),
        row("too much hidden", "hideCredentials", "none", "\"none\"; it must be basic or all"),
        row(
            "no scope",
            "requiredScopes",
            "read \"all\"",
            "\"read \"all\"\"; it must be scopes (RFC 6749 section 3.3), of which a caller needs all,"
                + " parted by commas or blanks"),
        row(
            "no role",
            "requiredRoles",
            ",",
            "\",\"; it must be roles, of which a caller needs any one, parted by commas or newlines"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongComponents")
  void refusesAWrongSettingOfAFilter(String name, String setting, String text, String problem) {
    FakeContext application = application(good()).filter("api", Map.of(setting, text));

    String message = message(application);

    assertThat(message)
        .isEqualTo(
            ONE
                + "filter 'api' init-param '%s' is %s; write e.g. %s"
                    .formatted(setting, problem, Setting.named(setting).get(0).example()));
  }

  @Test
  void tellsAllMistakesOfAllComponentsAtOnce() {
    FakeContext application =
        new FakeContext()
            .filter("api", Map.of("tokenLifetime", "15 minutes", "requiredRole", "admin"))
            .servlet("login", "BasicLoginServlet", Map.of("realm", "Küche", "optional", "true"))
            .servlet("logout", "LogoutServlet", Map.of("successPath", "bye"));

    String message = message(application);

    assertThat(message)
        .isEqualTo(
            """
            auth-filters: 7 mistakes in the settings; nothing is served until they are mended:
            - filter 'api' init-param 'requiredRole' is unknown; there is no such setting; the \
            likely name is 'requiredRoles'
            - servlet 'login' init-param 'optional' is in the wrong place; 'optional' is a setting \
            of the BearerOrCookieFilter; move it there
            - servlet 'login' init-param 'realm' is "Küche"; it must be 1 to 100 printable ASCII \
            characters; write e.g. Example Inc. API
            - servlet 'logout' init-param 'successPath' is "bye"; %s; write e.g. /
            - filter 'api' init-param 'tokenLifetime' is "15 minutes"; %s
            - the realm has no 'signingKeys'; tokens of servlet 'login' must be signed; set it, \
            e.g. signingKeys=env:AUTH_SIGNING_KEYS
            - the realm has no 'users'; servlet 'login' must know where users are; set it, e.g. \
            users=file:users.json"""
                .formatted(PATH, LIFETIME));
  }

  @Test
  void refusesAFilterThatCouldNeverAcceptAToken() {
    String message = message(new FakeContext().filter("api", Map.of()));

    assertThat(message)
        .isEqualTo(
            ONE
                + "the realm has no 'signingKeys'; without keys, or trustedIssuers, no token could ever be accepted;"
                + " set it, e.g. signingKeys=env:AUTH_SIGNING_KEYS");
  }

  @Test
  void namesBothPlacesOfASettingThatIsSaidTwice() {
    FakeContext application = application(good()).filter("api", Map.of("signingKeys", "generated"));

    String message = message(application);

    assertThat(message)
        .isEqualTo(
            ONE
                + "filter 'api' init-param 'signingKeys' says something else than context-param"
                + " 'authFilters.signingKeys'; the realm has one value for it; keep one of the two");
  }

  @Test
  void refusesAnOptionalFilterThatRequiresARole() {
    FakeContext application =
        application(good()).filter("api", Map.of("optional", "true", "requiredRoles", "admin"));

    String message = message(application);

    assertThat(message)
        .isEqualTo(
            ONE
                + "filter 'api' init-param 'optional' is \"true\"; a filter with requiredRoles or"
                + " requiredScopes can't let anonymous callers pass; take one of them out");
  }

  @Test
  void refusesAKeyFileThatAllAccountsMayRead(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("key"), FakeSurroundings.KEY);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    String message =
        message(new FakeContext().filter("api", Map.of("signingKeys", "file:" + file)));

    assertThat(message)
        .contains("is \"file:")
        .contains("the key file must not be readable by all accounts of the machine: chmod 600 ")
        .doesNotContain(FakeSurroundings.KEY);
  }

  @Test
  void listsTheNamesWhereNoneIsLikely() {
    FakeContext application =
        application(good()).servlet("logout", "LogoutServlet", Map.of("unrelatedThing", "x"));

    String message = message(application);

    assertThat(message)
        .contains("is unknown; there is no such setting; the names are signingKeys, issuer,")
        .endsWith(", state, successPath");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "trustedProxies | example.com | \"example.com\" is no address of proxies: ",
        "trustedProxies | 10.0.0.0/0 | \"10.0.0.0/0\" is no address of proxies: ",
        "allowedOrigins | https://a.de/x | \"https://a.de/x\" is no origin: ",
        "loginLimit | many | 'many' is no part of a login limit; write e.g. userAndAddress=5",
        "loginLimit | user=0 | user is 0, it must be 1 to 1000000; write e.g. userAndAddress=5",
      })
  void passesOnTheRuleOfAnotherRoom(String setting, String text, String rule) {
    Map<String, String> params = new HashMap<>(good());
    params.put(setting, text);

    String message = message(application(params));

    assertThat(message)
        .startsWith(ONE + "context-param 'authFilters." + setting + "' is \"" + text + "\"; ")
        .contains("\"; " + rule)
        .containsOnlyOnce("e.g. ");
  }

  @Test
  void refusesAPublicPathThatIsNoPattern() {
    FakeContext application = application(good()).filter("api", Map.of("publicPaths", "/a/*/b"));

    String message = message(application);

    assertThat(message)
        .startsWith(ONE + "filter 'api' init-param 'publicPaths' is \"/a/*/b\"; \"/a/*/b\" is no");
  }

  @Test
  void tellsBothHomesOfASuccessPath() {
    FakeContext application =
        application(good()).servlet("token", "TokenServlet", Map.of("successPath", "/docs"));

    assertThat(message(application))
        .isEqualTo(
            ONE
                + "servlet 'token' init-param 'successPath' is in the wrong place; 'successPath' is"
                + " a setting of the BasicLoginServlet or the LogoutServlet; move it there");
  }

  @Test
  void namesTheSecondSourceWhereItsKeysAreUnusable() {
    FakeSurroundings around = new FakeSurroundings().env("SHORT", "c2hvcnQga2V5");

    String message =
        message(
            new FakeContext().filter("api", Map.of("signingKeys", "env:KEYS\nenv:SHORT")), around);

    assertThat(message).contains("the keys of 'env:SHORT' are unusable: ");
  }

  @Test
  void showsNoSecretWhateverIsWrong() {
    String secret = "hunter2hunter2";
    Map<String, String> params =
        Map.of(
            "signingKeys",
            "file:key\n" + secret,
            "signingKey",
            secret,
            "users",
            "alice:" + secret,
            "state",
            "redis://u:" + secret + "@cache:6379",
            "trustedIssuers",
            secret,
            "loginPath",
            secret,
            "issuer",
            "https://u:" + secret + "@idp with blank",
            "audience",
            "${env:SECRET}",
            "cookieName",
            "${env:SECRET}",
            "allowedOrigins",
            "${env:SECRET}");
    FakeSurroundings around =
        new FakeSurroundings().env("SECRET", "a b/" + secret).env("ORIGIN", secret);

    String message = message(application(params), around);

    assertThat(message).contains("11 mistakes").doesNotContain(secret);
  }

  static Stream<Arguments> misplacedSecrets() {
    String hash = "$2y$12$abcdefghijklmnopqrstuv";
    String key = FakeSurroundings.KEY;
    return Stream.of(
        Arguments.of("a key as a file", "signingKeys", "file:" + key, key),
        Arguments.of("a key as a file by a variable", "signingKeys", "file:${env:KEYS}", key),
        Arguments.of("a key in a default", "signingKeys", "env:NO:-" + key, key),
        Arguments.of("a line of htpasswd", "users", "htpasswd:bob:" + hash, hash),
        Arguments.of("users in place", "users", "file:[{\"password\":\"" + hash + "\"}]", hash),
        Arguments.of("a URL with a password", "issuer", "https://u:" + key + "@a b", key),
        Arguments.of("a database", "users", "jdbc:h2:mem;PASSWORD=" + key, key));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misplacedSecrets")
  void showsNoSecretThatStandsInTheWrongPlace(
      String name, String setting, String text, String secret) {
    Map<String, String> params = new HashMap<>(good());
    params.put(setting, text);

    String message = message(application(params));

    assertThat(message).startsWith(ONE).doesNotContain(secret);
  }

  @Test
  void namesTheSourceOfAnUnusableKeyAndNotTheKey() {
    FakeSurroundings around = new FakeSurroundings().env("SHORT", "c2hvcnQga2V5");

    String message =
        message(new FakeContext().filter("api", Map.of("signingKeys", "env:SHORT")), around);

    assertThat(message)
        .contains("is \"env:SHORT\"; the keys of 'env:SHORT' are unusable: ")
        .doesNotContain("c2hvcnQga2V5");
  }

  @Test
  void boundsAndEscapesWhatItShows() {
    String text = "\u202e\n" + "a b".repeat(100);

    String message = message(application(Map.of("issuer", text, "signingKeys", "env:KEYS")));

    assertThat(message)
        .contains("is \"\\u{202e}\\u{a}a ba b")
        .contains("…\"")
        .doesNotContain("\u202e");
    assertThat(List.of(message.split("\n"))).allMatch(line -> line.length() < 400);
  }

  private static Map<String, String> good() {
    return Map.of("signingKeys", "env:KEYS", "users", "container");
  }

  /** With these realm settings as context-params, and a login. */
  private static FakeContext application(Map<String, String> realm) {
    FakeContext application = new FakeContext().servlet("login", "BasicLoginServlet", Map.of());
    realm.forEach((name, text) -> application.param("authFilters." + name, text));
    return application;
  }

  private static String message(FakeContext application) {
    return message(application, new FakeSurroundings().bound("jdbc/text", "no database"));
  }

  private static String message(FakeContext application, FakeSurroundings around) {
    SettingsException wrong =
        catchThrowableOfType(SettingsException.class, () -> around.start(application));
    return String.valueOf(wrong.getMessage());
  }

  @Test
  void refusesAFilterThatIsMappedToNothing() {
    FakeContext application =
        new FakeContext()
            .filter(
                "api",
                "io.github.authfilters.servlet.BearerOrCookieFilter",
                Map.of("signingKeys", "env:KEYS"),
                Set.of())
            .packedFile(
                "/WEB-INF/web.xml",
                "<web-app><filter><filter-name>api</filter-name><filter-class>"
                    + "io.github.authfilters.servlet.BearerOrCookieFilter"
                    + "</filter-class></filter></web-app>");

    assertThatThrownBy(() -> new FakeSurroundings().start(application))
        .hasMessage(
            ONE
                + "filter 'api' is mapped to nothing; it would protect nothing; write a"
                + " <filter-mapping> for it, e.g. with <url-pattern>/*</url-pattern>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.github.authfilters.servlet.BearerOrCookyFilter",
        "io.github.authfilters.servlets.BearerOrCookieFilter",
        "io.github.authfilters.servlet.bearerorcookiefilter"
      })
  void tellsTheLikelyClassOfAMisspeltFilter(String className) {
    FakeContext application =
        new FakeContext()
            .param("authFilters.signingKeys", "env:KEYS")
            .filter("api", className, Map.of("loginPath", "/login"));

    assertThatThrownBy(() -> new FakeSurroundings().start(application))
        .hasMessage(
            ONE
                + "filter 'api' has an unknown class; no class of ours has that name; the likely one"
                + " is io.github.authfilters.servlet.BearerOrCookieFilter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"authfilters.issuer", "AuthFilters.issuer", "auth-filters.issuer"})
  void tellsTheLikelyNameOfAContextParamWithAMisspeltPrefix(String name) {
    FakeContext application =
        new FakeContext().filter("api", Map.of("signingKeys", "env:KEYS")).param(name, "me");

    assertThatThrownBy(() -> new FakeSurroundings().start(application))
        .hasMessage(
            ONE
                + "context-param '"
                + name
                + "' is unknown; the prefix of our settings is authFilters. exactly; the likely name"
                + " is 'authFilters.issuer'");
  }
}
