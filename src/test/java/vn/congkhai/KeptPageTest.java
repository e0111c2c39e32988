package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.MORNING;
import static vn.congkhai.Service.within;
import static vn.congkhai.Watched.SOON;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A screen in a real Chromium whose service worker is awake: it is as fresh as without, and little
/// is written.
class KeptPageTest extends Staged {
  private static final String KIOSK = "/kiosk/board";

  private static void poll(Watched screen) {
    screen.page().evaluate("() => fetch(location.href).then((answer) => answer.text())");
  }

  @Test
  void a_page_that_says_nothing_new_is_written_every_ten_minutes() throws Exception {
    Watched screen = Watched.kept(context.newPage(), server, KIOSK);
    assertThat(screen.keptAs("data-now")).isEqualTo("2026-11-22T02:00:00Z");

    server.clock(MORNING.plus(Duration.ofMinutes(9)));
    poll(screen);
    assertThat(screen.keptAs("data-now")).isEqualTo("2026-11-22T02:00:00Z");

    server.clock(MORNING.plus(Duration.ofMinutes(10)));
    poll(screen);
    assertThat(screen.keptAs("data-now")).isEqualTo("2026-11-22T02:10:00Z");

    server.clock(MORNING);
    poll(screen);
    assertThat(screen.keptAs("data-now")).isEqualTo("2026-11-22T02:00:00Z");
  }

  @Test
  void what_is_new_is_written_at_once() throws Exception {
    Watched screen = Watched.kept(context.newPage(), server, KIOSK);

    server.publish();
    within(SOON, () -> screen.keptAs("data-version").equals("2"));
    server.pages(html -> html.replaceFirst("data-seconds=\"\\d+\"", "data-seconds=\"44\""));
    poll(screen);
    assertThat(screen.keptAs("data-seconds")).isEqualTo("44");
    server.upgrade("0badc0de");
    poll(screen);
    assertThat(screen.keptAs("data-assets")).isEqualTo("/static/0badc0de");
  }

  @Test
  void how_wrong_the_clock_is_is_written_when_it_changes() throws Exception {
    Page page = context.newPage();
    page.addInitScript(
        """
        window.written = [];
        const real = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, value) {
          window.written.push(Math.round(Number(value) / 1000));
          real.call(this, key, value);
        };
        """);
    page.clock().setFixedTime(MORNING.plusSeconds(90).toEpochMilli());
    Watched screen = Watched.open(page, server, KIOSK);

    hears(screen);
    hears(screen);
    assertThat(page.evaluate("window.written")).isEqualTo(List.of(-90));
    server.clock(MORNING.plusSeconds(5));
    hears(screen);
    assertThat(page.evaluate("window.written")).isEqualTo(List.of(-90, -85));
    page.reload();
    within(SOON, () -> server.lines() > 0);
    hears(screen);
    assertThat(page.evaluate("window.written")).isEqualTo(List.of());
  }

  private void hears(Watched screen) throws Exception {
    server.publish();
    within(SOON, screen::live);
  }

  @Test
  void a_lost_line_and_its_return_leave_the_same_page_and_keep_the_newest() throws Exception {
    Watched screen = Watched.kept(context.newPage(), server, KIOSK);

    server.end();
    within(SOON, () -> screen.outage().startsWith("Mất kết nối"));
    server.publish();
    server.begin();

    within(SOON, screen::live);
    assertThat(screen.same()).isTrue();
    assertThat(screen.keptAs("data-version")).isEqualTo("2");
  }

  /// What the worker has kept does not pass for an answer of the server.
  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "PORTAL"})
  void another_answer_counts_as_lost_and_is_not_kept(Understudy.Mood mood) throws Exception {
    Watched screen = Watched.kept(context.newPage(), server, KIOSK);

    server.is(mood);
    server.publish();
    within(SOON, () -> screen.outage().startsWith("Mất kết nối"));
    assertThat(screen.keptAs("data-version")).isEqualTo("1");
    server.is(Understudy.Mood.ANSWERS);
    server.publish();

    within(SOON, screen::live);
    assertThat(screen.same()).isTrue();
  }

  @Test
  void another_program_takes_the_place_of_the_page_and_of_all_that_is_kept() throws Exception {
    Page page = context.newPage();
    page.clock().install();
    Watched screen = Watched.kept(page, server, KIOSK);
    page.clock().runFor(31_000);

    server.upgrade("0badc0de");
    server.tell();
    within(SOON, () -> screen.says("assets").equals("/static/0badc0de"));
    within(SOON, () -> screen.keptAs("data-assets").equals("/static/0badc0de"));
    within(
        Browsers.WORKER_GOES,
        () -> kept(page, "congkhai-assets").stream().allMatch(each -> each.contains("/0badc0de/")));
    server.end();
    page.reload();

    within(SOON, () -> screen.outage().startsWith("Mất kết nối từ 09:00"));
    assertThat(screen.says("assets")).isEqualTo("/static/0badc0de");
    server.publish();
    server.begin();
    page.clock().runFor(11_000);
    within(SOON, screen::live);
  }

  @SuppressWarnings("unchecked")
  private static List<String> kept(Page page, String name) {
    return (List<String>)
        page.evaluate(
            "async name => (await (await caches.open(name)).keys()).map(each => each.url)", name);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "PORTAL"})
  void nothing_takes_the_place_of_a_code(Understudy.Mood mood) throws Exception {
    Watched screen = Watched.kept(context.newPage(), server, KIOSK);
    String code = code(screen);
    assertThat(code).startsWith("<svg");

    server.is(mood);
    assertThat(code(screen)).isEqualTo(code);
    server.end();
    assertThat(code(screen)).isEqualTo(code);
  }

  /// What the page gets when it asks for its code anew.
  private static String code(Watched screen) {
    return String.valueOf(
        screen
            .page()
            .evaluate(
                "() => fetch(document.getElementById('code').src, { cache: 'reload' }).then(answer => answer.text())"));
  }
}
