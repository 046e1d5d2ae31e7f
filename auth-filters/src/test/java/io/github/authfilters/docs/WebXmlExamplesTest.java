package io.github.authfilters.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deploys the descriptors that the documentation shows. */
final class WebXmlExamplesTest {

  private static final Path EXAMPLES = Path.of("src/test/resources/docs").toAbsolutePath();

  private final Server server = new Server(0);

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void theFirstWebXmlLogsInAndLetsPass() throws Exception {
    deploy("webapp");
    Visitor visitor = new Visitor(server, "/");

    HttpResponse<String> login = visitor.logInAsJohndoe("login_basic");
    HttpResponse<String> hello = visitor.get("hello", "Cookie", Visitor.cookie(login));

    assertThat(login.headers().firstValue("Location")).contains("/hello");
    assertThat(hello.body()).isEqualToIgnoringNewLines("johndoe false Bearer true");
  }

  @Test
  void theFirstWebXmlRefusesWhoHasNotTheRole() throws Exception {
    deploy("webapp");
    Visitor visitor = new Visitor(server, "/");
    String cookie = Visitor.cookie(visitor.logInAsJohndoe("login_basic"));

    assertThat(visitor.get("admin/hello", "Cookie", cookie).statusCode()).isEqualTo(403);
  }

  @Test
  void theFirstWebXmlRefusesWhoIsNotLoggedIn() throws Exception {
    deploy("webapp");

    assertThat(new Visitor(server, "/").get("hello").statusCode()).isEqualTo(401);
  }

  @Test
  void theOneBehindAProxyBelievesItsHttps() throws Exception {
    deploy("proxy");

    HttpResponse<String> login =
        new Visitor(server, "/")
            .logInAsJohndoe(
                "login_basic", "X-Forwarded-For", "192.0.2.7", "X-Forwarded-Proto", "https");

    assertThat(Visitor.cookie(login)).startsWith("__Host-auth=");
  }

  @Test
  void theOneWithOtherIssuersNeedsNoKeysOfItsOwn() throws Exception {
    deploy("issuers");

    HttpResponse<String> anonymous = new Visitor(server, "/").get("hello");

    assertThat(anonymous.statusCode()).isEqualTo(401);
    assertThat(anonymous.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"auth-filters\"");
  }

  @Test
  void theOneWithMistakesStopsTheStartWithTheDocumentedMessage() throws Exception {
    String documented = Files.readString(EXAMPLES.resolve("mistakes/message.txt"));

    Throwable failure = catchThrowable(() -> deploy("mistakes"));

    assertThat(failure).hasMessage(documented.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jboss-deployment-structure.xml", "glassfish-web.xml"})
  void aDescriptorOfAnotherServerIsWellFormed(String name) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);

    assertThat(
            factory
                .newDocumentBuilder()
                .parse(EXAMPLES.resolve("descriptors").resolve(name).toFile())
                .getDocumentElement()
                .getTagName())
        .isIn("jboss-deployment-structure", "glassfish-web-app");
  }

  private void deploy(String name) throws Exception {
    WebAppContext application = new WebAppContext(EXAMPLES.resolve(name).toString(), "/");
    application.setThrowUnavailableOnStartupException(true);
    // The examples use the classes of this test.
    application.setParentLoaderPriority(true);
    server.setHandler(application);
    server.start();
  }
}
