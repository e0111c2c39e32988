package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.within;
import static vn.congkhai.Watched.SOON;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A screen in a real Chromium whose server is away, silent, wrong, or another one.
class LostLineTest extends Staged {
  private Watched open(String path) throws Exception {
    return Watched.open(context.newPage(), server, path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /kiosk/board | 00:02:00 | Mất kết nối từ 09:00 ngày 22/11/2026 (2 phút trước).
          /kiosk/board | 03:00:00 | Mất kết nối từ 09:00 ngày 22/11/2026 (3 giờ trước).
          /board?lang=en | 00:02:00 | Connection lost since 09:00 on 22 Nov 2026 (2 minutes ago).
          /board?lang=en | 03:00:00 | Connection lost since 09:00 on 22 Nov 2026 (3 hours ago).
          """)
  void it_says_in_words_since_when_whatever_clock_the_device_has(
      String path, String away, String words) throws Exception {
    Page page = context.newPage();
    page.clock()
        .install(new com.microsoft.playwright.Clock.InstallOptions().setTime(1_000_000_000_000L));
    Watched screen = Watched.open(page, server, path);
    within(SOON, screen::live);

    server.end();
    within(SOON, () -> !screen.outage().isEmpty());
    page.clock().fastForward(away);
    within(SOON, () -> screen.outage().startsWith(words));
    page.clock().setSystemTime(2_000_000_000_000L);
    page.clock().runFor(20_000);

    assertThat(screen.outage()).startsWith(words);
    assertThat(screen.same()).isTrue();
  }

  @Test
  void a_network_that_is_cut_in_the_browser_is_noticed_and_so_is_its_return() throws Exception {
    Watched screen = open("/kiosk/board");

    context.setOffline(true);
    within(SOON, () -> screen.outage().startsWith("Mất kết nối"));
    server.publish();
    context.setOffline(false);

    within(SOON, screen::live);
    assertThat(screen.same()).isTrue();
  }

  @Test
  void a_line_that_is_dead_without_a_word_is_noticed_within_some_forty_seconds() throws Exception {
    Watched screen = open("/kiosk/board");

    server.is(Understudy.Mood.SILENT);
    within(Duration.ofSeconds(45), () -> screen.outage().startsWith("Mất kết nối"));
    server.end();
    server.is(Understudy.Mood.ANSWERS);
    server.publish();
    server.begin();

    within(SOON, screen::live);
    assertThat(screen.same()).isTrue();
  }

  /// Neither a portal's page nor an error's takes the place of the board, and neither is a contact.
  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "PORTAL"})
  void another_answer_leaves_the_figures_and_counts_as_lost(Understudy.Mood mood) throws Exception {
    Watched screen = open("/kiosk/board");
    List<String> figures = figures(screen);

    server.is(mood);
    server.publish();

    within(SOON, () -> screen.outage().startsWith("Mất kết nối"));
    assertThat(figures(screen)).isNotEmpty().isEqualTo(figures);
    server.is(Understudy.Mood.ANSWERS);
    server.publish();
    within(SOON, screen::live);
    assertThat(screen.same()).isTrue();
  }

  private static List<String> figures(Watched screen) {
    return screen.page().locator("main .figure").allTextContents();
  }

  @Test
  void a_browser_that_keeps_nothing_shows_what_is_new_all_the_same() throws Exception {
    Page page = context.newPage();
    page.addInitScript(
        """
        for (const name of ["getItem", "setItem"]) {
          Storage.prototype[name] = () => { throw new DOMException("no", "SecurityError"); };
        }
        """);
    Watched screen = Watched.open(page, server, "/kiosk/board");

    server.publish();
    within(SOON, screen::live);
    server.end();
    within(SOON, () -> screen.outage().startsWith("Mất kết nối từ 09:00 ngày 22/11/2026"));
  }

  /// The browser keeps the page that somebody left, and takes it out again as it was.
  @Test
  void a_page_that_somebody_comes_back_to_is_live_again() throws Exception {
    Watched screen = open("/board");
    screen.page().navigate(server.at("/board/ranking"));
    within(SOON, () -> server.lines() == 1);

    server.publish();
    screen.page().goBack();

    within(SOON, screen::live);
    within(SOON, () -> server.lines() == 1);
  }

  @Test
  void screens_that_lose_a_server_come_back_spread_and_within_ten_seconds() throws Exception {
    Page page = context.newPage();
    page.addInitScript(
        """
        window.waits = [];
        const real = window.setTimeout;
        window.setTimeout = (call, wait, ...more) => {
          if (call.name === "connect") { window.waits.push(wait); }
          return real(call, call.name === "connect" ? 5 : wait, ...more);
        };
        """);
    var _ = Watched.open(page, server, "/board");

    server.end();
    page.waitForFunction("() => window.waits.length > 200");

    @SuppressWarnings("unchecked")
    List<Number> waits = (List<Number>) page.evaluate("window.waits");
    assertThat(waits.getFirst().doubleValue()).isBetween(200.0, 1_000.0);
    double[] settled = waits.stream().skip(5).mapToDouble(Number::doubleValue).toArray();
    DoubleSummaryStatistics all = Arrays.stream(settled).summaryStatistics();
    assertThat(all.getMin()).isBetween(2_000.0, 3_000.0);
    assertThat(all.getMax()).isBetween(9_000.0, 10_000.0);
    for (int second = 2; second < 10; second++) {
      int from = second * 1_000;
      assertThat(Arrays.stream(settled).filter(wait -> wait >= from && wait < from + 1_000).count())
          .as("of %d waits those of %d s", settled.length, second)
          .isBetween(5L, 60L);
    }
  }
}
