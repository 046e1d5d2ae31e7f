package io.github.authfilters.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.By;

/** The documentation's page, as a person uses it. */
record SwaggerUi(Browser browser) {

  private static final By LOG_OUT = ofBearer("button[normalize-space()='Logout']");
  private static final By TOKEN = ofBearer("input[@type='text']");

  /** What the page shows of an answer. */
  record Answer(String status, String body) {}

  private static By ofBearer(String element) {
    return By.xpath(
        "//div[contains(@class,'auth-container')][.//h4[starts-with(normalize-space(),'bearer')]]//"
            + element);
  }

  /** Presses "Authorize" and pastes a token, instead of the one that is there. */
  void authorize(String token) {
    unauthorize();
    openDialog();
    assertThat(browser.isInView(By.cssSelector(".modal-ux-content h4"))).isTrue();
    browser.type(TOKEN, token);
    browser.click(ofBearer("button[normalize-space()='Apply credentials' or @type='submit']"));
    browser.see(LOG_OUT);
    closeDialog();
  }

  /** Takes the token out, if there is one. */
  void unauthorize() {
    openDialog();
    if (browser.sees(LOG_OUT)) {
      browser.click(LOG_OUT);
      browser.see(TOKEN);
    }
    closeDialog();
  }

  private void openDialog() {
    browser.scrollToTop();
    browser.click(By.cssSelector(".auth-wrapper .authorize"));
    browser.see(By.cssSelector(".modal-ux"));
  }

  private void closeDialog() {
    browser.click(By.cssSelector(".modal-ux .close-modal"));
  }

  /** Presses "Execute", and waits for the answer. */
  Answer call(String path) {
    String operation = "//div[contains(@class,'opblock')][.//span[@data-path='" + path + "']]";
    By execute = By.xpath(operation + "//button[contains(@class,'execute')]");
    By clear = By.xpath(operation + "//button[contains(@class,'btn-clear')]");
    if (!browser.sees(execute)) {
      browser.click(By.xpath(operation + "//button[contains(@class,'opblock-summary-control')]"));
    }
    if (browser.sees(clear)) {
      browser.click(clear);
    }
    browser.click(execute);
    String answer = operation + "//*[contains(@class,'live-responses-table')]/tbody";
    browser.scrollTo(By.xpath(answer));
    return new Answer(
        browser.see(By.xpath(answer + "//td[contains(@class,'col_status')]")).getText(),
        browser.see(By.xpath(answer + "//*[contains(@class,'highlight-code')]")).getText());
  }
}
