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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However many ask at once, on connections that they share, each is who they are. */
@OnServers({TOMCAT_10_1, TOMCAT_11, JETTY_12})
final class IdentitiesNeverMixIT {

  /** Tomcat closes a connection after 100 requests. */
  private static final int CONNECTION_ENDURES = 100;

  private final Visitor visitor;
  private final String johndoe;
  private final String admin;

  IdentitiesNeverMixIT(ServerUnderTest server) {
    this.visitor = Visitor.of(server);
    this.johndoe = server.words().fill("{good}");
    this.admin = server.words().fill("{admin}");
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

  private List<String> wrongAnswers(int requests, boolean startsAsJohn) {
    List<String> wrong = new ArrayList<>();
    for (int from = 0; from < requests; from += CONNECTION_ENDURES) {
      wrong.addAll(wrongAnswers(from, Math.min(requests, from + CONNECTION_ENDURES), startsAsJohn));
    }
    return wrong;
  }

  /** The two users in turn, and nobody, by both carriers, on one connection. */
  private List<String> wrongAnswers(int from, int to, boolean startsAsJohn) {
    List<String> wrong = new ArrayList<>();
    try (Connection connection = visitor.connect()) {
      for (int i = from; i < to; i++) {
        boolean isJohn = startsAsJohn == (i % 3 != 1);
        String expected = i % 7 == 6 ? "401" : isJohn ? "johndoe" : "admin";
        Response answer = connection.send(request(expected, i % 2 == 0));
        String text = expected.equals("401") ? "401" : "\"username\":\"" + expected + "\"";
        if (!answer.text().contains(text)) {
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
