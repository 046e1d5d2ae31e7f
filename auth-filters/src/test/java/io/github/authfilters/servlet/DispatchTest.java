package io.github.authfilters.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.identity.Identity;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Set;
import org.eclipse.jetty.http.HttpTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of an identity when the container dispatches a request again. */
class DispatchTest {

  private final Realm realm = Realm.builder().signingKeys("generated").build();
  private final String token =
      realm.tokenIssuer().issue(new Identity("alice", Set.of("user"), Set.of()), Set.of()).value();
  private final Jetty jetty = new Jetty("/");

  @AfterEach
  void stop() throws Exception {
    jetty.stop();
  }

  @Test
  void anAsyncDispatchKeepsTheIdentity() throws Exception {
    jetty
        .filter(filter(), "/*", DispatcherType.ASYNC)
        .servlet(new Dispatching("/async"), "/start")
        .servlet(new WhoAmI(), "/async")
        .start();

    HttpTester.Response response = jetty.send("GET /start", "Authorization: Bearer " + token);

    assertThat(response.getContent()).startsWith("ASYNC user=alice remote=alice type=Bearer");
  }

  @Test
  void anAsyncDispatchKeepsTheIdentityThoughTheTokenIsRevokedUnderWay() throws Exception {
    jetty
        .filter(filter(), "/*", DispatcherType.ASYNC)
        .servlet(new LoggingOutAndDispatching(), "/start")
        .servlet(new WhoAmI(), "/async")
        .start();

    HttpTester.Response response = jetty.send("GET /start", "Authorization: Bearer " + token);

    assertThat(response.getContent()).startsWith("ASYNC user=alice");
    assertThat(jetty.send("GET /async", "Authorization: Bearer " + token).getStatus())
        .isEqualTo(401);
  }

  @Test
  void anAsyncContextHasTheIdentityAndNoBasicField() throws Exception {
    jetty.filter(filter(), "/*").servlet(new Asking(), "/start").start();

    HttpTester.Response response =
        jetty.send("GET /start", "Authorization: Basic YTpi", "Cookie: auth=" + token);

    assertThat(response.getContent())
        .isEqualTo("user=alice authorization=null again: user=alice authorization=null");
  }

  @Test
  void anAsyncContextOfAPublicPathHasNoBasicField() throws Exception {
    jetty
        .filter(BearerOrCookieFilter.builder(realm).publicPaths("/start").build(), "/*")
        .servlet(new Asking(), "/start")
        .start();

    HttpTester.Response response = jetty.send("GET /start", "Authorization: Basic YTpi");

    assertThat(response.getContent())
        .isEqualTo("user=null authorization=null again: user=null authorization=null");
  }

  @Test
  void anAsyncDispatchToTheSamePathKeepsTheIdentity() throws Exception {
    jetty
        .filter(filter(), "/*", DispatcherType.ASYNC)
        .servlet(new DispatchingOnce(), "/start/*")
        .start();

    HttpTester.Response response =
        jetty.send("GET /start/a?b=c", "Authorization: Basic YTpi", "Cookie: auth=" + token);

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContent()).isEqualTo("ASYNC /start/a?b=c user=alice authorization=null");
  }

  @Test
  void aForwardKeepsTheIdentityWithoutAMapping() throws Exception {
    jetty
        .filter(filter(), "/*")
        .servlet(new Forwarding("/target"), "/start")
        .servlet(new WhoAmI(), "/target")
        .start();

    HttpTester.Response response = jetty.send("GET /start", "Authorization: Bearer " + token);

    assertThat(response.getContent()).startsWith("FORWARD user=alice");
  }

  @Test
  void aForwardFromAPublicPathIsCheckedWhereTheFilterIsMappedToForwards() throws Exception {
    jetty
        .filter(
            BearerOrCookieFilter.builder(realm).publicPaths("/open").build(),
            "/*",
            DispatcherType.FORWARD)
        .servlet(new Forwarding("/closed"), "/open")
        .servlet(new WhoAmI(), "/closed")
        .start();

    assertThat(jetty.send("GET /open").getStatus()).isEqualTo(401);
    assertThat(jetty.send("GET /open", "Authorization: Bearer " + token).getContent())
        .startsWith("FORWARD user=alice");
  }

  @Test
  void anErrorPageIsNeverMaskedByARefusal() throws Exception {
    jetty
        .filter(
            BearerOrCookieFilter.builder(realm).publicPaths("/open").build(),
            "/*",
            DispatcherType.ERROR)
        .servlet(new Failing(), "/open", "/closed")
        .servlet(new WhoAmI(), "/error-page")
        .errorPage(418, "/error-page")
        .start();

    HttpTester.Response asNobody = jetty.send("GET /open");
    HttpTester.Response asAlice = jetty.send("GET /closed", "Authorization: Bearer " + token);

    assertThat(asNobody.getStatus()).isEqualTo(418);
    assertThat(asNobody.getContent()).startsWith("ERROR user=null");
    assertThat(asAlice.getStatus()).isEqualTo(418);
    assertThat(asAlice.getContent()).startsWith("ERROR user=alice");
  }

  @Test
  void theBodyIsLeftToTheApplication() throws Exception {
    jetty.filter(filter(), "/*").servlet(new Echo(), "/echo").start();

    HttpTester.Response response =
        jetty.sendWithBody(
            "username=x&n=1",
            "POST /echo",
            "Authorization: Bearer " + token,
            "Content-Type: application/x-www-form-urlencoded");

    assertThat(response.getContent()).isEqualTo("username=x&n=1");
  }

  @Test
  void aBasicFieldIsHiddenFromTheApplicationAndABearerFieldIsNot() throws Exception {
    jetty.filter(filter(), "/*").servlet(new WhoAmI(), "/who").start();

    assertThat(
            jetty
                .send("GET /who", "Authorization: Basic YTpi", "Cookie: auth=" + token)
                .getContent())
        .endsWith("authorization=null");
    assertThat(jetty.send("GET /who", "Authorization: Bearer " + token).getContent())
        .endsWith("authorization=Bearer " + token);
  }

  @Test
  void hideCredentialsAllHidesABearerFieldToo() throws Exception {
    jetty
        .filter(BearerOrCookieFilter.builder(realm).hideCredentials("all").build(), "/*")
        .servlet(new WhoAmI(), "/who")
        .start();

    assertThat(jetty.send("GET /who", "Authorization: Bearer " + token).getContent())
        .endsWith("authorization=null");
  }

  @Test
  void anAnswerForOneCallerIsNothingForASharedCache() throws Exception {
    jetty.filter(filter(), "/*").servlet(new WhoAmI(), "/who").start();

    HttpTester.Response response = jetty.send("GET /who", "Authorization: Bearer " + token);

    assertThat(response.get("Cache-Control")).isEqualTo("private, no-cache");
  }

  private BearerOrCookieFilter filter() {
    return BearerOrCookieFilter.builder(realm).build();
  }

  /** Starts an asynchronous request and dispatches it. */
  private static final class Dispatching extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private final String path;

    Dispatching(String path) {
      this.path = path;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext async = request.startAsync();
      async.dispatch(path);
    }
  }

  /** Asks the request of the asynchronous context, once where it starts and once out of it. */
  private static final class Asking extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      AsyncContext async = request.startAsync();
      String first = seen((HttpServletRequest) async.getRequest());
      String again = seen((HttpServletRequest) request.getAsyncContext().getRequest());
      async.getResponse().getWriter().print(first + " again: " + again);
      async.complete();
    }
  }

  private static String seen(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    return "user=%s authorization=%s"
        .formatted(
            principal == null ? null : principal.getName(), request.getHeader("Authorization"));
  }

  private static final class DispatchingOnce extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (request.getDispatcherType() == DispatcherType.REQUEST) {
        AsyncContext async = request.startAsync();
        async.dispatch();
      } else {
        response
            .getWriter()
            .printf(
                "%s %s?%s %s",
                request.getDispatcherType(),
                request.getRequestURI(),
                request.getQueryString(),
                seen(request));
      }
    }
  }

  private final class LoggingOutAndDispatching extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext async = request.startAsync();
      realm
          .graph()
          .verifier()
          .revoke((io.github.authfilters.token.VerifiedToken) request.getUserPrincipal());
      async.dispatch("/async");
    }
  }

  private static final class Forwarding extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private final String path;

    Forwarding(String path) {
      this.path = path;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      request.getRequestDispatcher(path).forward(request, response);
    }
  }

  private static final class Failing extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.sendError(418);
    }
  }

  private static final class Echo extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      byte[] body = request.getInputStream().readAllBytes();
      response.getWriter().print(new String(body, StandardCharsets.UTF_8));
    }
  }
}
