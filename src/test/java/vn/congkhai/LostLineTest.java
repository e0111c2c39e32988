package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A screen in a real Chromium whose server is away, silent, wrong, or another one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostLineTest {
  private static final Duration SOON = Duration.ofSeconds(15);

  private Browsers browsers;
  private Service service;
  private Understudy server;
  private BrowserContext context;

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
    context = browsers.browser().newContext();
  }

  @AfterEach
  void end() {
    context.close();
    server.close();
  }

  /// A page that has heard of the server, without anything kept in the browser.
  private Page open(String path) throws Exception {
    Page page = context.newPage();
    return opened(page, path);
  }

  private Page opened(Page page, String path) throws Exception {
    page.addInitScript("delete Navigator.prototype.serviceWorker");
    page.navigate(server.at(path));
    within(SOON, () -> server.lines() > 0);
    page.evaluate("window.sameDocument = true");
    return page;
  }

  private static boolean same(Page page) {
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    return Boolean.TRUE.equals(page.evaluate("window.sameDocument === true"));
  }

  private static String told(Page page) {
    return page.locator("#offline").isVisible() ? page.locator("#offline").innerText() : "";
  }

  private boolean live(Page page) {
    return told(page).isEmpty()
        && page.evaluate("document.documentElement.dataset.version").equals("" + server.version());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /kiosk/board | 00:02:00 | Mất kết nối từ 09:00 ngày 22/11/2026 (2 phút trước).
          /kiosk/board | 03:00:00 | Mất kết nối từ 09:00 ngày 22/11/2026 (3 giờ trước).
          /board?lang=en | 00:02:00 | Connection lost since 09:00 on 22/11/2026 (2 minutes ago).
          /board?lang=en | 03:00:00 | Connection lost since 09:00 on 22/11/2026 (3 hours ago).
          """)
  void it_says_in_words_since_when_whatever_clock_the_device_has(
      String path, String away, String words) throws Exception {
    Page page = context.newPage();
    page.clock()
        .install(new com.microsoft.playwright.Clock.InstallOptions().setTime(1_000_000_000_000L));
    var _ = opened(page, path);
    within(SOON, () -> live(page));

    server.end();
    within(SOON, () -> !told(page).isEmpty());
    page.clock().fastForward(away);
    within(SOON, () -> told(page).startsWith(words));
    page.clock().setSystemTime(2_000_000_000_000L);
    page.clock().runFor(20_000);

    assertThat(told(page)).startsWith(words);
    assertThat(same(page)).isTrue();
  }

  @Test
  void a_network_that_is_cut_in_the_browser_is_noticed_and_so_is_its_return() throws Exception {
    Page page = open("/kiosk/board");

    context.setOffline(true);
    within(SOON, () -> told(page).startsWith("Mất kết nối"));
    server.publish();
    context.setOffline(false);

    within(SOON, () -> live(page));
    assertThat(same(page)).isTrue();
  }

  @Test
  void a_line_that_is_dead_without_a_word_is_noticed_within_some_forty_seconds() throws Exception {
    Page page = open("/kiosk/board");

    server.is(Understudy.Mood.SILENT);
    within(Duration.ofSeconds(45), () -> told(page).startsWith("Mất kết nối"));
    server.end();
    server.is(Understudy.Mood.ANSWERS);
    server.publish();
    server.begin();

    within(SOON, () -> live(page));
    assertThat(same(page)).isTrue();
  }

  /// Neither a portal's page nor an error's takes the place of the board, and neither is a contact.
  @ParameterizedTest
  @EnumSource(names = {"MISSING", "UNAVAILABLE", "PORTAL"})
  void another_answer_leaves_the_figures_and_counts_as_lost(Understudy.Mood mood) throws Exception {
    Page page = open("/kiosk/board");
    String rows = page.locator("main").innerHTML();

    server.is(mood);
    server.publish();

    within(SOON, () -> told(page).startsWith("Mất kết nối"));
    assertThat(page.locator("main").innerHTML().length()).isEqualTo(rows.length());
    server.is(Understudy.Mood.ANSWERS);
    server.publish();
    within(SOON, () -> live(page));
    assertThat(same(page)).isTrue();
  }

  @Test
  void a_screen_whose_page_is_not_there_yet_shows_it_when_it_comes_to_exist() throws Exception {
    server.is(Understudy.Mood.MISSING);
    Page page = open("/kiosk/board");
    page.waitForTimeout(31_000);
    assertThat(told(page)).isEmpty();
    assertThat(same(page)).isTrue();

    server.is(Understudy.Mood.ANSWERS);
    server.publish();

    within(SOON, () -> !same(page));
    within(SOON, () -> live(page));
  }

  @Test
  void another_program_is_loaded_once_it_answers() throws Exception {
    Page page = context.newPage();
    page.clock().install();
    var _ = opened(page, "/kiosk/board");
    page.clock().runFor(31_000);
    assertThat(same(page)).isTrue();

    server.upgrade("0badc0de");
    server.tell();

    within(
        SOON,
        () -> "/static/0badc0de".equals(page.evaluate("document.documentElement.dataset.assets")));
    within(SOON, () -> server.lines() > 0);
  }

  @Test
  void it_starts_anew_once_a_night_but_only_while_the_server_answers() throws Exception {
    Page page = context.newPage();
    page.clock().install();
    var _ = opened(page, "/kiosk/board");

    server.clock(Instant.parse("2026-11-22T19:59:00Z"));
    server.tell();
    page.clock().fastForward("01:00:00");
    within(SOON, () -> live(page));

    server.end();
    assertThat(hour(page)).isTrue();
    server.clock(Instant.parse("2026-11-23T19:59:00Z"));
    server.begin();
    page.clock().runFor(11_000);
    within(SOON, () -> live(page));

    assertThat(hour(page)).isFalse();
    within(SOON, () -> live(page));
  }

  /// Whether the document is the same after an hour and two minutes.
  private static boolean hour(Page page) {
    for (int step = 0; step < 3 * 62 && same(page); step++) {
      try {
        page.clock().fastForward(20_000);
      } catch (PlaywrightException gone) {
        return false;
      }
    }
    return same(page);
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
    var _ = opened(page, "/board");

    server.end();
    page.waitForFunction("() => window.waits.length > 200");

    @SuppressWarnings("unchecked")
    List<Number> waits = (List<Number>) page.evaluate("window.waits");
    assertThat(waits.getFirst().doubleValue()).isBetween(200.0, 1_000.0);
    double[] settled = waits.stream().skip(5).mapToDouble(Number::doubleValue).toArray();
    DoubleSummaryStatistics all = java.util.Arrays.stream(settled).summaryStatistics();
    assertThat(all.getMin()).isBetween(2_000.0, 3_000.0);
    assertThat(all.getMax()).isBetween(9_000.0, 10_000.0);
    for (int second = 2; second < 10; second++) {
      int from = second * 1_000;
      assertThat(
              java.util.Arrays.stream(settled)
                  .filter(wait -> wait >= from && wait < from + 1_000)
                  .count())
          .as("of %d waits those of %d s", settled.length, second)
          .isBetween(5L, 60L);
    }
  }

  /// Thousands of changes, drawn more than a thousand times, and 24 hours of the page's own clock.
  @Test
  void a_long_day_leaves_nothing_behind() throws Exception {
    server.pages(html ->
        html.replaceAll("(class=\"figure\"[^>]*>)[^<]*", "$1" + server.version() % 89 + "%"));
    Page page = context.newPage();
    page.clock().install();
    var _ = opened(page, "/kiosk/board");
    CDPSession session = context.newCDPSession(page);
    redraw(200);
    Left before = Left.of(session);

    for (int hour = 0; hour < 24; hour++) {
      redraw(40);
      page.clock().fastForward("01:00:00");
    }

    within(SOON, () -> live(page));
    Left after = Left.of(session);
    assertThat(after.heap())
        .as("from %s to %s", before, after)
        .isLessThan(before.heap() + 2_000_000);
    assertThat(after.nodes()).isLessThan(before.nodes() + 2_000);
    assertThat(after.listeners()).isLessThan(before.listeners() + 20);
  }

  /// Publishes until the screen has taken the page so many times more.
  private void redraw(int times) throws Exception {
    int taken = 0;
    Instant end = Instant.now().plusSeconds(30);
    while (taken < times) {
      assertThat(Instant.now()).as("%d of %d taken", taken, times).isBefore(end);
      server.publish();
      Thread.sleep(10);
      taken += (int) server.asked().stream().filter("/kiosk/board"::equals).count();
    }
  }

  private record Left(double heap, double nodes, double listeners) {
    static Left of(CDPSession session) {
      var _ = session.send("HeapProfiler.collectGarbage");
      var _ = session.send("Performance.enable");
      var metrics = session.send("Performance.getMetrics").getAsJsonArray("metrics");
      return new Left(
          value(metrics, "JSHeapUsedSize"),
          value(metrics, "Nodes"),
          value(metrics, "JSEventListeners"));
    }

    private static double value(com.google.gson.JsonArray metrics, String name) {
      return IntStream.range(0, metrics.size())
          .mapToObj(i -> metrics.get(i).getAsJsonObject())
          .filter(each -> each.get("name").getAsString().equals(name))
          .findFirst()
          .orElseThrow()
          .get("value")
          .getAsDouble();
    }
  }
}
