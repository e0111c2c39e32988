package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.within;
import static vn.congkhai.Watched.SOON;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// When a screen in a real Chromium loads its page anew, and when it does not.
class RenewalTest extends Staged {
  private Watched open(String path) throws Exception {
    return Watched.open(context.newPage(), server, path);
  }

  /// A screen whose page is old enough to be loaded anew, by a clock of its own.
  private Watched longOpen() throws Exception {
    Page page = context.newPage();
    page.clock().install();
    Watched screen = Watched.open(page, server, "/kiosk/board");
    page.clock().runFor(31_000);
    assertThat(screen.same()).isTrue();
    return screen;
  }

  @Test
  void a_screen_whose_page_is_not_there_yet_shows_it_when_it_comes_to_exist() throws Exception {
    server.is(Understudy.Mood.MISSING);
    Watched screen = open("/kiosk/board");
    screen.page().waitForTimeout(31_000);
    assertThat(screen.outage()).isEmpty();
    assertThat(screen.same()).isTrue();

    server.is(Understudy.Mood.ANSWERS);
    server.publish();

    within(SOON, () -> !screen.same());
    within(SOON, screen::live);
  }

  /// As when an administrator takes a playlist back.
  @Test
  void a_page_that_is_taken_away_is_not_shown_any_more_until_it_is_there_again() throws Exception {
    Watched screen = longOpen();

    server.is(Understudy.Mood.MISSING);
    server.publish();
    within(SOON, () -> !screen.same());
    within(SOON, screen::live);
    screen.page().evaluate("window.sameDocument = true");
    screen.page().clock().runFor(31_000);
    assertThat(screen.same()).as("it comes to rest").isTrue();

    server.is(Understudy.Mood.ANSWERS);
    server.publish();
    within(SOON, () -> !screen.same());
    within(SOON, screen::live);
  }

  @Test
  void another_program_is_loaded_once_it_answers() throws Exception {
    Watched screen = longOpen();

    server.upgrade("0badc0de");
    server.tell();

    within(SOON, () -> screen.says("assets").equals("/static/0badc0de"));
    within(SOON, () -> server.lines() > 0);
  }

  @Test
  void another_rhythm_of_the_playlist_is_loaded() throws Exception {
    Watched screen = longOpen();

    server.pages(html -> html.replaceFirst("data-seconds=\"\\d+\"", "data-seconds=\"77\""));
    server.publish();

    within(SOON, () -> screen.says("seconds").equals("77"));
    within(SOON, screen::live);
  }

  @Test
  void it_starts_anew_once_a_night_but_only_while_the_server_answers() throws Exception {
    Page page = context.newPage();
    page.clock().install();
    // on a clock that jumps, every question would take longer than the page has patience
    page.addInitScript(
        "const asked = fetch; fetch = (page, { signal, ...how } = {}) => asked(page, how)");
    Watched screen = Watched.open(page, server, "/kiosk/board");

    screen.later(Duration.ofHours(1));
    server.clock(Instant.parse("2026-11-22T19:59:00Z"));
    server.tell();
    within(SOON, () -> hasHeardThatItIsAMinuteToThree(page));

    server.end();
    anHour(screen, Instant.parse("2026-11-22T19:59:00Z"));
    assertThat(screen.same()).isTrue();
    server.clock(Instant.parse("2026-11-23T19:59:00Z"));
    server.begin();
    within(SOON, () -> hasHeardThatItIsAMinuteToThree(page));

    anHour(screen, Instant.parse("2026-11-23T19:59:00Z"));
    within(SOON, () -> !screen.same());
    within(SOON, screen::live);
  }

  private static boolean hasHeardThatItIsAMinuteToThree(Page page) {
    page.clock().runFor(1_000);
    return page.locator("#time").innerText().equals("02:59");
  }

  /// An hour and two minutes, or less when the document goes; the server's clock goes along, so
  /// that whoever has to connect again does not hear an earlier time.
  private static void anHour(Watched screen, Instant from) {
    for (int step = 1; step <= 3 * 62 && screen.same(); step++) {
      screen.later(Duration.ofSeconds(20));
      screen.server().clock(from.plusSeconds(20L * step));
    }
  }
}
