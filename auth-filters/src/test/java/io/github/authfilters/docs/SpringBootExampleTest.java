package io.github.authfilters.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.servlet.Realm;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.ServletContextInitializer;

/** Registers the beans as Spring Boot does, with a servlet container but without Spring. */
final class SpringBootExampleTest {

  private final Server server = new Server(0);

  @BeforeEach
  void start() throws Exception {
    Path users = Path.of("src/test/resources/docs/webapp/WEB-INF/users.json").toAbsolutePath();
    System.setProperty("api.users", "file:" + users);
    SpringBootExample example = new SpringBootExample();
    Realm realm = example.realm();
    List<ServletContextInitializer> beans =
        List.of(
            example.authFilter(realm),
            example.login(realm),
            example.token(realm),
            example.logout(realm));
    ServletContextHandler application = new ServletContextHandler("/");
    application.addServlet(HelloServlet.class, "/hello");
    application.addServletContainerInitializer(
        (classes, context) -> {
          for (ServletContextInitializer bean : beans) {
            bean.onStartup(context);
          }
        });
    server.setHandler(application);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    System.clearProperty("api.users");
    server.stop();
  }

  @Test
  void logsInThroughTheRegisteredBeans() throws Exception {
    Visitor visitor = new Visitor(server, "/");

    HttpResponse<String> login = visitor.logInAsJohndoe("login");
    HttpResponse<String> hello = visitor.get("hello", "Cookie", Visitor.cookie(login));

    assertThat(login.statusCode()).isEqualTo(303);
    assertThat(hello.body()).startsWith("johndoe ");
  }

  @Test
  void refusesWhoIsNotLoggedIn() throws Exception {
    assertThat(new Visitor(server, "/").get("hello").statusCode()).isEqualTo(401);
  }
}
