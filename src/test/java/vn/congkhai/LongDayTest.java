package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.within;
import static vn.congkhai.Watched.SOON;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a day of figures leaves behind in a real Chromium.
class LongDayTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /// A change each minute of the page's own clock. The first hours are not counted: a browser keeps
  /// note of a page's first 250 requests. Then less than 140 bytes an update may be left, which is
  /// what the clock of the test itself keeps.
  @Test
  void it_leaves_nothing_behind(@TempDir Path folder) throws Exception {
    try (Browsers browsers = Browsers.open();
        Service service = Service.start(folder);
        Understudy server = Understudy.of(service);
        BrowserContext context = browsers.browser().newContext()) {
      server.pages(html ->
          html.replaceAll("(class=\"figure\"[^>]*>)[^<]*", "$1" + server.version() % 89 + "%"));
      Page page = context.newPage();
      page.clock().install();
      Watched screen = Watched.open(page, server, "/kiosk/board");
      CDPSession session = context.newCDPSession(page);

      pass(Duration.ofHours(6), screen);
      Left early = Left.behind(page, session);
      pass(Duration.ofHours(24), screen);
      Left late = Left.behind(page, session);

      assertThat(screen.same()).isTrue();
      assertThat(late.heap()).as("from %s to %s", early, late).isLessThan(early.heap() + 200_000);
      assertThat(late.nodes()).as("from %s to %s", early, late).isLessThan(early.nodes() + 1_000);
      assertThat(late.listeners()).isEqualTo(early.listeners());
    }
  }

  private static void pass(Duration time, Watched screen) throws Exception {
    for (long minute = 0; minute < time.toMinutes(); minute++) {
      screen.server().publish();
      within(SOON, screen::live);
      screen.later(MINUTE);
    }
  }

  /// @param heap in bytes, after what nobody needs was thrown away
  private record Left(long heap, long nodes, long listeners) {
    static Left behind(Page page, CDPSession session) {
      // what the last question brings in is not yet left
      page.waitForTimeout(2_000);
      var _ = session.send("HeapProfiler.collectGarbage");
      JsonObject counted = session.send("Memory.getDOMCounters");
      return new Left(
          session.send("Runtime.getHeapUsage").get("usedSize").getAsLong(),
          counted.get("nodes").getAsLong(),
          counted.get("jsEventListeners").getAsLong());
    }
  }
}
