package io.github.authfilters.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.demo.ServerUnderTest.Setup;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that keeps libraries of years ago can use this one all the same. */
final class OlderLibrariesIT {

  @Test
  void worksWithTheApplicationsOwnJacksonAndCaffeine(@TempDir Path folder) {
    Path older = Path.of(System.getProperty("demo.older-libraries"));
    ChangedWar war =
        ChangedWar.in(folder).jars("jackson-*.jar", older).jars("caffeine-*.jar", older);
    Setup setup = Setup.of(ServerKind.TOMCAT_10_1, "").war(war.path());

    try (ServerUnderTest server = ServerUnderTest.start(setup)) {
      Visitor visitor = Visitor.of(server);
      String cookie = visitor.login("johndoe", "secret");
      String token = visitor.token("johndoe", "secret");

      Response profile = visitor.send(visitor.get("/users/me").cookie(cookie));
      Response loggedOut = visitor.send(visitor.get("/logout").cookie(cookie));
      Response refused = visitor.send(visitor.get("/users/me").bearer("a.b.c"));

      assertThat(profile.text()).contains("\"johndoe\"");
      assertThat(visitor.opens(token)).isTrue();
      assertThat(loggedOut.status()).isEqualTo(303);
      assertThat(visitor.opens(cookie)).isFalse();
      Answers.assertBearer(refused, "401 invalid_token");
      assertThat(refused.text()).contains("\"status\":401");
      assertThat(server.log()).doesNotContain("NoSuchMethodError", "NoClassDefFoundError");
    }
  }
}
