package vn.congkhai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.indicator.Agency;
import vn.congkhai.pages.Notice;

/// The brief that Chromium prints of the province and of an agency: one sheet of A4 with every
/// indicator on it, however much has happened.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintTest {
  @TempDir Path folder;
  private Browsers browsers;

  @BeforeAll
  void open() {
    Kiosk.need("pdftotext", "poppler-utils");
    browsers = Browsers.open();
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"cao-bang-2026", "thai-nguyen-2025", "bac-kan-2024"})
  void a_brief_is_one_sheet_of_paper_with_every_indicator(String name) throws Exception {
    SoftAssertions softly = new SoftAssertions();
    try (BusyProvince province = BusyProvince.open(folder.resolve(name), name, Notice.NONE)) {
      for (String language : List.of("?lang=vi", "?lang=en")) {
        Brief.of(this, province, "/board" + language)
            .isWhole(softly, province.catalogue().indicators().size());
        for (Agency agency : province.longest()) {
          // one that ended owed what there was then
          int owed = province.catalogue().owedBy(agency.code()).size();
          Brief.of(this, province, "/board/agencies/" + agency.code() + language)
              .isWhole(softly, agency.validity().on(province.today()) ? owed : 1);
        }
      }
    }
    softly.assertAll();
  }

  /// @param indicators their names on the page
  /// @param text as it lies on paper, a form feed after each sheet
  private record Brief(String path, List<String> indicators, String text) {
    static Brief of(PrintTest test, BusyProvince province, String path) throws Exception {
      try (BrowserContext context = test.browsers.browser().newContext()) {
        Page page = context.newPage();
        page.navigate(province.service().publicly(path));
        List<String> names = page.locator("table.lines th.name a").allTextContents();
        return new Brief(path, names, test.printed(page));
      }
    }

    void isWhole(SoftAssertions softly, int least) {
      softly.assertThat(sheets(text)).as("sheets of %s", path).isEqualTo(1);
      softly.assertThat(indicators).as(path).hasSizeGreaterThanOrEqualTo(least);
      softly
          .assertThat(indicators)
          .as(path)
          .allSatisfy(name -> assertThat(unspaced(text)).contains(unspaced(name)));
    }
  }

  @Test
  void what_is_longer_goes_on_over_more_sheets() throws Exception {
    try (Service service = Service.start(folder.resolve("longer"));
        BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(service.publicly("/board/plans/cao-bang-2026-administrative-reform"));
      assertThat(sheets(printed(page))).isGreaterThan(1);
    }
  }

  private String printed(Page page) throws Exception {
    page.evaluate("document.fonts.ready");
    Path paper = folder.resolve("brief.pdf");
    Files.write(paper, page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
    return text(paper);
  }

  private static String text(Path paper) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("pdftotext", "-raw", paper.toString(), "-").start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    return text;
  }

  private static long sheets(String text) {
    return text.chars().filter(each -> each == '\f').count();
  }

  /// Lines are broken where they are full.
  private static String unspaced(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", "");
  }
}
