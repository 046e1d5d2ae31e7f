package io.github.authfilters.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EmbeddedJettyExampleTest {

  private static final Path USERS =
      Path.of("src/test/resources/docs/webapp/WEB-INF/users.json").toAbsolutePath();

  private Server server;

  @BeforeEach
  void start() throws Exception {
    server = EmbeddedJettyExample.start(0, USERS);
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void logsInWithoutAnyWebXml() throws Exception {
    Visitor visitor = new Visitor(server, "/app/");

    HttpResponse<String> login = visitor.logInAsJohndoe("login");
    HttpResponse<String> hello = visitor.get("hello", "Cookie", Visitor.cookie(login));

    assertThat(login.statusCode()).isEqualTo(303);
    assertThat(login.headers().firstValue("Location")).contains("/app/hello");
    assertThat(hello.body()).isEqualToIgnoringNewLines("johndoe false Bearer true");
  }

  @Test
  void refusesWhoIsNotLoggedIn() throws Exception {
    assertThat(new Visitor(server, "/app/").get("hello").statusCode()).isEqualTo(401);
  }

  @Test
  void refusesTheCookieAfterLogout() throws Exception {
    Visitor visitor = new Visitor(server, "/app/");
    String cookie = Visitor.cookie(visitor.logInAsJohndoe("login"));

    HttpResponse<String> logout = visitor.get("logout", "Cookie", cookie);

    assertThat(logout.statusCode()).isEqualTo(303);
    assertThat(visitor.get("hello", "Cookie", cookie).statusCode()).isEqualTo(401);
  }
}
