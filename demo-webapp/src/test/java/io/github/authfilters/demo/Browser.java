package io.github.authfilters.demo;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium of the system, with a person's eyes and hands. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TemporaryFolder profile;
  private final ChromeDriver driver;
  private final LoginDialog dialog;

  /** Where Chromium and its driver are. */
  private record Programs(Path chromium, Path driver) {

    /** Empty where one of them is missing. */
    static Optional<Programs> find() {
      return program("chromium")
          .flatMap(
              chromium -> program("chromedriver").map(driver -> new Programs(chromium, driver)));
    }

    private static Optional<Path> program(String name) {
      String folders = "/usr/bin:" + Optional.ofNullable(System.getenv("PATH")).orElse("");
      return Stream.of(folders.split(":"))
          .map(folder -> Path.of(folder, name))
          .filter(Files::isExecutable)
          .findFirst();
    }
  }

  /** The system's; where it has none the test is skipped, but never in CI. */
  static Browser open() throws Exception {
    Optional<Programs> programs = Programs.find();
    if (programs.isPresent()) {
      return new Browser(programs.get());
    }
    String message = "chromium and chromedriver are needed for this test, in /usr/bin or on PATH";
    System.out.println("Skipped: " + message);
    return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
  }

  private Browser(Programs programs) throws Exception {
    profile = TemporaryFolder.create();
    LoggingPreferences log = new LoggingPreferences();
    log.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(programs.chromium().toFile());
    options.setCapability("goog:loggingPrefs", log);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1200,1000",
        "--user-data-dir=" + profile.path());
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(programs.driver().toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().implicitlyWait(PATIENCE);
    dialog = new LoginDialog(debuggerAddress());
  }

  private String debuggerAddress() {
    Object chrome = driver.getCapabilities().getCapability("goog:chromeOptions");
    if (chrome instanceof Map<?, ?> answers
        && answers.get("debuggerAddress") instanceof String address) {
      return address;
    }
    throw new IllegalStateException("the driver does not tell the browser's address: " + chrome);
  }

  LoginDialog dialog() {
    return dialog;
  }

  void open(String address) {
    driver.get(address);
  }

  void reload() {
    driver.navigate().refresh();
  }

  String path() {
    return URI.create(driver.getCurrentUrl()).getPath();
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /** Waits until it is there, as each search for an element does. */
  WebElement see(By element) {
    return driver.findElement(element);
  }

  /** Without waiting. */
  boolean sees(By element) {
    driver.manage().timeouts().implicitlyWait(Duration.ZERO);
    try {
      return driver.findElements(element).stream().anyMatch(WebElement::isDisplayed);
    } finally {
      driver.manage().timeouts().implicitlyWait(PATIENCE);
    }
  }

  void seeText(String text) {
    see(By.xpath("//body[contains(normalize-space(.), '" + text + "')]"));
  }

  void click(By element) {
    see(element).click();
  }

  void type(By field, String text) {
    see(field).sendKeys(text);
  }

  /** Brings it to the top of the window. */
  void scrollTo(By element) {
    driver.executeScript("arguments[0].scrollIntoView()", see(element));
  }

  /** Whether a person sees it without scrolling. */
  boolean isInView(By element) {
    return Boolean.TRUE.equals(
        driver.executeScript(
            """
            const { left, top } = arguments[0].getBoundingClientRect();
            return arguments[0].contains(document.elementFromPoint(left + 1, top + 1));
            """,
            see(element)));
  }

  void scrollToTop() {
    driver.executeScript("scrollTo(0, 0)");
  }

  /** What the pages and the browser said in the console since this was asked last. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  /** A picture for people, in the build's output. */
  void photograph(String name) {
    Path folder = Path.of(System.getProperty("demo.screenshots"));
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    dialog.close();
    driver.quit();
    profile.close();
  }
}
