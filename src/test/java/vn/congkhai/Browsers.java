package vn.congkhai;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/// A real Chromium.
final class Browsers implements AutoCloseable {
  /// An old service worker goes as soon as it has nothing to do, and after five minutes in any
  /// case: now and then Chromium misses the first of the two.
  static final Duration WORKER_GOES = Duration.ofMinutes(6);

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  private final Playwright playwright;
  private final Browser browser;

  private Browsers(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /// Starts it, or skips the test with one line when there is none.
  static Browsers open() {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM),
        "skipped: no Chromium at " + CHROMIUM + " (Debian: chromium)");
    Playwright playwright = playwright();
    Browser browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS));
    return new Browsers(playwright, browser);
  }

  /// What drives a browser, its own or one that runs already.
  static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  Browser browser() {
    return browser;
  }

  /// A browser of its own that remembers, in the folder, what it has kept.
  BrowserContext switchedOn(Path profile) {
    return playwright
        .chromium()
        .launchPersistentContext(
            profile,
            new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(ARGUMENTS));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
