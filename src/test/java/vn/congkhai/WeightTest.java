package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.pages.Notice;

/// Pages are light, load nothing from elsewhere and nothing that could be anybody else's.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeightTest {
  /// Scripts and styles that stand in the page itself.
  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]*\\ssrc=)|<style|\\sstyle=|\\son[a-z]+=|javascript:");

  /// What the browser writes to its console of the one page that is not there.
  private static final String NOT_THERE = "status of 404";

  @TempDir static Path folder;

  private Browsers browsers;
  private BusyProvince province;

  @BeforeAll
  void start() throws Exception {
    browsers = Browsers.open();
    province = BusyProvince.open(folder, "cao-bang-2026", Notice.NONE);
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

  @ParameterizedTest
  @ValueSource(strings = {"", "/kiosk"})
  void a_page_is_light_and_loads_only_what_is_ours(String form) {
    SoftAssertions softly = new SoftAssertions();
    String origin = province.service().publicly("/");
    for (String path : pages(form)) {
      Baggage baggage = Baggage.of(browsers.browser(), province.service().publicly(path));

      softly.assertThat(baggage.bytes()).as(path).isBetween(1L, Baggage.MOST_BYTES);
      softly.assertThat(baggage.plain()).as(path).isEmpty();
      softly.assertThat(baggage.addresses()).as(path).allMatch(each -> each.startsWith(origin));
      softly
          .assertThat(baggage.scripts())
          .as(path)
          .isNotEmpty()
          .allMatch(each -> each.startsWith(origin + "static/"));
      softly
          .assertThat(baggage.complaints())
          .as(path)
          .filteredOn(each -> !(path.endsWith("/nowhere") && each.contains(NOT_THERE)))
          .isEmpty();
      softly
          .assertThat(baggage.headers().get("content-security-policy"))
          .as(path)
          .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
          .doesNotContain("unsafe-inline", "unsafe-eval");
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/kiosk"})
  void no_page_holds_a_script_or_a_style(String form) throws Exception {
    for (String path : pages(form)) {
      String page = province.service().see(path).body();
      assertThat(INLINE.matcher(page).results().map(found -> page.substring(found.start())))
          .as(path)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <script>alert(1)</script>
          <script type="module">1</script>
          <p style="color: red">
          <style>p { color: red }</style>
          <a onclick="1">
          <a href="javascript:1">
          """)
  void a_script_or_a_style_in_a_page_would_be_found(String page) {
    assertThat(INLINE.matcher(page).find()).isTrue();
  }
}
