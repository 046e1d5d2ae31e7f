package io.github.authfilters.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.authfilters.identity.Credentials;
import io.github.authfilters.identity.Identity;
import io.github.authfilters.token.SigningKeys;
import io.github.authfilters.token.VerifiedToken;
import io.github.authfilters.user.Authenticator;
import io.github.authfilters.user.User;
import io.github.authfilters.user.UserStore;
import jakarta.servlet.ServletContext;
import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RealmStartTest {

  private static final String BOB =
      "{\"users\": [{\"username\": \"bob\", \"password\":"
          + " \"$2b$10$abcdefghijklmnopqrstuuQEYYtkpvBpPBCPRmsbHBkpPOrJ0fqKK\"}]}";

  @Test
  void makesOneRealmForAllDoorsOfAnApplication() {
    ServletContext context =
        new FakeContext().filter("api", Map.of("signingKeys", "generated")).context();

    AuthFilters first = AuthFilters.of(context);

    assertThat(AuthFilters.of(context)).isSameAs(first);
  }

  @Test
  void makesAnotherRealmAfterTheFirstOneIsClosed() {
    ServletContext context =
        new FakeContext().filter("api", Map.of("signingKeys", "generated")).context();
    AuthFilters first = AuthFilters.of(context);

    AuthFilters.closeIn(context);
    AuthFilters.closeIn(context);

    assertThat(AuthFilters.of(context)).isNotSameAs(first);
  }

  @Test
  void throwsTheSameMistakesToEveryDoor() {
    ServletContext context = new FakeContext().filter("api", Map.of()).context();

    Throwable first = catchThrowable(() -> AuthFilters.of(context));

    assertThat(first).isInstanceOf(SettingsException.class);
    assertThatThrownBy(() -> AuthFilters.of(context)).isSameAs(first);
  }

  @Test
  void letsTheRefusalOfARestrictedContextThrough() {
    ServletContext context = new FakeContext().restricted().context();

    Throwable thrown = catchThrowable(() -> AuthFilters.of(context));

    assertThat(thrown).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void isUsedWhereAComponentIsOurs() {
    FakeContext application = new FakeContext().servlet("out", "LogoutServlet", Map.of());

    assertThat(AuthFilters.isUsedIn(application.context())).isTrue();
  }

  @Test
  void isUsedWhereAContextParamHasThePrefix() {
    FakeContext application = new FakeContext().param("authFilters.isuer", "x");

    assertThat(AuthFilters.isUsedIn(application.context())).isTrue();
  }

  @Test
  void isNotUsedWhereEverythingIsOfOthers() {
    FakeContext application =
        new FakeContext()
            .filter("other", "com.example.OtherFilter", Map.of("tokenLifetime", "forever"))
            .param("issuer", "not ours");

    assertThat(AuthFilters.isUsedIn(application.context())).isFalse();
  }

  @Test
  void mayBeToldTheSameThingTwice() {
    FakeContext application =
        new FakeContext()
            .filter("api", Map.of("signingKeys", "env:KEYS", "cookieName", "${sys:cookie}"))
            .param("authFilters.cookieName", "a");

    RealmReader.Start start = new FakeSurroundings().sys("cookie", "a").start(application);

    assertThat(start.notes()).extracting(StartNote::text).anyMatch(s -> s.contains("cookie a,"));
  }

  @Test
  void issuesTokensThatItAcceptsItself() {
    AuthFilters realm =
        new FakeSurroundings().start(login(Map.of("signingKeys", "env:KEYS"))).realm();

    String token =
        realm
            .issuer()
            .orElseThrow()
            .issue(new Identity("bob", Set.of(), Set.of()), Set.of())
            .value();

    assertThat(realm.verifier().verify(token)).isInstanceOf(VerifiedToken.class);
  }

  @Test
  void verifiesByTheSecondSourceToo(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("key"), FakeSurroundings.key() + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    String before = token(new FakeSurroundings(), "env:KEYS");

    AuthFilters realm =
        new FakeSurroundings()
            .env("BOTH", "file:" + file + "\n" + FakeSurroundings.KEY)
            .start(login(Map.of("signingKeys", "env:BOTH")))
            .realm();

    assertThat(realm.verifier().verify(before)).isInstanceOf(VerifiedToken.class);
  }

  @Test
  void generatesKeysWhereTheVariableIsNotSet() {
    FakeContext application = login(Map.of("signingKeys", "env:MISSING:-generated"));

    RealmReader.Start start = new FakeSurroundings().start(application);

    assertThat(start.notes())
        .contains(
            new StartNote(
                Level.WARNING,
                "signingKeys are generated: all tokens end with this process,"
                    + " and no other node accepts them"));
  }

  @Test
  void sumsUpWhatIsOnWithoutSecrets() {
    FakeContext application = login(Map.of("signingKeys", "env:KEYS", "issuer", "me"));

    RealmReader.Start start = new FakeSurroundings().start(application);

    String kid = SigningKeys.parse(List.of(FakeSurroundings.KEY)).keyIds().get(0);
    assertThat(start.notes())
        .containsExactly(
            new StartNote(
                Level.INFO,
                "issuer me, users container, state memory, cookie auth, tokens live PT30M"),
            new StartNote(Level.INFO, "signingKeys: kid " + kid + " signs"),
            new StartNote(
                Level.INFO,
                "state is memory: a token that was logged out shortly before a restart"
                    + " is accepted again until it expires, and so it is on other nodes"));
  }

  @Test
  void warnsOfWhatLoosens() {
    FakeContext application =
        login(
            Map.of(
                "signingKeys", "env:KEYS",
                "issuer", "me",
                "cookieSameSite", "none",
                "allowedOrigins", "https://app.example.com"));

    RealmReader.Start start = new FakeSurroundings().start(application);

    assertThat(start.notes())
        .filteredOn(note -> note.level() == Level.WARNING)
        .extracting(StartNote::text)
        .containsExactly(
            "cookieSameSite is None: browsers send the cookie with requests of every site",
            "allowedOrigins: pages of other origins may change things with the cookie");
  }

  @Test
  void needsNoKeysWhereItOnlyTrustsOthers() {
    FakeContext application =
        new FakeContext()
            .filter("api", Map.of("trustedIssuers", Setting.TRUSTED_ISSUERS.example()));

    try (AuthFilters realm = new FakeSurroundings().start(application).realm()) {
      assertThat(realm.issuer()).isEmpty();
      assertThat(realm.keys()).isEmpty();
      assertThat(realm.issuers()).isPresent();
    }
  }

  @Test
  void asksNobodyWhereItTrustsNobody() {
    AuthFilters realm =
        new FakeSurroundings().start(login(Map.of("signingKeys", "env:KEYS"))).realm();

    assertThat(realm.issuers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${env:ISSUERS:-}", "${env:BLANK}", " ${env:BLANK}${env:ISSUERS:-} "})
  void takesAVariableWithoutIssuersForNothingSaid(String text) {
    FakeContext application = login(Map.of("signingKeys", "env:KEYS", "trustedIssuers", text));

    AuthFilters realm = new FakeSurroundings().env("BLANK", " \n ").start(application).realm();

    assertThat(realm.issuers()).isEmpty();
  }

  @Test
  void tellsWhomItTrustsAndWarnsOfHttp() {
    FakeContext application =
        login(
            Map.of(
                "signingKeys",
                "env:KEYS",
                "trustedIssuers",
                "https://a.example audience=us,all\nhttp://b.example audience=us insecureHttp=true"));

    RealmReader.Start start = new FakeSurroundings().start(application);
    start.realm().close();

    assertThat(start.notes())
        .contains(
            new StartNote(Level.INFO, "issuer https://a.example is trusted, audience all or us"),
            new StartNote(
                Level.WARNING,
                "insecureHttp: what issuer http://b.example says over http, anybody on the way can"
                    + " forge"));
  }

  @Test
  void tellsThatAJwksServletHasNothingToPublish() {
    FakeContext application =
        login(Map.of("signingKeys", "env:KEYS")).servlet("jwks", "JwksServlet", Map.of());

    RealmReader.Start start = new FakeSurroundings().start(application);

    assertThat(start.notes())
        .extracting(StartNote::text)
        .filteredOn(text -> text.startsWith("servlet 'jwks' publishes no key: "))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/login/basic", "/sign-in"})
  void acceptsALoginPathThatIsServedOrPublic(String path) {
    FakeContext application =
        new FakeContext()
            .filter(
                "api",
                Map.of("signingKeys", "env:KEYS", "loginPath", path, "publicPaths", "/sign-in"))
            .param("authFilters.issuer", "me")
            .servlet("in", "BasicLoginServlet", Map.of("users", "container"), Set.of("/login/*"));

    RealmReader.Start start = new FakeSurroundings().start(application);

    assertThat(start.notes()).noneMatch(note -> note.level() == Level.WARNING);
  }

  @Test
  void warnsOfALoginPathThatNoLoginServes() {
    FakeContext application =
        login(Map.of("signingKeys", "env:KEYS")).filter("api", Map.of("loginPath", "/log-in"));

    RealmReader.Start start = new FakeSurroundings().start(application);

    assertThat(start.notes())
        .contains(
            new StartNote(
                Level.WARNING,
                "filter 'api' init-param 'loginPath' is \"/log-in\", where no BasicLoginServlet is"
                    + " mapped; a login page of the application's own must be among the publicPaths"
                    + " or outside of the filter's mapping"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/secret", "*.do"})
  void warnsOfAFilterThatLeavesMostPathsOpen(String pattern) {
    FakeContext application =
        new FakeContext()
            .filter(
                "api",
                "io.github.authfilters.servlet.BearerOrCookieFilter",
                Map.of("signingKeys", "env:KEYS"),
                Set.of(pattern));

    RealmReader.Start start = new FakeSurroundings().start(application);

    assertThat(start.notes())
        .contains(
            new StartNote(
                Level.WARNING,
                "filter 'api' is mapped to \"%s\" only: all other paths are open to everybody; /*"
                        .formatted(pattern)
                    + " protects all"));
  }

  @Test
  void asksTheContainerForTheRolesOfTheFiltersToo() {
    FakeContext application =
        login(Map.of("signingKeys", "env:KEYS", "users", "container roles=user,editor"))
            .filter("admin", Map.of("requiredRoles", "admin"));

    AuthFilters realm = new FakeSurroundings().start(application).realm();

    assertThat(realm.containerRoles()).contains(Set.of("user", "editor", "admin"));
    assertThat(realm.authenticator()).isEmpty();
  }

  @Test
  void asksTheContainerForARoleWithABlank() {
    FakeContext application =
        login(Map.of("signingKeys", "env:KEYS", "users", "container roles=super user, editor"));

    AuthFilters realm = new FakeSurroundings().start(application).realm();

    assertThat(realm.containerRoles()).contains(Set.of("super user", "editor"));
  }

  @Test
  void warnsOfARoleThatMayBeMeantAsTwo() {
    FakeContext application =
        new FakeContext()
            .filter("api", Map.of("signingKeys", "env:KEYS", "requiredRoles", "admin editor"));

    RealmReader.Start start = new FakeSurroundings().start(application);

    assertThat(start.notes())
        .contains(
            new StartNote(
                Level.WARNING,
                "filter 'api' init-param 'requiredRoles' is \"admin editor\": one role with a blank;"
                    + " roles are parted by commas"));
  }

  @Test
  void readsUsersFromAWarThatIsNotUnpacked() {
    FakeContext application =
        login(Map.of("signingKeys", "env:KEYS", "users", "file:users.json"))
            .packedFile("/WEB-INF/users.json", BOB);

    AuthFilters realm = new FakeSurroundings().start(application).realm();

    assertThat(realm.users().orElseThrow().find("bob")).isPresent();
  }

  @Test
  void readsUsersFromAnAbsolutePath(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("users.json"), BOB);
    FakeContext application =
        login(Map.of("signingKeys", "env:KEYS", "users", "file:${sys:conf}/users.json"));

    AuthFilters realm =
        new FakeSurroundings().sys("conf", folder.toString()).start(application).realm();

    assertThat(realm.users().orElseThrow().find("bob").map(User::disabled)).contains(false);
    assertThat(file).exists();
  }

  @Test
  void tellsTheMistakesOfAUsersFileWithoutItsHashes() {
    FakeContext application =
        login(Map.of("signingKeys", "env:KEYS", "users", "${sys:users:-file:users.json}"))
            .packedFile("/WEB-INF/users.json", BOB.replace("\"$2b", "\"$2x"));

    Throwable thrown = catchThrowable(() -> new FakeSurroundings().start(application));

    assertThat(thrown)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("/WEB-INF/users.json has a mistake:\n  line 1: ")
        .hasMessageNotContaining("abcdefghijklmnop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc/users", "java:comp/env/jdbc/users"})
  void findsADataSourceBelowTheComponentsOwnNames(String name) {
    FakeContext application =
        login(
            Map.of(
                "signingKeys",
                "env:KEYS",
                "users",
                "jdbc:" + name + " query=select * from people where username = ?"));

    AuthFilters realm =
        new FakeSurroundings()
            .bound("java:comp/env/jdbc/users", database())
            .start(application)
            .realm();

    assertThat(realm.users()).isPresent();
    assertThat(realm.authenticator()).isPresent();
  }

  @Test
  void takesAnAuthenticatorOfTheApplication() {
    FakeContext application =
        login(
            Map.of(
                "signingKeys", "env:KEYS", "users", "class:" + OwnAuthenticator.class.getName()));

    AuthFilters realm = new FakeSurroundings().start(application).realm();

    assertThat(realm.authenticator().orElseThrow()).isInstanceOf(OwnAuthenticator.class);
    assertThat(realm.users()).isEmpty();
  }

  @Test
  void takesAUserStoreOfTheApplication() {
    FakeContext application =
        login(Map.of("signingKeys", "env:KEYS", "users", "class:" + OwnStore.class.getName()));

    AuthFilters realm = new FakeSurroundings().start(application).realm();

    assertThat(realm.users().orElseThrow()).isInstanceOf(OwnStore.class);
    assertThat(realm.authenticator()).isPresent();
  }

  @Test
  void refusesAClassWhoseConstructorThrowsWithoutItsMessage() {
    FakeContext application =
        login(Map.of("signingKeys", "env:KEYS", "users", "class:" + Failing.class.getName()));

    Throwable thrown = catchThrowable(() -> new FakeSurroundings().start(application));

    assertThat(thrown)
        .hasMessageContaining("must not throw (it threw java.lang.IllegalStateException)")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void takesABuildersWordsByTheSameRules() {
    Map<String, String> values = Map.of("signingKeys", "generated", "tokenLifetime", "soon");

    Throwable thrown = catchThrowable(() -> AuthFilters.of("Realm.builder()", values));

    assertThat(thrown)
        .hasMessage(
            "auth-filters: 1 mistake in the settings; nothing is served until it is mended:\n"
                + "- Realm.builder().tokenLifetime is \"soon\"; it must be an ISO-8601 duration in"
                + " whole seconds, from PT1S to P30D; write e.g. PT15M");
  }

  @Test
  void makesARealmOfABuildersWordsWithoutUsers() {
    AuthFilters realm = AuthFilters.of("Realm.builder()", Map.of("signingKeys", "generated"));

    assertThat(realm.issuer()).isPresent();
    assertThat(realm.authenticator()).isEmpty();
  }

  /** Proves nobody. */
  public static final class OwnAuthenticator implements Authenticator {
    @Override
    public Optional<Identity> authenticate(Credentials credentials) {
      return Optional.empty();
    }
  }

  /** Knows nobody. */
  public static final class OwnStore implements UserStore {
    @Override
    public Optional<User> find(String username) {
      return Optional.empty();
    }
  }

  /** Can't be made. */
  public static final class Failing {
    public Failing() {
      throw new IllegalStateException("can't log in with hunter2");
    }
  }

  private static String token(FakeSurroundings around, String keys) {
    return around
        .start(login(Map.of("signingKeys", keys)))
        .realm()
        .issuer()
        .orElseThrow()
        .issue(new Identity("bob", Set.of(), Set.of()), Set.of())
        .value();
  }

  /** A login with these settings of the realm, and the container's users where none are named. */
  private static FakeContext login(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("users", "container");
    return new FakeContext().servlet("login", "BasicLoginServlet", all);
  }

  private static DataSource database() {
    return (DataSource)
        Proxy.newProxyInstance(
            RealmStartTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) ->
                method.getReturnType() == PrintWriter.class ? null : method.getName());
  }
}
