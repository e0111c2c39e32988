package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.within;
import static vn.congkhai.Watched.SOON;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A screen in a real Chromium of which a part did not come, and that nobody attends.
class MissingPiecesTest extends Staged {
  private static final String KIOSK = "/kiosk/board";
  private static final Duration STEP = Duration.ofSeconds(5);

  private Watched open() {
    Page page = context.newPage();
    page.addInitScript("delete Navigator.prototype.serviceWorker");
    page.clock().install();
    page.navigate(server.at(KIOSK));
    page.evaluate("window.sameDocument = true");
    return new Watched(page, server);
  }

  private static String time(Watched screen) {
    return screen.page().locator("#time").innerText();
  }

  private static boolean alive(Watched screen) {
    return time(screen).matches("\\d\\d:\\d\\d");
  }

  /// What is asked for in so many minutes of the page's clock, in which nothing waits for long.
  private List<String> pass(Watched screen, int minutes) {
    List<String> all = new ArrayList<>();
    var _ = server.asked();
    for (int step = 0; step < 12 * minutes; step++) {
      screen.later(STEP);
      screen.page().waitForTimeout(20);
      all.addAll(server.asked());
    }
    return all;
  }

  private static void comesAlive(Watched screen) throws Exception {
    within(
        Duration.ofMinutes(1),
        () -> {
          screen.later(STEP);
          return alive(screen);
        });
    assertThat(screen.same()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kiosk.js", "line.js", "clock.js", "redraw.js", "css"})
  void without_one_of_its_files_the_page_comes_alive_when_it_is_there(String file)
      throws Exception {
    server.loses(path -> path.endsWith(file) || (file.endsWith("css") && path.endsWith("line.js")));
    Watched screen = open();
    var _ = pass(screen, 1);
    assertThat(time(screen)).isEmpty();

    server.loses(_ -> false);

    comesAlive(screen);
  }

  @ParameterizedTest
  @EnumSource(names = {"MISSING", "UNAVAILABLE", "PORTAL"})
  void a_dead_page_gives_way_to_no_other_answer(Understudy.Mood mood) throws Exception {
    server.loses(path -> path.endsWith("kiosk.js"));
    Watched screen = open();
    server.is(mood);
    server.loses(_ -> false);

    assertThat(pass(screen, 20)).filteredOn(KIOSK::equals).hasSizeBetween(3, 7);
    assertThat(screen.same()).isTrue();
    assertThat(screen.page().locator("main .name").count()).isPositive();

    server.is(Understudy.Mood.ANSWERS);
    comesAlive(screen);
  }

  @Test
  void a_dead_page_outlives_a_server_that_is_away() throws Exception {
    server.loses(path -> path.endsWith("line.js"));
    Watched screen = open();
    server.end();
    var _ = pass(screen, 10);
    assertThat(screen.same()).isTrue();

    server.loses(_ -> false);
    server.begin();

    comesAlive(screen);
  }

  @Test
  void a_page_whose_scripts_never_come_is_loaded_ever_more_seldom() {
    server.loses(path -> path.endsWith("line.js"));
    Watched screen = open();

    List<String> asked = pass(screen, 60);

    assertThat(time(screen)).isEmpty();
    assertThat(asked).filteredOn(each -> each.endsWith("/line.js")).hasSizeBetween(8, 15);
  }

  @Test
  void a_page_that_is_alive_is_left_alone() throws Exception {
    Watched screen = open();
    within(SOON, () -> server.lines() > 0);

    var _ = pass(screen, 5);

    assertThat(screen.same()).isTrue();
  }

  // ---- its code

  private static boolean drawn(Watched screen) {
    Object wide = screen.page().evaluate("document.getElementById('code').naturalWidth > 0");
    return Boolean.TRUE.equals(wide);
  }

  @Test
  void a_code_that_did_not_come_is_asked_for_again_and_not_too_often() throws Exception {
    server.loses(path -> path.startsWith("/qr"));
    // one sheet: no turning asks for the code
    server.pages(html -> html.replaceAll("(?s)<tbody>.*?</tbody>", ""));
    Watched screen = open();
    within(SOON, () -> alive(screen));
    assertThat(drawn(screen)).isFalse();

    assertThat(pass(screen, 10)).filteredOn(each -> each.startsWith("/qr")).hasSizeBetween(8, 20);
    server.loses(_ -> false);
    var _ = pass(screen, 2);

    assertThat(drawn(screen)).isTrue();
    assertThat(pass(screen, 5)).noneMatch(each -> each.startsWith("/qr"));
  }
}
