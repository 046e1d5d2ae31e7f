package io.github.authfilters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.authfilters.LogLines;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TextKeysTest {

  private final RemoteRealm realm = new RemoteRealm();
  private final AtomicReference<String> text = new AtomicReference<>(realm.provider.jwkSet());

  @AfterEach
  void close() {
    realm.close();
  }

  private KeySource source() {
    return RemoteKeys.of(
        RemoteRealm.settings("the issuer", new IssuerKeys.InText(text::get)), realm.client);
  }

  @Test
  void readsATextOnce() {
    KeySource source = source();
    KeySet first = source.keys();

    assertThat(RemoteRealm.kids(first)).isEqualTo(realm.provider.kids());
    assertThat(source.keys()).isSameAs(first);
    assertThat(source.newer(first)).isSameAs(first);
    assertThat(realm.provider.requests()).isEmpty();
  }

  @Test
  void readsANewText() {
    KeySource source = source();
    KeySet first = source.keys();
    realm.provider.rotate("ES256");
    text.set(realm.provider.jwkSet());

    KeySet newer = source.newer(first);

    assertThat(RemoteRealm.kids(newer)).isEqualTo(realm.provider.kids());
    assertThat(source.keys()).isSameAs(newer);
  }

  @Test
  void keepsTheKeysBeforeABadTextAndSaysSoOnce() {
    KeySource source = source();
    KeySet first = source.keys();
    text.set("half a te");

    try (LogLines log = new LogLines(TextKeys.class)) {
      assertThat(source.keys()).isSameAs(first);
      assertThat(source.keys()).isSameAs(first);

      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("WARNING Issuer \"the issuer\"", "the one before stays")
          .doesNotContain("half");
    }
  }

  @Test
  void refusesABadTextAtStart() {
    text.set("half a te");

    assertThatIllegalArgumentException()
        .isThrownBy(this::source)
        .withMessageContaining("the key set of issuer \"the issuer\" can't be used");
  }
}
