package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.pages.Notice;

/// Whoever cannot see well, uses no mouse or runs no script gets all of every page.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {
  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /// Figures that cannot be brought into sight. On a screen details are left out.
  private static final String UNSEEN =
      """
      () => [...document.querySelectorAll("[data-indicator]")]
        .filter((figure) => !figure.closest(".kiosk .detail"))
        .filter((figure) => {
          figure.scrollIntoView({ block: "center", inline: "center" });
          const { left, top, width, height } = figure.getBoundingClientRect();
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          return !hit?.closest("td, th, dd, li, p")?.contains(figure);
        })
        .map((figure) => figure.outerHTML)
      """;

  @TempDir static Path folder;

  private Browsers browsers;
  private BusyProvince province;

  @BeforeAll
  void start() throws Exception {
    browsers = Browsers.open();
    province = BusyProvince.open(folder, "bac-kan-2024", Notice.NONE);
  }

  @AfterAll
  void stop() {
    if (province != null) {
      province.close();
      browsers.close();
    }
  }

  private List<String> pages(String form) {
    return (form.isEmpty() ? province.pages() : province.screens())
        .stream().map(path -> form + path).toList();
  }

  private String address(String path, String query) {
    return province.service().publicly(path + (path.contains("?") ? "&" : "?") + query);
  }

  @ParameterizedTest
  @CsvSource({"'', vi", "'', en", "/kiosk, vi", "/kiosk, en"})
  void axe_finds_nothing_to_say_of_any_page_by_day_and_by_night(String form, String language) {
    List<String> faults = new ArrayList<>();
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      for (String path : pages(form)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.navigate(address(path, "lang=" + language));
        faults.addAll(violations(path, new AxeBuilder(page).withTags(TAGS)));

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        faults.addAll(
            violations(path + " dark", new AxeBuilder(page).withRules(List.of("color-contrast"))));
      }
    }
    assertThat(faults).isEmpty();
  }

  private static List<String> violations(String path, AxeBuilder axe) {
    return axe.setLegacyMode(true).analyze().getViolations().stream()
        .map(rule -> path + ": " + told(rule))
        .toList();
  }

  private static String told(Rule rule) {
    return rule.getId() + " " + rule.getHelp() + " " + rule.getNodes().getFirst().getHtml();
  }

  @ParameterizedTest
  @CsvSource({"'', light", "'', dark", "/kiosk, light", "/kiosk, dark"})
  void an_asked_theme_is_the_one_that_a_system_would_prefer(String form, String theme) {
    boolean dark = theme.equals("dark");
    String asked =
        look(form + "/board?theme=" + theme, dark ? ColorScheme.LIGHT : ColorScheme.DARK);
    String preferred = look(form + "/board", dark ? ColorScheme.DARK : ColorScheme.LIGHT);
    String other = look(form + "/board", dark ? ColorScheme.LIGHT : ColorScheme.DARK);

    assertThat(asked).isEqualTo(preferred).isNotEqualTo(other);
  }

  /// The colours of everything on the page.
  private String look(String path, ColorScheme preferred) {
    try (BrowserContext context =
        browsers.browser().newContext(new Browser.NewContextOptions().setColorScheme(preferred))) {
      Page page = context.newPage();
      page.navigate(province.service().publicly(path));
      return (String)
          page.evaluate(
              """
              () => [...document.querySelectorAll("body *")]
                .map((each) => getComputedStyle(each))
                .map((style) => style.color + style.backgroundColor + style.borderTopColor)
                .filter((look, i, all) => all.indexOf(look) === i).sort().join()
              """);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/kiosk"})
  void every_figure_is_there_without_a_script(String form) {
    List<String> unseen = new ArrayList<>();
    int figures = 0;
    try (BrowserContext context =
        browsers
            .browser()
            .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      for (String path : pages(form)) {
        page.navigate(address(path, "lang=vi"));
        figures += page.locator("[data-indicator]").count();
        ((List<?>) page.evaluate(UNSEEN)).forEach(figure -> unseen.add(path + ": " + figure));
      }
    }
    assertThat(unseen).isEmpty();
    assertThat(figures).isGreaterThan(100);
  }
}
