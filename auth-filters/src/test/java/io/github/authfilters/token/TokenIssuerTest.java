package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.authfilters.FakeClock;
import io.github.authfilters.identity.Identity;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenIssuerTest {

  private static final Identity ALICE =
      new Identity("alice", Set.of("user", "admin"), Set.of("me", "items"));

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-02T09:00:00.9Z"));
  private final SigningKeys keys = SigningKeys.parse(List.of(Tokens.OURS.secret()));
  private final TokenIssuer issuer = issuer(Duration.ofMinutes(30));

  private TokenIssuer issuer(Duration lifetime) {
    return new TokenIssuer("us", "the api", lifetime, () -> keys, clock, new SecureRandom());
  }

  private static String part(IssuedToken token, int number) {
    String part = token.value().split("\\.", -1)[number];
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  @Test
  void writesTheHeaderOfAnAccessToken() {
    IssuedToken token = issuer.issue(ALICE, Set.of());

    assertThat(part(token, 0))
        .isEqualTo(
            "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(keys.signing().id()));
  }

  @Test
  void writesEveryClaimInWholeSeconds() {
    IssuedToken token = issuer.issue(ALICE, Set.of("me", "items"));

    assertThat(part(token, 1))
        .isEqualTo(
            "{\"iss\":\"us\",\"sub\":\"alice\",\"aud\":\"the api\",\"exp\":1793611800,"
                + "\"iat\":1793610000,\"nbf\":1793610000,\"jti\":\"%s\",\"scope\":\"items me\","
                    .formatted(token.id())
                + "\"roles\":[\"admin\",\"user\"]}");
  }

  @Test
  void signsAsAnyOtherWouldSign() {
    IssuedToken token = issuer.issue(ALICE, Set.of());

    assertThat(token.value()).isEqualTo(Tokens.OURS.sign(part(token, 0), part(token, 1)));
  }

  @Test
  void givesEachTokenAnIdOf128Bits() {
    Set<String> ids = new HashSet<>();

    for (int i = 0; i < 100; i++) {
      ids.add(issuer.issue(ALICE, Set.of()).id());
    }

    assertThat(ids)
        .hasSize(100)
        .allSatisfy(id -> assertThat(Base64.getUrlDecoder().decode(id)).hasSize(16));
  }

  @Test
  void leavesOutScopesThatTheIdentityHasNot() {
    IssuedToken token = issuer.issue(ALICE, Set.of("me", "everything"));

    assertThat(token.scopes()).containsExactly("me");
    assertThat(part(token, 1)).contains("\"scope\":\"me\"");
  }

  @Test
  void leavesOutAScopeThatWouldReadAsTwo() {
    Identity odd = new Identity("odd", Set.of(), Set.of("me admin", "", "quo\"te", "me"));

    IssuedToken token = issuer.issue(odd, odd.scopes());

    assertThat(token.scopes()).containsExactly("me");
  }

  @Test
  void refusesToIssueWhatNoVerifierTakes() {
    Set<String> roles =
        IntStream.range(0, 1000).mapToObj(i -> "role " + i).collect(Collectors.toSet());

    assertThatIllegalStateException()
        .isThrownBy(() -> issuer.issue(new Identity("busy", roles, Set.of()), Set.of()))
        .withMessageContaining("fewer roles");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1M", "PT0.5S", "PT1.5S"})
  void refusesALifetimeThatIsNotWholeSeconds(String lifetime) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> issuer(Duration.parse(lifetime)))
        .withMessageContaining("PT30M");
  }

  @Test
  void saysNothingOfTheTokenWhenPrinted() {
    IssuedToken token = issuer.issue(ALICE, Set.of());

    assertThat(token.toString()).isEqualTo("IssuedToken[hidden]");
    assertThat(token.fingerprint()).hasSize(10).isNotEqualTo(token.id().substring(0, 10));
  }

  @Test
  void keepsItsScopesFromChange() {
    Set<String> scopes = new TreeSet<>(Set.of("me"));
    IssuedToken token = new IssuedToken("value", "id", Duration.ofSeconds(1), scopes);

    scopes.add("admin");

    assertThat(token.scopes()).containsExactly("me");
  }
}
