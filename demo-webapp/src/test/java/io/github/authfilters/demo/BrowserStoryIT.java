package io.github.authfilters.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.authfilters.demo.ServerUnderTest.Setup;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * A person opens the demo in a real browser, logs in, tries a call, leaves, and comes as another.
 */
final class BrowserStoryIT {

  private static final By LOG_OUT = By.xpath("//button[normalize-space()='Log out']");

  @Test
  void aPersonComesAndGoesAndComesAsAnother() throws Exception {
    Browser.Programs programs = programs();
    try (ServerUnderTest server = ServerUnderTest.start(Setup.of(ServerKind.JAVA_JAR, ""));
        Browser browser = new Browser(programs)) {
      String home = "http://127.0.0.1:" + server.port();

      opensTheStartPage(browser, home);
      logsIn(browser);
      triesACall(browser);
      logsOut(browser);
      cancelsTheDialog(browser, home);
      comesAsAnother(browser, home);

      assertThat(browser.console()).noneMatch(line -> line.contains("Content Security Policy"));
    }
  }

  private static Browser.Programs programs() {
    Optional<Browser.Programs> programs = Browser.Programs.find();
    if (programs.isPresent()) {
      return programs.get();
    }
    String message = "chromium and chromedriver are needed for this test, in /usr/bin or on PATH";
    System.out.println("BrowserStoryIT: " + message);
    return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
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
    String me = "//div[contains(@class,'opblock')][.//span[@data-path='/users/me']]";
    browser.click(By.xpath(me + "//button[contains(@class,'opblock-summary-control')]"));
    browser.click(By.xpath(me + "//button[contains(@class,'execute')]"));
    String answer = me + "//*[contains(@class,'live-responses-table')]/tbody";
    String status = browser.see(By.xpath(answer + "//td[contains(@class,'col_status')]")).getText();
    browser.scrollTo(By.xpath(answer));
    String body =
        browser.see(By.xpath(answer + "//*[contains(@class,'highlight-code')]")).getText();
    browser.photograph("3-call");

    assertThat(status).startsWith("200");
    assertThat(body).contains("\"username\": \"johndoe\"");
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
