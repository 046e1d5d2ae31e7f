package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** What every {@link RevocationList} does. */
public abstract class RevocationListContract {

  /** An empty list. */
  protected abstract RevocationList list();

  /** The clock that the list goes by. */
  protected abstract InstantSource clock();

  /** Lets the time pass, by a fake clock or by waiting. */
  protected abstract void pass(Duration duration);

  private Instant in(Duration duration) {
    return clock().instant().plus(duration);
  }

  @Test
  void knowsNothingOfATokenThatWasNeverRevoked() {
    RevocationList list = list();

    list.revoke("another", in(Duration.ofSeconds(2)));

    assertThat(list.isRevoked("token")).isFalse();
  }

  @Test
  void tellsARevokedTokenAtOnce() {
    RevocationList list = list();

    list.revoke("token", in(Duration.ofSeconds(2)));

    assertThat(list.isRevoked("token")).isTrue();
  }

  @Test
  void forgetsATokenWhenItsEndHasCome() {
    RevocationList list = list();
    list.revoke("token", in(Duration.ofSeconds(2)));

    pass(Duration.ofSeconds(2));

    assertThat(list.isRevoked("token")).isFalse();
  }

  @Test
  void takesTheSameRevocationTwice() {
    RevocationList list = list();
    Instant end = in(Duration.ofSeconds(2));

    list.revoke("token", end);
    list.revoke("token", end);

    assertThat(list.isRevoked("token")).isTrue();
  }

  @Test
  void keepsTheLaterEndWhenAnEarlierOneFollows() {
    RevocationList list = list();
    list.revoke("token", in(Duration.ofSeconds(3)));
    list.revoke("token", in(Duration.ofSeconds(1)));

    pass(Duration.ofSeconds(2));

    assertThat(list.isRevoked("token")).isTrue();
  }

  @Test
  void takesTheLaterEndWhenItFollowsAnEarlierOne() {
    RevocationList list = list();
    list.revoke("token", in(Duration.ofSeconds(1)));
    list.revoke("token", in(Duration.ofSeconds(3)));

    pass(Duration.ofSeconds(2));

    assertThat(list.isRevoked("token")).isTrue();
  }

  @Test
  void isUnchangedByAnEndThatIsOver() {
    RevocationList list = list();

    list.revoke("token", in(Duration.ofSeconds(-1)));

    assertThat(list.isRevoked("token")).isFalse();
  }

  @Test
  void takesTokensOfAnyName() {
    RevocationList list = list();
    String name = "a token: with * odd \n characters \u00e9";

    list.revoke(name, in(Duration.ofSeconds(2)));

    assertThat(list.isRevoked(name)).isTrue();
    assertThat(list.isRevoked("a token")).isFalse();
  }
}
