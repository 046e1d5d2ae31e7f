package io.github.authfilters.demo;

import static io.github.authfilters.demo.ServerKind.JAVA_JAR;
import static io.github.authfilters.demo.ServerKind.JETTY_12;
import static io.github.authfilters.demo.ServerKind.TOMCAT_10_1;
import static io.github.authfilters.demo.ServerKind.TOMCAT_11;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that comes over the wire makes the demo fail or talk about its inside. */
@OnServers({TOMCAT_10_1, TOMCAT_11, JETTY_12, JAVA_JAR})
final class GarbageIT {

  private static final int REQUESTS = 500;

  private static final List<String> METHODS =
      List.of("GET", "GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE");
  private static final List<String> PATHS =
      List.of(
          "/",
          "/docs",
          "/users/me",
          "/users/me/items",
          "/token",
          "/logout",
          "/login_basic",
          "/openapi.json",
          "/demo/demo.css",
          "/webjars/x");
  private static final List<String> NAMES =
      List.of(
          "Authorization",
          "Authorization",
          "Cookie",
          "Cookie",
          "Origin",
          "Sec-Fetch-Site",
          "Sec-Fetch-Mode",
          "Accept",
          "Accept-Language",
          "Upgrade",
          "X-Forwarded-Proto",
          "X-Forwarded-For",
          "Forwarded",
          "Content-Type",
          "If-None-Match",
          "Range");
  private static final List<String> STARTS =
      List.of(
          "",
          "Bearer ",
          "bearer  ",
          "Basic ",
          "BASIC ",
          "auth=",
          "a=b; auth=",
          "auth-ask=",
          "auth=\"",
          "text/html;q=",
          "http://",
          "null",
          "application/x-www-form-urlencoded;",
          "for=\"[",
          "same-",
          "password=a&username=",
          "eyJhbGciOiJIUzI1NiJ9.",
          "eyJhbGci.e30.");

  private final Visitor visitor;
  private final String token;

  GarbageIT(ServerUnderTest server) {
    this.visitor = Visitor.of(server);
    this.token = visitor.token("johndoe", "secret");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void staysCalm(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < REQUESTS; i++) {
      Request request = garbage(random);

      Response response = visitor.send(request);

      assertThat(response.status()).as("%s: %s", request, response).isLessThan(500);
      assertThat(response.content())
          .as("%s: %s", request, response)
          .doesNotContain(
              "\tat ", "io.github.authfilters", "com.nimbusds", "jakarta.", "Exception");
    }
    assertThat(Visitor.of(visitor.server()).token("johndoe", "secret")).isNotEmpty();
  }

  private Request garbage(Random random) {
    String path =
        pick(PATHS, random) + (random.nextInt(3) == 0 ? "/" + noise(random, "/;%.?&=") : "");
    Request request = visitor.request(pick(METHODS, random), path);
    for (int fields = random.nextInt(4); fields > 0; fields--) {
      request = request.with(pick(NAMES, random) + ": " + value(random));
    }
    return random.nextBoolean() ? request.withBody(value(random)) : request;
  }

  private String value(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> pick(STARTS, random);
      case 1 -> pick(STARTS, random) + token + noise(random, " ,;=\"");
      case 2 -> pick(STARTS, random) + damaged(token, random);
      default -> pick(STARTS, random) + noise(random, " ,;=\"\\.:%&\t\u00e9\u00ff{[");
    };
  }

  private static String damaged(String text, Random random) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + (char) ('!' + random.nextInt(90)) + text.substring(at + 1);
  }

  private static String noise(Random random, String special) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(40); length > 0; length--) {
      text.append(
          random.nextBoolean()
              ? special.charAt(random.nextInt(special.length()))
              : (char) ('0' + random.nextInt(75)));
    }
    return text.toString();
  }

  private static String pick(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
