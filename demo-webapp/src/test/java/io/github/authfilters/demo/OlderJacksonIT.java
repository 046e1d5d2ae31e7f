package io.github.authfilters.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.demo.ServerUnderTest.Setup;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that keeps a Jackson of years ago can use the library all the same. */
final class OlderJacksonIT {

  @Test
  void worksWithTheApplicationsOwnJackson(@TempDir Path folder) {
    Path older = Path.of(System.getProperty("demo.older-jackson"));
    ChangedWar war = ChangedWar.in(folder).jars("jackson-*.jar", older);
    Setup setup = Setup.of(ServerKind.TOMCAT_10_1, "").war(war.path());

    try (ServerUnderTest server = ServerUnderTest.start(setup)) {
      Visitor visitor = Visitor.of(server);
      String cookie = visitor.login("johndoe", "secret");
      String token = visitor.token("johndoe", "secret");

      Response profile = visitor.send(visitor.get("/users/me").cookie(cookie));
      Response refused = visitor.send(visitor.get("/users/me").bearer("a.b.c"));

      assertThat(profile.text()).contains("\"johndoe\"");
      assertThat(visitor.opens(token)).isTrue();
      Answers.assertBearer(refused, "401 invalid_token");
      assertThat(refused.text()).contains("\"status\":401");
      assertThat(server.log()).doesNotContain("NoSuchMethodError", "NoClassDefFoundError");
    }
  }
}
