package io.github.authfilters.demo;

import static io.github.authfilters.demo.ServerKind.JETTY_12;
import static io.github.authfilters.demo.ServerKind.TOMCAT_10_1;
import static io.github.authfilters.demo.ServerKind.TOMCAT_11;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However many ask at once, on connections that they share, each is who they are. */
@ParameterizedClass
@OnServers({TOMCAT_10_1, TOMCAT_11, JETTY_12})
@TestInstance(Lifecycle.PER_CLASS)
final class IdentitiesNeverMixIT {

  private final Visitor visitor;
  private final String johndoe;
  private final String admin;

  IdentitiesNeverMixIT(ServerUnderTest server) {
    this.visitor = Visitor.of(server);
    this.johndoe = visitor.token("johndoe", "secret");
    this.admin = visitor.token("admin", "admin-secret");
  }

  @ParameterizedTest(name = "{0} threads, {1} requests each")
  @CsvSource({"2, 1500", "50, 60"})
  void answersEachByTheirOwnName(int threads, int requests) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<Callable<List<String>>> askers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      boolean startsAsJohn = i % 2 == 0;
      askers.add(() -> wrongAnswers(requests, startsAsJohn));
    }
    try {
      List<String> wrong = new ArrayList<>();
      for (Future<List<String>> asker : executor.invokeAll(askers)) {
        wrong.addAll(asker.get());
      }

      assertThat(wrong).isEmpty();
    } finally {
      executor.shutdownNow();
    }
  }

  /** Runs of one user, the other, and nobody, by both carriers, on one connection. */
  private List<String> wrongAnswers(int requests, boolean startsAsJohn) {
    List<String> wrong = new ArrayList<>();
    try (Connection connection = visitor.connect()) {
      for (int i = 0; i < requests; i++) {
        boolean isJohn = startsAsJohn == (i % 3 != 1);
        String expected = i % 7 == 6 ? "401" : isJohn ? "johndoe" : "admin";
        String answer = connection.send(request(expected, i % 2 == 0)).text();
        if (!answer.contains(expected.equals("401") ? "401" : "\"username\":\"" + expected + "\"")) {
          wrong.add(expected + " got " + answer);
        }
      }
    }
    return wrong;
  }

  private Request request(String who, boolean byHeader) {
    Request request = visitor.get("/users/me");
    if (who.equals("401")) {
      return request;
    }
    String token = who.equals("johndoe") ? johndoe : admin;
    return byHeader ? request.bearer(token) : request.cookie(token);
  }
}
