package vn.congkhai;

import static vn.congkhai.Service.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A page in a real Chromium before an understudy of the service, with nothing kept in the browser
/// unless a test wants it.
record Watched(Page page, Understudy server) {
  static final Duration SOON = Duration.ofSeconds(15);

  /// The page once it has heard of the server.
  static Watched open(Page page, Understudy server, String path) throws Exception {
    page.addInitScript("delete Navigator.prototype.serviceWorker");
    return heard(page, server, path);
  }

  private static Watched heard(Page page, Understudy server, String path) throws Exception {
    page.navigate(server.at(path));
    within(SOON, () -> server.lines() > 0);
    page.evaluate("window.sameDocument = true");
    return new Watched(page, server);
  }

  /// The page once its service worker keeps it: everything goes through that one from then on.
  static Watched kept(Page page, Understudy server, String path) throws Exception {
    Watched kept = heard(page, server, path);
    page.waitForFunction("() => navigator.serviceWorker.controller?.state === 'activated'");
    within(SOON, () -> Boolean.TRUE.equals(page.evaluate("() => caches.has('congkhai-pages')")));
    within(SOON, () -> !kept.keptAs("data-version").isEmpty());
    return kept;
  }

  /// What the page that is kept says of itself, such as its `data-version`; empty without one.
  String keptAs(String name) {
    Object told =
        unlessGone(() ->
            page.evaluate(
                """
                async name => {
                  const text = await (await caches.match(location.href))?.text() ?? "";
                  return new DOMParser().parseFromString(text, "text/html").documentElement.getAttribute(name) ?? "";
                }
                """,
                name));
    return told == null ? "" : told.toString();
  }

  /// Whether it is still the document that was opened.
  boolean same() {
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    return Boolean.TRUE.equals(unlessGone(() -> page.evaluate("window.sameDocument === true")));
  }

  /// What the document says of itself, such as its `version`.
  String says(String name) {
    return String.valueOf(
        unlessGone(() -> page.evaluate("document.documentElement.dataset." + name)));
  }

  /// What it says about a lost line; empty when it says nothing.
  String outage() {
    return page.locator("#offline").isVisible() ? page.locator("#offline").innerText() : "";
  }

  /// Whether it shows the newest board and says nothing of an outage.
  boolean live() {
    return outage().isEmpty() && says("version").equals("" + server.version());
  }

  /// Lets the page's own clock jump ahead, where one was installed.
  void later(Duration time) {
    var _ =
        unlessGone(() -> {
          page.clock().fastForward(time.toMillis());
          return null;
        });
  }

  /// The answer; null when the document goes in the middle of the question.
  private static @Nullable Object unlessGone(Supplier<@Nullable Object> question) {
    try {
      return question.get();
    } catch (PlaywrightException gone) {
      if (Objects.toString(gone.getMessage()).contains("context was destroyed")) {
        return null;
      }
      throw gone;
    }
  }
}
