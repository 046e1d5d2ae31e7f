package io.github.authfilters.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class HtmlTest {

  @Test
  void escapesWhatCouldLeaveATextOrAnAttribute() {
    Html escaped = Html.escaped("<b title=\"x\" id='y'>&amp;");

    assertThat(escaped.markup()).isEqualTo("&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;");
  }

  @Test
  void fillsEverySlotOfAName() {
    Html page = new Html("<p>{{user}} and {{user}}</p>");

    assertThat(page.with(Map.of("user", Html.escaped("a<b"))).markup())
        .isEqualTo("<p>a&lt;b and a&lt;b</p>");
  }

  @Test
  void putsValuesInAsTheyAre() {
    Html page = new Html("{{user}}, {{base}}");

    Html filled =
        page.with(Map.of("user", Html.escaped("{{base}}$1\\"), "base", Html.escaped("/")));

    assertThat(filled.markup()).isEqualTo("{{base}}$1\\, /");
  }

  @Test
  void refusesASlotWithoutAValue() {
    Html page = new Html("{{user}}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> page.with(Map.of()))
        .withMessage("no value for {{user}}");
  }
}
