package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a screen in a real Chromium turns its sheets and rests, by the service's clock, on a device
/// whose own stands in 2001 and in New York.
class SheetsTest extends Staged {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String NEWCOMER =
      "<tr><th scope=\"row\" class=\"name\"><a href=\"/board\">Newcomer</a></th></tr>";

  private static final String ROWS = ".stage tbody tr:not(.group)";

  @Override
  Browser.NewContextOptions as() {
    return super.as().setTimezoneId("America/New_York");
  }

  private Page open() throws Exception {
    Page page = context.newPage();
    page.addInitScript("delete Navigator.prototype.serviceWorker");
    page.clock().install(new Clock.InstallOptions().setTime(1_000_000_000_000L));
    page.navigate(server.at("/kiosk/board"));
    within(SOON, () -> server.lines() > 0);
    page.waitForFunction("() => document.fonts.status === 'loaded'");
    return page;
  }

  /// The names of the rows, from the first to the last.
  private static List<String> rows(Page page) {
    return page.locator(ROWS + " th a").allTextContents();
  }

  /// The names of those that are on the sheet.
  private static List<String> shown(Page page) {
    return page.locator(ROWS + " th a:visible").allTextContents();
  }

  private static int sheet(Page page) {
    return Integer.parseInt(page.locator("#turn").innerText().replaceAll("\\D*(\\d+).*", "$1"));
  }

  private static int sheets(Page page) {
    return Integer.parseInt(page.locator("#turn").innerText().replaceAll(".*\\D(\\d+)\\D*", "$1"));
  }

  @Test
  void sheets_turn_by_themselves_and_by_the_arrows_and_show_every_row_once() throws Exception {
    Page page = open();
    assertThat(sheet(page)).isEqualTo(1);
    page.clock().runFor(16_000);
    assertThat(sheet(page)).isEqualTo(2);
    page.keyboard().press("ArrowLeft");
    assertThat(sheet(page)).isEqualTo(1);

    List<String> all = new ArrayList<>(shown(page));
    while (sheet(page) < sheets(page)) {
      page.keyboard().press("ArrowRight");
      all.addAll(shown(page));
    }

    assertThat(all).hasSizeGreaterThan(20).containsExactlyElementsOf(rows(page));
    page.keyboard().press("ArrowRight");
    assertThat(sheet(page)).isEqualTo(1);
  }

  @Test
  void the_same_sheet_stays_when_figures_change_and_rows_come_before_it() throws Exception {
    Page page = open();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    List<String> shown = shown(page);
    int before = rows(page).size();

    server.pages(html -> {
      // a figure on the sheet, and more than a sheet of rows before all others
      String changed =
          html.replaceFirst(
              "(?s)(" + Pattern.quote(shown.getFirst()) + "</a>.*?class=\"figure[^>]*>)[^<]*",
              "$1NEW");
      return changed.replaceFirst(
          "(<tbody>\\s*<tr class=\"group\">.*?</tr>)", "$1" + NEWCOMER.repeat(40));
    });
    server.publish();
    within(SOON, () -> page.locator("html").getAttribute("data-version").equals("2"));

    assertThat(rows(page)).hasSize(before + 40).contains("Newcomer");
    assertThat(shown(page)).contains(shown.getFirst());
    assertThat(page.locator(".figure:visible", new Page.LocatorOptions().setHasText("NEW")).count())
        .isEqualTo(1);
    assertThat(sheet(page)).isGreaterThan(3);
  }

  @Test
  void another_size_and_a_late_font_are_laid_out_anew() throws Exception {
    Page page = open();
    int wide = sheets(page);
    page.setViewportSize(1280, 400);
    within(SOON, () -> sheets(page) > 0 && fits(page));
    page.setViewportSize(1080, 1920);
    within(SOON, () -> fits(page));
    page.setViewportSize(1280, 720);
    within(SOON, () -> sheets(page) == wide && fits(page));

    page.evaluate("document.documentElement.style.setProperty('letter-spacing', '0.25em')");
    page.evaluate("document.fonts.dispatchEvent(new Event('loadingdone'))");
    assertThat(fits(page)).isTrue();
  }

  private static boolean fits(Page page) {
    return Boolean.TRUE.equals(
        page.evaluate(
            """
            () => {
              const stage = document.querySelector(".stage").getBoundingClientRect();
              return [...document.querySelectorAll(".stage tbody tr:not(.off)")]
                .map((row) => row.getBoundingClientRect())
                .every((row) => row.left >= stage.left - 1 && row.right <= stage.right + 1 && row.bottom <= stage.bottom + 1);
            }
            """));
  }

  @Test
  void a_row_that_is_higher_than_the_screen_stops_nothing_and_hides_nobody() throws Exception {
    server.pages(html ->
        html.replaceFirst(
            "(<th scope=\"row\" class=\"name\">)",
            "$1<span style=\"display:block;height:150vh\">tower</span>"));
    Page page = open();

    List<String> all = new ArrayList<>(shown(page));
    for (int i = 0; i < 60 && (i == 0 || sheet(page) > 1); i++) {
      page.keyboard().press("ArrowRight");
      if (sheet(page) > 1) {
        all.addAll(shown(page));
      }
    }

    assertThat(sheet(page)).isEqualTo(1);
    assertThat(all).hasSizeGreaterThan(20).containsExactlyElementsOf(rows(page));
  }

  @ParameterizedTest
  @CsvSource({
    "22:00-05:00, 2026-11-22T14:59:50Z, false, 21:59",
    "22:00-05:00, 2026-11-22T15:00:00Z, true, 22:00",
    "22:00-05:00, 2026-11-22T21:59:00Z, true, 04:59",
    "22:00-05:00, 2026-11-22T22:00:00Z, false, 05:00",
    "11:30-13:00, 2026-11-22T05:00:00Z, true, 12:00",
    "11:30-13:00, 2026-11-22T06:00:00Z, false, 13:00"
  })
  void it_rests_by_the_clock_of_the_service(String hours, Instant now, boolean dark, String time)
      throws Exception {
    server.pages(
        html -> html.replaceFirst("data-seconds", "data-quiet=\"" + hours + "\" data-seconds"));
    server.clock(now);
    Page page = open();
    page.clock().runFor(5_000);

    assertThat(page.locator("#night").isVisible()).isEqualTo(dark);
    assertThat(page.locator("#time").innerText()).isEqualTo(time);
    assertThat(page.locator("#date").textContent()).contains("/11/2026");
  }

  @Test
  void it_goes_dark_in_the_evening_and_comes_back_in_the_morning() throws Exception {
    server.pages(
        html -> html.replaceFirst("data-seconds", "data-quiet=\"22:00-05:00\" data-seconds"));
    server.clock(Instant.parse("2026-11-22T14:59:00Z"));
    Page page = open();
    page.clock().runFor(5_000);
    assertThat(page.locator("#night").isVisible()).isFalse();

    page.clock().fastForward(70_000);
    page.clock().runFor(5_000);
    assertThat(page.locator("#night").innerText()).contains("05:00");
    page.clock().fastForward("07:00:00");
    page.clock().runFor(5_000);
    assertThat(page.locator("#night").isVisible()).isFalse();
  }
}
