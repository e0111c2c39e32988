package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.WARD;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.board.Figures;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.http.Edge;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Language;
import vn.congkhai.marks.Badges;

/// Badges in a real Chromium: no text of any catalogue is cut or lies over another, neither in the
/// usual fonts nor in the widest.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadgesBrowserTest {
  /// Every text that leaves its picture or lies over another one.
  private static final String MISPLACED =
      """
      () => {
        const wrong = [];
        for (const svg of document.querySelectorAll('svg')) {
          const view = svg.viewBox.baseVal;
          const texts = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBBox()]);
          texts.forEach(([text, box], i) => {
            const inside = box.x >= 8 && box.y >= 0 && box.x + box.width <= view.width - 8
              && box.y + box.height <= view.height;
            const over = texts.slice(0, i).some(([, other]) =>
              box.x < other.x + other.width && other.x < box.x + box.width
                && box.y + 2 < other.y + other.height && other.y + 2 < box.y + box.height);
            if (!inside || over || !box.width) wrong.push(text);
          });
        }
        return wrong;
      }
      """;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path folder;

  private final Vertx vertx = Vertx.vertx();
  private Browsers browsers;

  @BeforeAll
  void start() {
    browsers = Browsers.open();
  }

  @AfterAll
  void stop() {
    if (browsers != null) {
      browsers.close();
    }
    vertx.close().await();
  }

  static List<String> builtIn() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("catalogues"))) {
      return folders
          .filter(each -> Files.exists(each.resolve("agencies.csv")))
          .map(each -> each.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void no_text_of_a_catalogue_is_cut(String catalogue) throws Exception {
    assertNothingMisplaced(badges(Catalogues.builtIn(catalogue)));
  }

  @Test
  void a_word_that_no_line_can_hold_is_pressed_into_one() throws Exception {
    Catalogue strange =
        Catalogues.caoBangWith(
            "indicators.csv",
            text -> text.replaceFirst("Tỷ lệ hồ sơ trực tuyến", "Tỷ lệ " + "WỘM".repeat(30)));

    assertNothingMisplaced(badges(strange));
  }

  @Test
  void figures_stand_beside_their_verdicts() throws Exception {
    try (Service service = Service.start(folder)) {
      post(service, WARD, "on-time-rate", "\"numerator\":94996,\"denominator\":100000");
      post(service, COMMUNE, "on-time-rate", "\"numerator\":9699999,\"denominator\":10000000");
      post(service, WARD, "online-dossier-rate", "\"numerator\":1,\"denominator\":1");
      post(service, COMMUNE, "online-dossier-rate", "\"numerator\":0,\"denominator\":0");
      post(service, WARD, "satisfaction-procedures", "\"value\":96.123456789012");
      service.shows(5);
      List<String> badges = new ArrayList<>();
      for (String subject : List.of(WARD, COMMUNE, "cao-bang")) {
        for (String indicator :
            List.of("on-time-rate", "online-dossier-rate", "satisfaction-procedures")) {
          String path = "/badges/" + subject + "/" + indicator + ".svg";
          badges.add(service.see(path).body());
          badges.add(service.see(path + "?lang=en").body());
        }
      }

      assertNothingMisplaced(badges);
    }
  }

  private static void post(Service service, String agency, String indicator, String figure)
      throws Exception {
    String body =
        "{\"period\":\"2026-10\",\"observations\":[{\"indicator\":\"%s\",%s}]}"
            .formatted(indicator, figure);
    assertThat(service.post(agency, body).statusCode()).isEqualTo(201);
  }

  private void assertNothingMisplaced(List<String> badges) {
    assertThat(badges).hasSizeGreaterThan(10).allMatch(badge -> badge.startsWith("<svg"));
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      page.setContent("<!doctype html><meta charset=utf-8>" + String.join("\n", badges));
      assertThat(page.evaluate(MISPLACED)).isEqualTo(List.of());
      page.addStyleTag(
          new Page.AddStyleTagOptions()
              .setContent("text { font-family: Verdana, 'DejaVu Sans' !important }"));
      assertThat(page.evaluate(MISPLACED)).isEqualTo(List.of());
    }
  }

  @Test
  void a_picture_that_is_too_narrow_is_found() {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      page.setContent("<svg viewBox='0 0 60 40'><text x=10 y=20>quá dài, quá dài</text></svg>");

      assertThat(page.evaluate(MISPLACED)).isEqualTo(List.of("quá dài, quá dài"));
    }
  }

  /// Every indicator with the longest name that owes it, and every agency with its first indicator,
  /// in both languages, with everything that may have to be said of figures.
  private List<String> badges(Catalogue catalogue) throws Exception {
    CurrentBoard board =
        new CurrentBoard(
            vertx, new Figures(catalogue), Clock.fixed(Service.MORNING, ZoneOffset.UTC));
    Router router = Edge.router(vertx);
    new Badges(board, Language.VI, true, true).addTo(router);
    HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(0);
    int port = Edge.listen(vertx, options, router).await().actualPort();
    List<String> badges = new ArrayList<>();
    for (String path : paths(catalogue)) {
      for (String language : List.of("vi", "en")) {
        URI address = URI.create("http://127.0.0.1:" + port + path + "?lang=" + language);
        HttpResponse<String> badge =
            HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(badge.statusCode()).as(path).isEqualTo(200);
        assertThat(badge.body()).contains("DỮ LIỆU MINH HỌA");
        badges.add(badge.body());
      }
    }
    return badges;
  }

  private static List<String> paths(Catalogue catalogue) {
    List<Agency> agencies =
        catalogue.agencies().stream()
            .filter(agency -> agency.validity().until() == null)
            .sorted(Comparator.comparingInt((Agency agency) -> agency.name().length()).reversed())
            .toList();
    List<String> paths = new ArrayList<>();
    for (Indicator indicator : catalogue.indicators()) {
      paths.add("/badges/" + catalogue.province().code() + "/" + indicator.code() + ".svg");
      agencies.stream()
          .filter(indicator::owedBy)
          .findFirst()
          .ifPresent(agency -> paths.add(path(agency, indicator)));
    }
    for (Agency agency : agencies) {
      catalogue.indicators().stream()
          .filter(indicator -> indicator.owedBy(agency))
          .findFirst()
          .ifPresent(indicator -> paths.add(path(agency, indicator)));
    }
    return paths;
  }

  private static String path(Agency agency, Indicator indicator) {
    return "/badges/" + agency.code() + "/" + indicator.code() + ".svg";
  }
}
