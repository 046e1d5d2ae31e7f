package io.github.authfilters.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.authfilters.servlet.Realm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.jetty.ee10.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.ee10.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jetty puts its own filter for WebSockets before all others, unless web.xml declares it. */
final class WebSocketOnJettyTest {

  private static final Path EXAMPLES = Path.of("src/test/resources/docs").toAbsolutePath();
  private static final String CLASSES = "classes/io/github/authfilters/docs";

  private final Server server = new Server(0);
  private WebAppContext application = new WebAppContext();
  private Path webInf = Path.of("");

  @BeforeEach
  void makeAnApplication(@TempDir Path folder) throws IOException {
    webInf = Files.createDirectories(folder.resolve("WEB-INF"));
    application = new WebAppContext(folder.toString(), "/");
    application.setThrowUnavailableOnStartupException(true);
    // The examples use the classes of this test.
    application.setParentLoaderPriority(true);
    server.setHandler(application);
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void refusesAHandshakeWithoutAToken() throws Exception {
    addAnnotatedEndpoint();
    start("websocket", "");

    assertThat(Handshake.status(server, "/echo")).isEqualTo(401);
  }

  @Test
  void refusesAHandshakeOfAnotherSiteWithTheCookie() throws Exception {
    addAnnotatedEndpoint();
    start("websocket", "");

    int status =
        Handshake.status(server, "/echo", "Cookie", cookie(), "Origin", "https://evil.example");

    assertThat(status).isEqualTo(403);
  }

  @Test
  void opensAWebSocketOfOurOwnOriginWithTheCookie() throws Exception {
    addAnnotatedEndpoint();
    start("websocket", "");
    String own = "http://127.0.0.1:" + server.getURI().getPort();

    int status = Handshake.status(server, "/echo", "Cookie", cookie(), "Origin", own);

    assertThat(status).isEqualTo(101);
  }

  @Test
  void opensAWebSocketWithAToken() throws Exception {
    addAnnotatedEndpoint();
    start("websocket", "");
    String token = cookie().substring("auth=".length());

    int status = Handshake.status(server, "/echo", "Authorization", "Bearer " + token);

    assertThat(status).isEqualTo(101);
  }

  @Test
  void guardsEndpointsByADescriptorOfJettysOwn() throws Exception {
    addAnnotatedEndpoint();
    Path override = webInf.resolve("jetty.xml");
    Files.writeString(override, "<web-app version=\"6.0\">" + documentedLines() + "</web-app>");
    application.setOverrideDescriptor(override.toString());
    start("webapp", "");

    assertThat(Handshake.status(server, "/echo")).isEqualTo(401);
  }

  @Test
  void stopsTheStartWhereAnAnnotatedEndpointWouldBeOpenAndShowsTheLines() throws Exception {
    addAnnotatedEndpoint();

    Throwable failure = catchThrowable(() -> start("webapp", ""));

    assertThat(failure)
        .hasMessageContaining("runs before the filters of auth-filters")
        .extracting(Throwable::getMessage)
        .asString()
        .containsIgnoringWhitespaces(documentedLines());
  }

  @Test
  void stopsTheStartWhereAListenerAddsAnEndpointAfterTheCheck() {
    assertThatThrownBy(() -> start("webapp", listener(LateEndpoint.class)))
        .hasMessageContaining("runs before the filters of auth-filters");
  }

  @Test
  void stopsTheStartWithoutJettysAnnotations() {
    application.removeConfiguration(new AnnotationConfiguration());
    JakartaWebSocketServletContainerInitializer.configure(
        application, (context, container) -> container.addEndpoint(EchoEndpoint.class));

    assertThatThrownBy(() -> start("webapp", ""))
        .hasMessageContaining("runs before the filters of auth-filters");
  }

  @Test
  void startsAnApplicationWithoutEndpoints() throws Exception {
    start("webapp", "");

    assertThat(new Visitor(server, "/").get("hello").statusCode()).isEqualTo(401);
  }

  @Test
  void findsNoFilterOfJettyWhereWebSocketsAreSwitchedOff() throws Exception {
    addAnnotatedEndpoint();
    start(
        "webapp",
        "<context-param><param-name>org.eclipse.jetty.websocket.jakarta</param-name>"
            + "<param-value>false</param-value></context-param>");

    assertThat(Handshake.status(server, "/echo")).isEqualTo(401);
  }

  @Test
  void guardsTheEndpointsOfTheEmbeddedExample() throws Exception {
    server.setHandler(EmbeddedWebSocketExample.application());
    server.start();

    assertThat(Handshake.status(server, "/echo")).isEqualTo(401);
  }

  @Test
  void stopsTheStartOfAnEmbeddedServerWhoseEndpointsWouldBeOpen() {
    Realm realm = Realm.builder().signingKeys("generated").build();
    server.setHandler(EmbeddedWebSocketExample.unguarded(realm));

    assertThatThrownBy(server::start)
        .hasMessageContaining("runs before the filters of auth-filters");
  }

  private String cookie() throws IOException, InterruptedException {
    return Visitor.cookie(new Visitor(server, "/").logInAsJohndoe("login_basic"));
  }

  private static String documentedLines() throws IOException {
    String webXml = Files.readString(EXAMPLES.resolve("websocket/WEB-INF/web.xml"));
    int begin = webXml.indexOf("<filter>", webXml.indexOf("region: jetty"));
    return webXml.substring(begin, webXml.indexOf("<!-- endregion"));
  }

  private static String listener(Class<?> type) {
    return "<listener><listener-class>" + type.getName() + "</listener-class></listener>";
  }

  private void addAnnotatedEndpoint() throws IOException {
    Path folder = Files.createDirectories(webInf.resolve(CLASSES));
    try (InputStream in = EchoEndpoint.class.getResourceAsStream("EchoEndpoint.class")) {
      Files.copy(Objects.requireNonNull(in), folder.resolve("EchoEndpoint.class"));
    }
  }

  private void start(String example, String last) throws Exception {
    Path from = EXAMPLES.resolve(example).resolve("WEB-INF");
    String webXml = Files.readString(from.resolve("web.xml"));
    Files.writeString(webInf.resolve("web.xml"), webXml.replace("</web-app>", last + "</web-app>"));
    Files.copy(from.resolve("users.json"), webInf.resolve("users.json"));
    server.start();
  }
}
