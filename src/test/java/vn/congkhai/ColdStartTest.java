package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A screen in a real Chromium that is switched off and on again: what it kept is enough to start.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ColdStartTest {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final String KIOSK = "/kiosk/board";

  private Browsers browsers;
  private Service service;
  private Understudy server;
  private Path profile;
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
  void begin(@TempDir Path profile) {
    this.profile = profile;
    server = Understudy.of(service);
    context = browsers.switchedOn(profile);
  }

  @AfterEach
  void end() {
    context.close();
    server.close();
  }

  private Page open(String path) {
    Page page = context.newPage();
    page.navigate(server.at(path));
    page.waitForLoadState(LoadState.LOAD);
    return page;
  }

  /// Waits until the browser has kept the page.
  private void kept(Page page) throws Exception {
    within(SOON, () -> cached(page, "congkhai-pages").contains(page.url()));
    page.waitForFunction("() => navigator.serviceWorker.controller?.state === 'activated'");
  }

  @SuppressWarnings("unchecked")
  private static List<String> cached(Page page, String name) {
    return (List<String>)
        page.evaluate(
            "async name => (await (await caches.open(name)).keys()).map(each => each.url)", name);
  }

  private void offAndOn() {
    context.close();
    context = browsers.switchedOn(profile);
  }

  private static String told(Page page) {
    return page.locator("#offline").isVisible() ? page.locator("#offline").innerText() : "";
  }

  private static String attribute(Page page, String name) {
    return String.valueOf(page.locator("html").getAttribute(name));
  }

  @Test
  void without_a_server_it_shows_the_last_page_and_says_how_old_it_is() throws Exception {
    Page first = open(KIOSK);
    kept(first);
    String figures = first.locator("main").innerText();
    server.end();
    offAndOn();

    Page again = open(KIOSK);

    within(SOON, () -> told(again).startsWith("Mất kết nối từ 09:00 ngày 22/11/2026"));
    assertThat(figures).isNotBlank();
    within(SOON, () -> again.locator("main").innerText().equals(figures));
    assertThat(again.evaluate("document.fonts.check('700 20px Inter')")).isEqualTo(true);
    within(
        SOON,
        () -> again.evaluate("document.getElementById('code').naturalWidth > 0").equals(true));

    server.publish();
    server.begin();
    within(SOON, () -> told(again).isEmpty());
    assertThat(attribute(again, "data-version")).isEqualTo("" + server.version());
  }

  @Test
  void a_page_of_an_older_program_starts_with_the_files_of_the_newer_one() throws Exception {
    String other = KIOSK + "/ranking";
    kept(open(KIOSK));
    kept(open(other));
    context.pages().forEach(Page::close);
    server.upgrade("0badc0de");
    Page upgraded = open(KIOSK);
    within(
        Browsers.WORKER_GOES,
        () ->
            cached(upgraded, "congkhai-assets").stream()
                .allMatch(each -> each.contains("/static/0badc0de/")));
    server.end();
    offAndOn();

    Page old = open(other);

    within(SOON, () -> told(old).startsWith("Mất kết nối từ 09:00"));
    assertThat(attribute(old, "data-assets")).isNotEqualTo("/static/0badc0de");
    assertThat(old.evaluate("getComputedStyle(document.querySelector('.screen')).display"))
        .isEqualTo("grid");
    assertThat(old.locator("#turn").innerText()).isNotBlank();
  }

  @Test
  void what_it_keeps_is_bounded_and_is_only_pages_and_their_files() throws Exception {
    Page page = open(KIOSK);
    kept(page);
    for (int i = 0; i < 25; i++) {
      page.evaluate("at => fetch(at).then((answer) => answer.text())", "/board?visit=" + i);
      page.evaluate("() => fetch(location.href).then((answer) => answer.text())");
      page.evaluate("at => fetch(at).then((answer) => answer.text())", "/qr.svg?page=/board/" + i);
    }
    page.evaluate("at => fetch(at).then((answer) => answer.text())", "/api/v1/board");
    page.evaluate("at => fetch(at).then((answer) => answer.text())", "/openapi.yaml");

    List<String> pages = cached(page, "congkhai-pages");
    assertThat(pages).hasSize(20).contains(server.at(KIOSK), server.at("/board?visit=24"));
    assertThat(cached(page, "congkhai-codes")).hasSizeLessThanOrEqualTo(20);
    assertThat(cached(page, "congkhai-assets")).allMatch(each -> each.contains("/static/"));
    assertThat(page.evaluate("caches.keys().then((names) => names.length)")).isEqualTo(3);
  }

  @Test
  void a_portal_takes_no_page_s_place() throws Exception {
    kept(open(KIOSK));
    server.is(Understudy.Mood.PORTAL);
    offAndOn();

    Page page = open(KIOSK);

    within(SOON, () -> told(page).startsWith("Mất kết nối từ 09:00"));
    page.reload();
    within(SOON, () -> told(page).startsWith("Mất kết nối từ 09:00"));
    server.is(Understudy.Mood.ANSWERS);
    within(SOON, () -> told(page).isEmpty());
  }
}
