package io.github.authfilters.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a refusal is sent where a filter before ours has touched the response. */
class RefusalTest {

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  private final Jetty jetty = new Jetty("/");

  @AfterEach
  void stop() throws Exception {
    jetty.stop();
  }

  enum Touch {
    NOTHING,
    WRITER,
    WRITER_WITH_TEXT,
    STREAM,
    STREAM_WITH_TEXT
  }

  @ParameterizedTest
  @EnumSource
  void isSentWhateverAnEarlierFilterHasOpened(Touch touch) throws Exception {
    Realm realm = Realm.builder().signingKeys("generated").build();
    jetty
        .filter(new Touching(touch, false), "/*")
        .filter(BearerOrCookieFilter.builder(realm).build(), "/*")
        .servlet(new WhoAmI(), "/who")
        .start();

    HttpTester.Response response = jetty.send("GET /who");

    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.get("WWW-Authenticate")).isEqualTo("Bearer realm=\"auth-filters\"");
    assertThat(response.getContent())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Not authenticated\",\"status\":401,"
                + "\"detail\":\"A valid token is needed here.\"}");
  }

  @Test
  void addsNothingToAnAnswerThatIsUnderWay() throws Exception {
    Realm realm = Realm.builder().signingKeys("generated").build();
    jetty
        .filter(new Touching(Touch.WRITER_WITH_TEXT, true), "/*")
        .filter(BearerOrCookieFilter.builder(realm).build(), "/*")
        .servlet(new WhoAmI(), "/who")
        .start();

    HttpTester.Response response = jetty.send("GET /who");

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContent()).isEqualTo("earlier");
  }

  @ParameterizedTest
  @EnumSource
  void soIsAToken(Touch touch, @TempDir Path folder) throws Exception {
    Path users = folder.resolve("users.htpasswd");
    Files.writeString(
        users, "johndoe:$2a$10$WvvTPHKwdBJ3uk0Z37EMR.hLA2W6N9AEBhEgrAOljy2Ae5MtaSIUi");
    Realm realm = Realm.builder().signingKeys("generated").users("htpasswd:" + users).build();
    jetty
        .filter(new Touching(touch, false), "/*")
        .servlet(new TokenServlet(realm), "/token")
        .start();

    HttpTester.Response response =
        jetty.sendWithBody("username=johndoe&password=abc", "POST /token", FORM);

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContent()).startsWith("{\"access_token\":").endsWith("}");
  }

  /** A filter before ours. */
  private static final class Touching extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private final Touch touch;
    private final boolean flushes;

    Touching(Touch touch, boolean flushes) {
      this.touch = touch;
      this.flushes = flushes;
    }

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      switch (touch) {
        case NOTHING -> {}
        case WRITER -> response.getWriter();
        case WRITER_WITH_TEXT -> response.getWriter().print("earlier");
        case STREAM -> response.getOutputStream();
        case STREAM_WITH_TEXT -> response.getOutputStream().print("earlier");
      }
      if (flushes) {
        response.flushBuffer();
      }
      chain.doFilter(request, response);
    }
  }
}
