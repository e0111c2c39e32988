package vn.congkhai;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.pages.Notice;

/// Every public page lies right on every screen: nothing is cut off, covered, or to be scrolled for
/// where nobody can.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayoutTest {
  private static final String SCREENS = "1920x1080 3840x2160 1080x1920 390x844";

  /// What differs between catalogues is the length of names: two screens show it.
  private static final String TWO = "1920x1080 390x844";

  private final Map<String, BusyProvince> provinces = new HashMap<>();
  private Browsers browsers;

  @TempDir static Path folder;

  @BeforeAll
  void start() {
    browsers = Browsers.open();
  }

  @AfterAll
  void stop() {
    provinces.values().forEach(BusyProvince::close);
    if (browsers != null) {
      browsers.close();
    }
  }

  private BusyProvince province(String catalogue) throws Exception {
    return province(catalogue, Notice.NONE);
  }

  private BusyProvince province(String catalogue, Notice notice) throws Exception {
    String name = catalogue + notice.hashCode();
    BusyProvince open = provinces.get(name);
    if (open == null) {
      open = BusyProvince.open(Files.createDirectory(folder.resolve(name)), catalogue, notice);
      provinces.put(name, open);
    }
    return open;
  }

  @ParameterizedTest
  @CsvSource({
    "cao-bang-2026, vi, " + SCREENS,
    "cao-bang-2026, en, " + SCREENS,
    "thai-nguyen-2025, vi, " + TWO,
    "thai-nguyen-2025, en, " + TWO,
    "bac-kan-2024, vi, " + TWO,
    "bac-kan-2024, en, " + TWO
  })
  void a_page_to_browse_lies_right(String catalogue, String language, String sizes)
      throws Exception {
    BusyProvince province = province(catalogue);
    List<String> faults = new ArrayList<>();
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      Eye eye = new Eye(page);
      for (String path : province.pages()) {
        open(page, province, path, language);
        for (String size : sizes.split(" ", -1)) {
          eye.browsed(size).forEach(fault -> faults.add(path + " at " + size + ": " + fault));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cao-bang-2026, vi, " + SCREENS,
    "cao-bang-2026, en, " + SCREENS,
    "thai-nguyen-2025, vi, " + TWO,
    "thai-nguyen-2025, en, " + TWO,
    "bac-kan-2024, vi, " + TWO,
    "bac-kan-2024, en, " + TWO
  })
  void every_sheet_of_a_screen_lies_right(String catalogue, String language, String sizes)
      throws Exception {
    BusyProvince province = province(catalogue);
    List<String> faults = new ArrayList<>();
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      Eye eye = new Eye(page);
      for (String path : province.screens()) {
        open(page, province, "/kiosk" + path, language);
        for (String size : sizes.split(" ", -1)) {
          eye.unattended(size).forEach(fault -> faults.add(path + " at " + size + ": " + fault));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void notices_leave_every_sheet_its_order(String language) throws Exception {
    BusyProvince province = province("bac-kan-2024", new Notice(true, true));
    List<String> faults = new ArrayList<>();
    try (BrowserContext context = browsers.browser().newContext()) {
      context.route("**/events?*", Route::abort);
      Page page = context.newPage();
      Eye eye = new Eye(page);
      for (String path : province.screens()) {
        open(page, province, "/kiosk" + path, language);
        assertThat(page.locator("#offline")).isVisible();
        assertThat(page.locator(".ribbon strong")).isVisible();
        assertThat(page.locator(".state .notice")).isVisible();
        for (String size : SCREENS.split(" ", -1)) {
          eye.unattended(size).forEach(fault -> faults.add(path + " at " + size + ": " + fault));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          .foot      | height     | 200vh             | scrolls:
          .stage     | width      | 200vw             | scrolls sideways
          .freshness | fontSize   | 12px              | too small
          .stage td  | translate  | 0 -60vh           | outside
          .title     | cssText    | max-width: 4rem; white-space: nowrap; overflow: hidden | cut
          .title     | translate  | -30vw             | overlap
          .freshness | cssText    | height: 1rem; min-width: 5rem; max-width: 5rem; overflow: hidden | cut
          .screen    | zoom       | 1.5               | outside
          """)
  void the_eye_sees_what_does_not_lie_right(
      String selector, String property, String value, String fault) throws Exception {
    BusyProvince province = province("bac-kan-2024", new Notice(true, true));
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      open(page, province, "/kiosk/board", "vi");
      Eye eye = new Eye(page);
      assertThat(eye.unattended("1920x1080")).isEmpty();

      page.evaluate(
          "([selector, property, value]) => document.querySelector(selector).style[property] = value",
          List.of(selector, property, value));

      assertThat(eye.unattended("1920x1080")).anyMatch(seen -> seen.contains(fault));
    }
  }

  private static void open(Page page, BusyProvince province, String path, String language) {
    String asked = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    Response answer = page.navigate(province.service().publicly(asked));
    assertThat(answer.status()).as(path).isEqualTo(path.endsWith("/nowhere") ? 404 : 200);
  }
}
