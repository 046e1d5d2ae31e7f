package io.github.authfilters.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebXmlTest {

  private static final String OURS = "io.github.authfilters.servlet.BearerOrCookieFilter";
  private static final String FILTER =
      "<filter><filter-name>api</filter-name><filter-class>" + OURS + "</filter-class>";
  private static final String MAPPED =
      "<filter-mapping><filter-name>api</filter-name><url-pattern>/*</url-pattern>";
  private static final String GOOD = FILTER + "</filter>" + MAPPED + "</filter-mapping>";

  private static String param(String name, String text) {
    return "<param-name>%s</param-name><param-value>%s</param-value>".formatted(name, text);
  }

  private static String initParam(String name, String text) {
    return "<init-param>" + param(name, text) + "</init-param>";
  }

  private static String contextParam(String name, String text) {
    return "<context-param>" + param(name, text) + "</context-param>";
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            "an init-param twice",
            FILTER
                + initParam("issuer", "a")
                + initParam("issuer", "b")
                + "</filter>"
                + MAPPED
                + "</filter-mapping>",
            "filter 'api' init-param 'issuer' stands in web.xml twice, with different values;"
                + " servers differ in which of them counts; keep one of the two"),
        Arguments.of(
            "a context-param twice",
            GOOD
                + contextParam("authFilters.issuer", "a")
                + contextParam("authFilters.issuer", "b"),
            "context-param 'authFilters.issuer' stands in web.xml twice, with different values;"
                + " servers differ in which of them counts; keep one of the two"),
        Arguments.of(
            "a filter of the same name",
            "<filter><filter-name>api</filter-name><filter-class>com.example.F</filter-class>"
                + "</filter>"
                + GOOD,
            "filter 'api' stands in web.xml twice; servers differ in which of them counts;"
                + " give each a name of its own"),
        Arguments.of(
            "a pattern with a * that is none",
            FILTER + "</filter>" + MAPPED + "<url-pattern>/secret*</url-pattern></filter-mapping>",
            "filter 'api' is mapped to \"/secret*\"; a * stands for more only at the end, after a /,"
                + " or at the beginning of *.ext; write e.g. /secret/*"),
        Arguments.of(
            "a mapping for forwards only",
            FILTER + "</filter>" + MAPPED + "<dispatcher>FORWARD</dispatcher></filter-mapping>",
            "filter 'api' is mapped to \"/*\" without the dispatcher REQUEST; requests of clients"
                + " would pass by it; write <dispatcher>REQUEST</dispatcher> too"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void tellsWhatServersPassOver(String name, String webXml, String problem) {
    Throwable wrong = catchThrowable(() -> start(webXml));

    assertThat(wrong)
        .hasMessage(
            "auth-filters: 1 mistake in the settings; nothing is served until it is mended:\n- "
                + problem);
  }

  static Stream<Arguments> fine() {
    return Stream.of(
        Arguments.of("the usual", GOOD),
        Arguments.of(
            "the same twice",
            FILTER
                + initParam("issuer", "a")
                + initParam("issuer", " a ")
                + "</filter>"
                + MAPPED
                + "</filter-mapping>"),
        Arguments.of(
            "a second mapping for error pages",
            GOOD + MAPPED + "<dispatcher>ERROR</dispatcher></filter-mapping>"),
        Arguments.of(
            "others that stand there twice",
            GOOD
                + contextParam("other", "a")
                + contextParam("other", "b")
                + "<filter><filter-name>x</filter-name></filter>".repeat(2)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fine")
  void startsWith(String name, String webXml) {
    assertThatCode(() -> start(webXml)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "no XML at all",
        "<web-app><filter>",
        "<!DOCTYPE web-app SYSTEM \"file:/etc/passwd\"><web-app/>",
        "<!DOCTYPE web-app [<!ENTITY x SYSTEM \"file:/etc/passwd\">]><web-app>&x;</web-app>"
      })
  void leavesAnUnreadableOneToTheServer(String webXml) {
    assertThatCode(() -> WebXml.of(application(webXml).context())).doesNotThrowAnyException();
  }

  @Test
  void readsNoEntityOfAnotherFile() {
    String webXml =
        "<!DOCTYPE web-app [<!ENTITY x SYSTEM \"file:/etc/passwd\">]><web-app><context-param>"
            + param("a", "&x;")
            + "</context-param></web-app>";

    assertThat(WebXml.of(application(webXml).context()).contextParams()).isEmpty();
  }

  @Test
  void passesOverOneThatIsTooLong() {
    String webXml = "<web-app>" + GOOD + " ".repeat(1024 * 1024) + "</web-app>";

    assertThat(WebXml.of(application(webXml).context())).isEqualTo(WebXml.NONE);
  }

  @Test
  void knowsAMappingThatTheServerDoesNotTellYet() {
    FakeContext early =
        new FakeContext()
            .filter("api", OURS, Map.of("signingKeys", "generated"), Set.of())
            .packedFile("/WEB-INF/web.xml", "<web-app>" + GOOD + "</web-app>");

    assertThatCode(() -> AuthFilters.of(early.context())).doesNotThrowAnyException();
  }

  private static FakeContext application(String webXml) {
    return new FakeContext()
        .filter("api", Map.of("signingKeys", "generated"))
        .packedFile("/WEB-INF/web.xml", webXml);
  }

  private static AuthFilters start(String content) {
    return AuthFilters.of(application("<web-app>" + content + "</web-app>").context());
  }
}
