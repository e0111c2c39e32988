package vn.congkhai;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.WARD;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The pages in a real Chromium.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
  @TempDir static Path folder;

  private Browsers browsers;
  private Service service;

  @BeforeAll
  void start() throws Exception {
    browsers = Browsers.open();
    service = Service.start(folder);
    long posted = 0;
    for (String agency : List.of(WARD, COMMUNE)) {
      assertThat(service.post(agency, "on-time-rate", "2026-10", 97, 100).statusCode())
          .isEqualTo(201);
      posted++;
    }
    service.shows(posted);
  }

  @AfterAll
  void stop() {
    if (service != null) {
      service.close();
      browsers.close();
    }
  }

  private static Locator figure(Page page) {
    return page.locator("[data-indicator=on-time-rate][data-extent=period]").first();
  }

  @Test
  void a_posted_figure_is_on_the_screen_without_a_reload() throws Exception {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      List<String> errors = new ArrayList<>();
      page.onPageError(errors::add);
      page.navigate(service.publicly("/board"));
      assertThat(figure(page)).hasText("97%");
      page.evaluate("window.sameDocument = true");

      assertThat(service.post(WARD, "on-time-rate", "2026-10", 95, 100).statusCode())
          .isEqualTo(201);

      assertThat(figure(page)).hasText("96%");
      assertThat(figure(page)).hasAttribute("data-coverage", "2/71");
      assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
      assertThat(errors).isEmpty();
      assertThat(service.post(WARD, "on-time-rate", "2026-10", 97, 100).statusCode())
          .isEqualTo(201);
    }
  }

  @Test
  void one_page_after_another_can_be_opened() {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      page.setDefaultNavigationTimeout(8_000);
      for (int i = 0; i < 2; i++) {
        for (String path :
            List.of("/board", "/board/ranking", "/board/duties", "/board/plans", "/board/score")) {
          page.navigate(service.publicly(path));
          assertThat(page.locator("h1")).isVisible();
        }
      }
    }
  }
}
