package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.catalogue.Catalogues;

/// The brief that Chromium prints of the province and of an agency: one sheet of A4.
class PrintTest {
  private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b(?!s)");

  @TempDir static Path folder;
  private static Browsers browsers;
  private static Service service;

  @BeforeAll
  static void open() throws Exception {
    browsers = Browsers.open();
    service = Service.start(folder, null, Catalogues.caoBang(), Service.MORNING);
    posted(Service.WARD, "on-time-rate", "2026-10", 969_999, 1_000_000);
    posted(Service.WARD, "online-dossier-rate", "2026-11", 812, 1043);
    posted("cb-so-noi-vu", "on-time-rate", "2026-10", 0, 0);
  }

  private static void posted(String agency, String indicator, String period, long n, long d)
      throws Exception {
    assertThat(service.post(agency, indicator, period, n, d).statusCode()).isEqualTo(201);
  }

  @AfterAll
  static void close() {
    service.close();
    browsers.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/board, vi",
    "/board, en",
    "/board/agencies/cb-xa-01273, vi",
    "/board/agencies/cb-xa-01273, en",
    "/board/agencies/cb-so-noi-vu, vi",
    "/board/agencies/cb-so-noi-vu, en"
  })
  void a_brief_is_one_sheet_of_paper(String path, String language) {
    assertThat(sheets(path + "?lang=" + language)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"/board/plans/cao-bang-2026-administrative-reform"})
  void what_is_longer_goes_on_over_more_sheets(String path) {
    assertThat(sheets(path)).isGreaterThan(1);
  }

  private long sheets(String path) {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(service.publicly(path));
      page.evaluate("document.fonts.ready");
      byte[] paper = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
      return SHEET.matcher(new String(paper, StandardCharsets.ISO_8859_1)).results().count();
    }
  }
}
