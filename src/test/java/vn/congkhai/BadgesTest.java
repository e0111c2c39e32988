package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.WARD;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Badges of a running service. Each test posts figures of an indicator of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadgesTest {
  private static final Pattern TITLE = Pattern.compile("<title>(.*)</title>");

  @TempDir static Path folder;

  private Service service;

  @BeforeAll
  void start() throws Exception {
    service = Service.start(folder);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private void post(String agency, String indicator, String period, long n, long d)
      throws Exception {
    shown(service.post(agency, indicator, period, n, d));
  }

  private void shown(HttpResponse<String> receipt) throws Exception {
    assertThat(receipt.statusCode()).isEqualTo(201);
    service.shows(new JsonObject(receipt.body()).getLong("submission"));
  }

  /// What a badge says to whoever cannot see it.
  private String title(String path) throws Exception {
    HttpResponse<String> badge = service.see(path);
    assertThat(badge.statusCode()).isEqualTo(200);
    Matcher title = TITLE.matcher(badge.body());
    assertThat(title.find()).isTrue();
    return title.group(1);
  }

  @Test
  void a_badge_says_the_years_figure_its_target_and_how_it_stands() throws Exception {
    post(WARD, "on-time-rate", "2026-09", 100, 100);
    post(WARD, "on-time-rate", "2026-10", 97, 100);

    assertThat(title("/badges/" + WARD + "/on-time-rate.svg"))
        .isEqualTo(
            "UBND phường Thục Phán · tỉnh Cao Bằng – Tỷ lệ giải quyết hồ sơ đúng hạn – 98,5% – Đạt."
                + " Chỉ tiêu: ≥ 97%. Lũy kế năm 2026. Kỳ mới nhất: tháng 10/2026");
    assertThat(title("/badges/" + WARD + "/on-time-rate.svg?lang=en"))
        .endsWith("98.5% – Met. Target: ≥ 97%. Year 2026 to date. Newest period: October 2026");
  }

  @Test
  void what_is_not_met_differs_in_shape_word_and_colour() throws Exception {
    post(WARD, "online-dossier-rate", "2026-10", 60, 100);
    post(COMMUNE, "online-dossier-rate", "2026-10", 99, 100);

    String missed = service.see("/badges/" + WARD + "/online-dossier-rate.svg").body();
    String met = service.see("/badges/" + COMMUNE + "/online-dossier-rate.svg").body();

    assertThat(missed).contains(">60%<", ">Chưa đạt<", "M4 4l8 8M12 4l-8 8", "#a32616");
    assertThat(met).contains(">99%<", ">Đạt<", "M3 8.5 6.5 12 13 4", "#0f6b3f");
    assertThat(missed).doesNotContain("#0f6b3f");
  }

  @Test
  void what_is_missing_is_called_what_it_is() throws Exception {
    post(WARD, "digitisation-rate", "2026-10", 0, 0);
    post(COMMUNE, "digitisation-rate", "2026-12", 8, 10);

    assertThat(title("/badges/" + WARD + "/digitisation-rate.svg"))
        .contains(" – Không phát sinh. ");
    assertThat(title("/badges/" + COMMUNE + "/digitisation-rate.svg"))
        .contains("80%", "Tạm tính: kỳ mới nhất chưa kết thúc");
    assertThat(title("/badges/cb-so-noi-vu/digitisation-rate.svg"))
        .contains(" – Chưa báo cáo. ", "Năm 2026: chưa có số liệu kỳ nào");
  }

  @Test
  void the_provinces_badge_is_the_ratio_of_sums_and_says_how_many_reported() throws Exception {
    post(WARD, "online-payment-rate", "2026-10", 1, 3);
    post(COMMUNE, "online-payment-rate", "2026-10", 2, 3);

    assertThat(title("/badges/cao-bang/online-payment-rate.svg"))
        .startsWith("Tỉnh Cao Bằng – ")
        .contains(" – 50% – ", ". 2 trên 71 cơ quan đã báo cáo");
  }

  @Test
  void a_bare_value_shows_its_newest_and_is_not_added_up() throws Exception {
    String body =
        """
        {"period":"2026-10","observations":[{"indicator":"satisfaction-procedures","value":96.4}]}\
        """;
    shown(service.post(WARD, body));

    assertThat(title("/badges/" + WARD + "/satisfaction-procedures.svg"))
        .contains(" – 96,4% – ", "Kỳ mới nhất: tháng 10/2026")
        .doesNotContain("Lũy kế");
    assertThat(title("/badges/cao-bang/satisfaction-procedures.svg"))
        .contains("1 trên 1 cơ quan đạt", "Không cộng gộp số của các cơ quan");
  }

  @Test
  void a_badge_may_be_shown_by_any_page_and_can_load_nothing() throws Exception {
    HttpResponse<String> badge = service.see("/badges/" + WARD + "/on-time-rate.svg");

    assertThat(badge.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
    assertThat(badge.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(badge.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("cross-origin");
    assertThat(badge.headers().firstValue("Content-Security-Policy"))
        .hasValue("default-src 'none'");
    assertThat(badge.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(badge.body()).doesNotContain("style=", "<style", "<script", "href", "url(");
  }

  @Test
  void a_badge_stays_the_same_until_what_it_says_changes() throws Exception {
    String path = "/badges/" + COMMUNE + "/on-time-rate.svg";
    String etag = service.see(path).headers().firstValue("ETag").orElseThrow();

    post(WARD, "online-dossier-rate", "2026-08", 1, 2);
    HttpResponse<String> unchanged = service.see(path, "If-None-Match", etag);
    post(COMMUNE, "on-time-rate", "2026-08", 1, 2);
    HttpResponse<String> changed = service.see(path, "If-None-Match", etag);

    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).contains(">50%<");
  }

  @Test
  void whoever_asks_for_the_head_gets_no_body() throws Exception {
    URI address = URI.create(service.publicly("/badges/cao-bang/on-time-rate.svg"));
    HttpResponse<String> head =
        service.send(
            HttpRequest.newBuilder(address).method("HEAD", BodyPublishers.noBody()).build());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isGreaterThan(500);
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/badges/nobody/on-time-rate.svg | There is no such agency",
        "/badges/cb-xa-01273/nothing.svg | There is no such indicator",
        "/badges/cb-xa-01273/legal-documents-reviewed-rate.svg | This agency does not report",
        "/badges/cb-so-thong-tin-va-truyen-thong/on-time-rate.svg | This agency does not report",
        "/badges/%3Cscript%3E/on-time-rate.svg | There is no such agency",
      })
  void a_badge_that_there_is_not_is_a_problem_that_says_which(String path, String detail)
      throws Exception {
    HttpResponse<String> answer = service.see(path, "Accept-Language", "en");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(new JsonObject(answer.body()).getString("detail")).startsWith(detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/badges", "/badges/", "/badges/cao-bang", "/badges/cao-bang/on-time-rate"})
  void an_address_beside_the_badges_is_none(String path) throws Exception {
    assertThat(service.see(path).statusCode()).isEqualTo(404);
  }
}
