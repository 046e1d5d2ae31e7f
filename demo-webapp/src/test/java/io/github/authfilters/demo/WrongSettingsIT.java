package io.github.authfilters.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.demo.ServerUnderTest.Setup;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake in the settings stops the start, and the log says what to write instead. */
final class WrongSettingsIT {

  private static final String LISTENER =
      "<listener><listener-class>io.github.authfilters.servlet.AuthFiltersListener"
          + "</listener-class></listener>";

  static Stream<Arguments> brokenDescriptors() {
    return Stream.of(ServerKind.values())
        .flatMap(
            server ->
                Stream.of(
                    broken(server, "with the listener", xml -> xml),
                    broken(server, "without it", xml -> xml.replace(LISTENER, "")),
                    broken(server, "without it, metadata-complete", WrongSettingsIT::complete)));
  }

  private static Arguments broken(
      ServerKind server, String what, UnaryOperator<String> descriptor) {
    return Arguments.of(server, what, descriptor);
  }

  private static String complete(String xml) {
    return xml.replace(LISTENER, "")
        .replace("version=\"6.0\">", "version=\"6.0\" metadata-complete=\"true\">");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("brokenDescriptors")
  void servesNothing(
      ServerKind kind, String what, UnaryOperator<String> descriptor, @TempDir Path folder) {
    ChangedWar war = ChangedWar.in(folder).webXml(xml -> descriptor.apply(misspelt(xml)));

    try (ServerUnderTest server = ServerUnderTest.launch(Setup.of(kind, "").war(war.path()))) {
      if (server.listens()) {
        assertServesNothing(Visitor.of(server));
      }
      assertThat(server.log())
          .contains("filter 'auth'", "'tokenLifetime'", "15 minutes", "PT15M", "loginPaht");
    }
  }

  /** Two mistakes, and both are to be told. */
  private static String misspelt(String xml) {
    return xml.replace("<param-name>loginPath</param-name>", "<param-name>loginPaht</param-name>")
        .replace(
            "<init-param><param-name>users<",
            "<init-param><param-name>tokenLifetime</param-name>"
                + "<param-value>15 minutes</param-value></init-param>"
                + "<init-param><param-name>users<");
  }

  private static void assertServesNothing(Visitor visitor) {
    for (String path : new String[] {"/docs", "/users/me", "/openapi.json", "/", "/x"}) {
      Response response = visitor.send(visitor.get(path));

      assertThat(response.status()).as("%s: %s", path, response).isIn(404, 503);
    }
    for (String path : new String[] {"/token", "/login_basic", "/logout"}) {
      Response response = visitor.send(visitor.form(path, Visitor.grant("johndoe", "secret")));

      assertThat(response.status()).as("%s: %s", path, response).isIn(404, 503);
    }
  }
}
