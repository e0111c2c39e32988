package vn.congkhai;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.WARD;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The clerk's form in a real Chromium.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormBrowserTest {
  private static final Pattern RECEIPT = Pattern.compile(".*/form/receipts/\\d+\\?lang=vi");

  @TempDir static Path folder;

  private Browsers browsers;
  private Service service;

  @BeforeAll
  void start() throws Exception {
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

  private Page signedIn(BrowserContext context, String agency, String period) throws Exception {
    Page page = context.newPage();
    page.navigate(service.atAgencies("/form"));
    page.fill("#token", service.token(agency));
    page.press("#token", "Enter");
    assertThat(page.locator("h1")).containsText("Báo cáo");
    page.navigate(service.atAgencies("/form?period=" + period));
    return page;
  }

  private static Locator cell(Page page, String name) {
    return page.locator("[id='" + name + "']");
  }

  private static Locator said(Page page, String indicator) {
    return page.locator("#said-" + indicator);
  }

  @Test
  void a_wrong_figure_is_told_at_its_cell_corrected_sent_and_receipted() throws Exception {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = signedIn(context, WARD, "2026-10");

      cell(page, "online-dossier-rate/numerator").fill("1100");
      cell(page, "online-dossier-rate/denominator").fill("1.043");

      assertThat(said(page, "online-dossier-rate"))
          .hasText(
              "“hồ sơ nộp trực tuyến” là 1100, lớn hơn “hồ sơ tiếp nhận, giải quyết” là 1.043.");
      assertThat(cell(page, "online-dossier-rate/denominator"))
          .hasAttribute("aria-invalid", "true");
      page.locator("button[formaction]").click();
      assertThat(page.locator("#said .said")).hasText("Chưa lưu gì cả. Có 1 chỗ cần sửa.");
      assertThat(page.locator("#said")).isFocused();

      cell(page, "online-dossier-rate/numerator").fill("812");
      assertThat(said(page, "online-dossier-rate")).isEmpty();
      assertThat(page.locator("#result-online-dossier-rate")).containsText("77,85%");
      page.locator("button[formaction]").click();

      assertThat(page).hasURL(RECEIPT);
      assertThat(page.locator("table")).containsText("812 trên 1.043");
      page.locator("a[href*='/board/submissions/']").click();
      assertThat(page.locator("[data-receipt=match]")).isVisible();
    }
  }

  @Test
  void the_keyboard_alone_is_enough() throws Exception {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(service.atAgencies("/form"));
      assertThat(page.locator("#token")).isFocused();
      page.keyboard().type(service.token(COMMUNE));
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).containsText("Báo cáo");

      reach(page, "on-time-rate/numerator");
      page.keyboard().type("98");
      page.keyboard().press("Enter");
      page.keyboard().type("97");
      assertThat(said(page, "on-time-rate"))
          .hasText(
              "“hồ sơ giải quyết trước hạn, đúng hạn” là 98, lớn hơn “hồ sơ đã giải quyết” là 97.");
      page.keyboard().press("Shift+Home");
      page.keyboard().type("100");
      assertThat(said(page, "on-time-rate")).isEmpty();
      reach(page, "send");
      page.keyboard().press("Enter");

      assertThat(page).hasURL(RECEIPT);
      assertThat(page.locator("table")).containsText("98 trên 100");
    }
  }

  /// Presses the tabulator until the element has the focus.
  private static void reach(Page page, String id) {
    for (int i = 0; i < 120; i++) {
      if (id.equals(page.evaluate("document.activeElement.id"))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError(id + " cannot be reached");
  }

  @Test
  void enter_and_the_arrows_move_between_cells_and_send_nothing() throws Exception {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = signedIn(context, WARD, "2026-09");
      cell(page, "online-dossier-rate/numerator").focus();

      page.keyboard().press("Enter");
      assertThat(cell(page, "online-dossier-rate/denominator")).isFocused();
      page.keyboard().press("ArrowDown");
      assertThat(cell(page, "online-processing-rate/denominator")).isFocused();
      page.keyboard().press("ArrowUp");
      assertThat(cell(page, "online-dossier-rate/denominator")).isFocused();
    }
  }

  @Test
  void cells_of_a_spreadsheet_are_pasted_into_the_rows_from_here_on() throws Exception {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = signedIn(context, WARD, "2026-08");
      cell(page, "online-dossier-rate/numerator").focus();

      page.evaluate(
          """
          () => {
            const clipboard = new DataTransfer();
            clipboard.setData("text/plain", "812\\t1.043\\r\\n900\\t1.043\\r\\n");
            document.activeElement.dispatchEvent(
              new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
          }
          """);

      assertThat(cell(page, "online-dossier-rate/denominator")).hasValue("1.043");
      assertThat(cell(page, "online-processing-rate/numerator")).hasValue("900");
      assertThat(page.locator("#result-online-processing-rate")).containsText("86,29%");
      assertThat(page.locator("#said .met")).containsText("2 chỉ tiêu");
    }
  }

  @Test
  void what_is_far_from_the_usual_is_asked_about_before_it_is_public() throws Exception {
    for (String period : List.of("2025-10", "2025-11", "2025-12")) {
      assertThat(service.post(COMMUNE, "digitisation-rate", period, 90, 100).statusCode())
          .isEqualTo(201);
    }
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = signedIn(context, COMMUNE, "2026-01");
      cell(page, "digitisation-rate/numerator").fill("900");
      cell(page, "digitisation-rate/denominator").fill("1000");
      assertThat(said(page, "digitisation-rate")).containsText("Khác xa các kỳ trước");

      page.locator("#send").click();
      assertThat(page.locator("#said .look")).containsText("bấm gửi lần nữa");
      assertThat(page.locator("#said li")).containsText("Khác xa các kỳ trước");
      page.locator("#send").click();

      assertThat(page).hasURL(RECEIPT);
      assertThat(page.locator("table")).containsText("900 trên 1.000");
    }
  }

  @Test
  void nothing_that_was_typed_is_lost_when_the_line_is_down() throws Exception {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = signedIn(context, WARD, "2026-02");
      context.setOffline(true);
      cell(page, "on-time-rate/numerator").fill("97");
      cell(page, "on-time-rate/denominator").fill("100");
      assertThat(page.locator("#said .missed")).containsText("Mất kết nối");
      page.locator("#send").click();
      assertThat(page.locator("#said .missed")).containsText("Mất kết nối");
      assertThat(cell(page, "on-time-rate/numerator")).hasValue("97");

      context.setOffline(false);
      page.locator("#send").click();

      assertThat(page).hasURL(RECEIPT);
      assertThat(page.locator("table")).containsText("97 trên 100");
    }
  }

  @Test
  void nothing_needs_javascript() throws Exception {
    try (BrowserContext context =
        browsers
            .browser()
            .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = signedIn(context, WARD, "2026-07");
      cell(page, "online-dossier-rate/numerator").fill("1.5");
      cell(page, "online-dossier-rate/denominator").fill("2");
      page.press("[id='online-dossier-rate/denominator']", "Enter");
      assertThat(said(page, "online-dossier-rate")).containsText("số nguyên");
      assertThat(cell(page, "online-dossier-rate/numerator")).hasValue("1.5");

      cell(page, "online-dossier-rate/numerator").fill("1");
      page.locator("button[formaction]").click();

      assertThat(page).hasURL(RECEIPT);
      assertThat(page.locator("table")).containsText("1 trên 2");
    }
  }

  @Test
  void a_file_is_checked_first_and_sent_when_somebody_says_so() throws Exception {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = signedIn(context, WARD, "2026-06");
      upload(page, "period;indicator;numerator;denominator\n2026-06;on-time-rate;100;97\n");
      assertThat(page.locator(".wrongs"))
          .hasText("dòng 2, cột denominator: Tử số 100 lớn hơn mẫu số 97.");
      assertThat(page.locator("form[action*='file/send']")).hasCount(0);

      page.goBack();
      upload(page, "period;indicator;numerator;denominator\n2026-06;on-time-rate;97;100\n");
      assertThat(page.locator("table")).containsText("97 trên 100");
      page.locator("form[action*='file/send'] button").click();

      assertThat(page).hasURL(RECEIPT);
      assertThat(page.locator("table")).containsText("97 trên 100");
    }
  }

  @Test
  void a_template_is_downloaded_filled_in_in_part_and_sent() throws Exception {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = signedIn(context, COMMUNE, "2026-06");
      String template =
          Files.readString(
              page.waitForDownload(() -> page.locator("a[href*='template.csv']").click()).path());
      String owed = COMMUNE + ";2026-06;on-time-rate;Tỷ lệ giải quyết hồ sơ đúng hạn;;;";
      assertThat(template).contains(owed);

      upload(page, template.replace(owed, owed.replace(";;;", ";97;100;")));
      assertThat(page.locator("tbody tr")).hasCount(1);
      assertThat(page.locator(".calm")).containsText("dòng để trống");
      page.locator("form[action*='file/send'] button").click();

      assertThat(page).hasURL(RECEIPT);
      assertThat(page.locator("table")).containsText("97 trên 100");
    }
  }

  private static void upload(Page page, String csv) {
    page.locator("#file")
        .setInputFiles(
            new FilePayload("báo cáo.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    page.locator(".upload button").click();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void axe_finds_nothing_to_say(String language) throws Exception {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(service.atAgencies("/form?lang=" + language));
      checked(page);
      page.close();

      String period = language.equals("vi") ? "2026-05" : "2026-04";
      page = signedIn(context, WARD, period + "&lang=" + language);
      cell(page, "online-dossier-rate/numerator").fill("3");
      cell(page, "online-dossier-rate/denominator").fill("2");
      assertThat(said(page, "online-dossier-rate")).not().isEmpty();
      checked(page);
      upload(page, "period,indicator,numerator,denominator\n2026-05,on-time-rate,100,97\n");
      checked(page);
      page.goBack();
      cell(page, "online-dossier-rate/numerator").fill("2");
      cell(page, "online-dossier-rate/denominator").fill("3");
      page.locator("button[formaction]").click();
      assertThat(page.locator("[data-submission]")).isVisible();
      checked(page);
      page.navigate(service.atAgencies("/form?period=nowhere&lang=" + language));
      checked(page);
    }
  }

  private static void checked(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1920x1080", "1080x1920", "390x844"})
  void nothing_runs_over_the_edge(String size) throws Exception {
    String[] sides = size.split("x", 2);
    try (BrowserContext context =
        browsers
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])))) {
      Page page = signedIn(context, WARD, "2026-10");
      long receipt =
          new JsonObject(service.post(WARD, "digitisation-rate", "2025-12", 1, 2).body())
              .getLong("submission");
      for (String path :
          List.of(
              "/form?period=2026-10",
              "/form?period=2026-Q3",
              "/form?period=2026",
              "/form/receipts/" + receipt)) {
        page.navigate(service.atAgencies(path));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .isEqualTo(true);
      }
    }
  }
}
