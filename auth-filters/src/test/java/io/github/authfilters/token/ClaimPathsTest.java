package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.authfilters.token.RejectedToken.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Roles and scopes wherever an issuer writes them. */
final class ClaimPathsTest {

  private static Provider provider(List<String> roles, List<String> scopes) {
    IssuerSettings settings =
        new IssuerSettings(
            Provider.NAME,
            Set.of(Provider.AUDIENCE),
            new IssuerKeys.Discovered(),
            Set.of(),
            Optional.empty(),
            roles,
            scopes,
            Duration.ZERO,
            false);
    return new Provider(settings, KeyPairs.set(KeyPairs.P256.jwk()));
  }

  private static String token(Provider provider, String more) {
    return KeyPairs.P256.token("ES256", provider.claims("," + more));
  }

  static Stream<Arguments> paths() {
    String keycloak =
        "\"realm_access\":{\"roles\":[\"a\"]},"
            + "\"resource_access\":{\"my-client\":{\"roles\":[\"b\"]},"
            + "\"com.example.app\":{\"roles\":[\"c\"]},\"account\":{}}";
    return Stream.of(
        argumentSet("array", "groups", "\"groups\":[\"a\",\"b\",\"a\"]", "a+b"),
        argumentSet("words", "groups", "\"groups\":\" a  b \"", "a+b"),
        argumentSet("one word", "groups", "\"groups\":\"a\"", "a"),
        argumentSet("words with blanks in an array", "groups", "\"groups\":[\"a b\"]", "a b"),
        argumentSet("empty array", "groups", "\"groups\":[]", ""),
        argumentSet("empty text", "groups", "\"groups\":\"\"", ""),
        argumentSet("empty text in an array", "groups", "\"groups\":[\"\"]", ""),
        argumentSet("missing", "groups", "\"roles\":[\"a\"]", ""),
        argumentSet("Keycloak's realm", "realm_access.roles", keycloak, "a"),
        argumentSet("Keycloak's client", "resource_access.my-client.roles", keycloak, "b"),
        argumentSet("a client with dots", "resource_access.com.example.app.roles", keycloak, "c"),
        argumentSet("no such client", "resource_access.other.roles", keycloak, ""),
        argumentSet("a client without roles", "resource_access.account.roles", keycloak, ""),
        argumentSet(
            "Auth0's URL",
            "https://api.example.com/roles",
            "\"https://api.example.com/roles\":[\"a\"]",
            "a"),
        argumentSet(
            "a URL with more behind it",
            "https://api.example.com/app.roles",
            "\"https://api.example.com/app\":{\"roles\":[\"a\"]}",
            "a"),
        argumentSet(
            "the name with a dot goes first", "a.b", "\"a\":{\"b\":\"inner\"},\"a.b\":\"x\"", "x"),
        argumentSet("a way that ends", "a.b.c", "\"a\":{\"x\":1},\"a.b\":{\"c\":\"d\"}", "d"),
        argumentSet("on the way a text", "groups.roles", "\"groups\":\"roles\"", ""),
        argumentSet("on the way an array", "groups.0", "\"groups\":[\"a\"]", ""),
        argumentSet("on the way null", "a.b", "\"a\":null", ""),
        argumentSet("only dots", "...", "\"\":{\"\":{\"\":\"a\"}}", ""),
        argumentSet("Cognito's colon", "cognito:groups", "\"cognito:groups\":[\"a\"]", "a"));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void readsWhatIsAtThePath(String path, String claims, String expected) {
    Provider roles = provider(List.of(path), List.of());
    Provider scopes = provider(List.of(), List.of(path));

    VerifiedToken withRoles = roles.verified(token(roles, claims));
    VerifiedToken withScopes = scopes.verified(token(scopes, claims));

    assertThat(String.join("+", withRoles.roles().stream().sorted().toList())).isEqualTo(expected);
    assertThat(String.join("+", withScopes.scopes().stream().sorted().toList()))
        .isEqualTo(expected);
    assertThat(withRoles.scopes()).isEmpty();
    assertThat(withScopes.roles()).isEmpty();
  }

  static Stream<Arguments> wrongTypes() {
    return Stream.of("1", "1.5", "true", "{}", "{\"b\":[\"c\"]}", "[1]", "[\"a\",{}]", "[[\"a\"]]")
        .flatMap(
            value ->
                Stream.of(
                    argumentSet("top " + value, "groups", "\"groups\":" + value),
                    argumentSet("inner " + value, "a.b", "\"a\":{\"b\":" + value + "}")));
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void refusesAWrongType(String path, String claims) {
    Provider roles = provider(List.of("roles", path), List.of());
    Provider scopes = provider(List.of(), List.of("scope", path));

    assertThat(roles.refusal(token(roles, claims))).isEqualTo(Reason.BAD_CLAIMS);
    assertThat(scopes.refusal(token(scopes, claims))).isEqualTo(Reason.BAD_CLAIMS);
  }

  @Test
  void refusesNull() {
    Provider roles = provider(List.of("groups"), List.of());

    assertThat(roles.refusal(token(roles, "\"groups\":null"))).isEqualTo(Reason.BAD_CLAIMS);
  }

  @Test
  void unitesWhatIsAtSeveralPaths() {
    Provider provider = provider(List.of("groups", "a.b"), List.of("scope", "scp"));

    VerifiedToken token =
        provider.verified(
            token(
                provider,
                "\"groups\":[\"x\"],\"a\":{\"b\":\"y x\"},\"scope\":\"me\",\"scp\":[\"items\"]"));

    assertThat(token.roles()).containsExactlyInAnyOrder("x", "y");
    assertThat(token.scopes()).containsExactlyInAnyOrder("me", "items");
  }
}
