package io.github.authfilters.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.demo.ServerUnderTest.Setup;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * A person opens the demo in a real browser, logs in, tries a call, leaves, and comes as another.
 */
final class BrowserStoryIT {

  private static final By LOG_OUT = By.xpath("//button[normalize-space()='Log out']");

  @Test
  void aPersonComesAndGoesAndComesAsAnother() throws Exception {
    try (Browser browser = Browser.open();
        ServerUnderTest server = ServerUnderTest.start(Setup.of(ServerKind.JAVA_JAR, ""))) {
      String home = "http://127.0.0.1:" + server.port();

      opensTheStartPage(browser, home);
      logsIn(browser);
      triesACall(browser);
      callsWithATokenInstead(browser, Visitor.of(server).token("admin", "admin-secret"));
      logsOut(browser);
      cancelsTheDialog(browser, home);
      comesAsAnother(browser, home);

      assertThat(browser.console()).noneMatch(line -> line.contains("Content Security Policy"));
    }
  }

  private static void opensTheStartPage(Browser browser, String home) {
    browser.open(home + "/");
    browser.photograph("1-start");

    assertThat(browser.text()).contains("You are not logged in");
    assertThat(browser.dialog().shown()).isZero();
  }

  private static void logsIn(Browser browser) {
    browser.dialog().willAnswer("johndoe", "wrong");
    browser.dialog().willAnswer("johndoe", "secret");
    browser.click(By.linkText("Log in"));
    browser.seeText("Logged in as johndoe");
    browser.see(By.cssSelector("#swagger-ui .opblock"));
    browser.photograph("2-documentation");

    assertThat(browser.path()).isEqualTo("/docs");
    assertThat(browser.dialog().shown()).isEqualTo(2);
    assertNoErrorOfThePage(browser);
  }

  /** Chromium reports the 401 itself too: that is how the dialog comes. */
  private static void assertNoErrorOfThePage(Browser browser) {
    assertThat(browser.console())
        .noneMatch(line -> line.startsWith("SEVERE") && !line.contains("status of 401"));
  }

  private static void triesACall(Browser browser) {
    SwaggerUi.Answer answer = new SwaggerUi(browser).call("/users/me");
    browser.photograph("3-call");

    assertThat(answer.status()).startsWith("200");
    assertThat(answer.body()).contains("\"username\": \"johndoe\"");
    assertThat(browser.dialog().shown()).isZero();
    assertNoErrorOfThePage(browser);
  }

  /** Behind the page of johndoe, with johndoe's cookie: the token alone is to count. */
  private static void callsWithATokenInstead(Browser browser, String token) {
    SwaggerUi page = new SwaggerUi(browser);
    page.authorize(token);
    SwaggerUi.Answer good = page.call("/users/me");
    browser.photograph("3-token");
    page.authorize(token + "x");
    SwaggerUi.Answer bad = page.call("/users/me");
    page.unauthorize();
    SwaggerUi.Answer none = page.call("/users/me");

    assertThat(good.body()).contains("\"username\": \"admin\"");
    assertThat(bad.status()).startsWith("401");
    assertThat(none.body()).contains("\"username\": \"johndoe\"");
    assertThat(browser.dialog().shown()).isZero();
    assertNoErrorOfThePage(browser);
  }

  private static void logsOut(Browser browser) {
    browser.click(LOG_OUT);
    browser.seeText("You are not logged in");
    browser.photograph("4-logged-out");

    assertThat(browser.path()).isEqualTo("/");
    assertThat(browser.dialog().shown()).isZero();
  }

  /** The old password is still in the browser's memory: it must not be enough. */
  private static void cancelsTheDialog(Browser browser, String home) {
    browser.open(home + "/docs");
    assertThat(browser.dialog().shown()).isEqualTo(1);
    // A person's Cancel makes Chromium ask for the address once more; the protocol's does not.
    browser.reload();
    browser.photograph("5-cancelled");

    assertThat(browser.path()).isEqualTo("/login_basic");
    assertThat(browser.text()).contains("Log in").doesNotContain("johndoe");
    assertThat(browser.dialog().shown()).isEqualTo(1);
    browser.open(home + "/");
    assertThat(browser.text()).contains("You are not logged in");
  }

  private static void comesAsAnother(Browser browser, String home) {
    browser.dialog().willAnswer("admin", "admin-secret");
    browser.open(home + "/login_basic");
    browser.seeText("Logged in as admin");
    browser.see(By.cssSelector("#swagger-ui .opblock"));
    browser.photograph("6-admin");

    assertThat(browser.dialog().shown()).isEqualTo(1);
    assertNoErrorOfThePage(browser);
  }
}
