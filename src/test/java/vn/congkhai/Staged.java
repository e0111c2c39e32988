package vn.congkhai;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A real Chromium before an understudy of the service: one service for all cases, a new understudy
/// and a browser that knows nothing for each.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Staged {
  Browsers browsers;
  Service service;
  Understudy server;
  BrowserContext context;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    browsers = Browsers.open();
    service = Service.start(folder);
  }

  @AfterAll
  void stop() {
    if (service != null) {
      service.close();
      browsers.close();
    }
  }

  @BeforeEach
  void begin() {
    server = Understudy.of(service);
    context = browsers.browser().newContext(as());
  }

  @AfterEach
  void end() {
    context.close();
    server.close();
  }

  /// What kind of device it is.
  Browser.NewContextOptions as() {
    return new Browser.NewContextOptions();
  }
}
