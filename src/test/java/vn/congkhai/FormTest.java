package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.WARD;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import vn.congkhai.catalogue.Catalogues;

/// What the clerk's form takes and whom it lets in, request by request.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormTest {
  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

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

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(service.atAgencies(path)))
        .header("Cookie", "congkhai-form=" + cookie(token));
  }

  private static String cookie(String token) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(token.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return service.send(request(path, token).build());
  }

  private HttpRequest posting(String path, String token, String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(coded(fields[i]))
          .append('=')
          .append(coded(fields[i + 1]));
    }
    return request(path, token)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body.toString()))
        .build();
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> post(String path, String token, String... fields) throws Exception {
    return service.send(posting(path, token, fields));
  }

  private HttpResponse<String> send(String agency, String period, String key, long n, long d)
      throws Exception {
    return service.send(sending(agency, period, key, n, d));
  }

  private HttpRequest sending(String agency, String period, String key, long n, long d)
      throws Exception {
    return posting(
        "/form/send",
        service.token(agency),
        "period",
        period,
        "key",
        key,
        "on-time-rate/numerator",
        Long.toString(n),
        "on-time-rate/denominator",
        Long.toString(d));
  }

  private String key() throws Exception {
    Matcher key = KEY.matcher(get("/form?period=2026-10", service.token(WARD)).body());
    assertThat(key.find()).isTrue();
    return key.group(1);
  }

  private static String receipt(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private long newest() throws Exception {
    return service.board().getLong("version");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1043     | 77,85%",
        "1.043    | 77,85%",
        "1 043    | 77,85%",
        "1,043    | 77,85%",
        "1043,0   | ''",
        "1.04     | ''",
        "mười     | ''",
      })
  void a_count_is_read_as_clerks_write_it(String denominator, String result) throws Exception {
    HttpResponse<String> checked =
        post(
            "/form/check",
            service.token(WARD),
            "period",
            "2026-10",
            "online-dossier-rate/numerator",
            "812",
            "online-dossier-rate/denominator",
            denominator);

    assertThat(checked.statusCode()).isEqualTo(200);
    Matcher shown =
        Pattern.compile("id=\"result-online-dossier-rate\"[^>]*>([^<]*)<").matcher(checked.body());
    assertThat(shown.find()).isTrue();
    assertThat(shown.group(1).strip()).isEqualTo(result);
  }

  @Test
  void a_form_that_is_sent_twice_at_once_is_stored_once() throws Exception {
    String key = key();
    List<Callable<HttpResponse<String>>> clicks = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      clicks.add(() -> send(WARD, "2026-09", key, 90, 100));
    }

    List<String> receipts = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (Future<HttpResponse<String>> click : threads.invokeAll(clicks)) {
        receipts.add(receipt(click.get()));
      }
    }

    assertThat(receipts).hasSize(16).containsOnly(receipts.getFirst());
  }

  @Test
  void a_form_that_went_out_once_asks_again_before_it_sends_other_figures() throws Exception {
    String key = key();
    var _ = receipt(send(WARD, "2026-08", key, 90, 100));

    HttpResponse<String> again = send(WARD, "2026-08", key, 91, 100);

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("đã gửi một lần với số liệu khác", "value=\"91\"");
    Matcher fresh = KEY.matcher(again.body());
    assertThat(fresh.find()).isTrue();
    assertThat(receipt(send(WARD, "2026-08", fresh.group(1), 91, 100))).contains("/form/receipts/");
  }

  @Test
  void figures_that_stand_as_published_are_not_sent_again() throws Exception {
    var _ = receipt(send(COMMUNE, "2026-07", key(), 90, 100));
    service.shows(newest());
    Service.within(
        Duration.ofSeconds(5),
        () ->
            get("/form?period=2026-07", service.token(COMMUNE))
                .body()
                .contains("name=\"on-time-rate/numerator\" value=\"90\""));
    long before = newest();

    HttpResponse<String> again = send(COMMUNE, "2026-07", key(), 90, 100);

    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("Chưa có số liệu nào mới để gửi");
    assertThat(newest()).isEqualTo(before);
  }

  @Test
  void nothing_that_was_typed_is_lost_when_it_is_refused() throws Exception {
    HttpResponse<String> refused = send(WARD, "2026-06", key(), 101, 100);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "value=\"101\"",
            "“hồ sơ giải quyết trước hạn, đúng hạn” là 101, lớn hơn “hồ sơ đã giải quyết” là 100.",
            "aria-invalid=\"true\"");
  }

  @Test
  void what_is_missing_is_called_as_its_cell_is() throws Exception {
    String token = service.token(WARD);
    String[] fields = {"period", "2026-10", "on-time-rate/numerator", "97"};

    assertThat(post("/form/check", token, fields).body())
        .contains("Thiếu “hồ sơ đã giải quyết”. Điền số, hoặc để trống")
        .doesNotContain("mẫu số");
    assertThat(post("/form/check?lang=en", token, fields).body())
        .contains("“dossiers resolved” is missing. Give the number, or leave")
        .doesNotContain("denominator</p>");
  }

  @Test
  void the_form_in_english_speaks_english() throws Exception {
    String token = service.token(WARD);
    String[] fields = {
      "period",
      "2026-10",
      "on-time-rate/numerator",
      "98",
      "on-time-rate/denominator",
      "97",
      "digitisation-rate/numerator",
      "-1",
      "digitisation-rate/denominator",
      "1.5"
    };
    for (String page :
        List.of(
            get("/form?period=2026-10&lang=en", token).body(),
            get("/form?period=2026-Q4&lang=en", token).body(),
            get("/form?lang=en", "nobody").body(),
            post("/form/check?lang=en", token, fields).body())) {
      assertThat(page).contains("<html lang=\"en\"");
      assertThat(MarkedText.unmarkedVietnamese(page, Catalogues.caoBang())).isEmpty();
    }
  }

  @Test
  void what_a_clerk_types_is_shown_as_text_and_nothing_else() throws Exception {
    HttpResponse<String> checked =
        post(
            "/form/check",
            service.token(WARD),
            "period",
            "2026-10",
            "note",
            "</textarea><script>alert(1)</script>",
            "on-time-rate/numerator",
            "\"><img src=x onerror=alert(1)>");

    assertThat(checked.body()).doesNotContain("<script>alert", "<img");
  }

  @Test
  void a_receipt_is_for_its_agency_only() throws Exception {
    String path = receipt(send(WARD, "2026-05", key(), 90, 100));

    assertThat(get(path, service.token(WARD)).body()).contains("90 trên 100");
    assertThat(get(path, service.token(COMMUNE)).statusCode()).isEqualTo(404);
    assertThat(get(path, service.administrator()).statusCode()).isEqualTo(200);
  }

  @Test
  void another_agency_is_out_of_reach() throws Exception {
    assertThat(get("/form?period=2026-10&agency=" + COMMUNE, service.token(WARD)).statusCode())
        .isEqualTo(403);
    assertThat(get("/form/template.csv?agency=" + COMMUNE, service.token(WARD)).statusCode())
        .isEqualTo(403);

    String other =
        new JsonObject()
            .put("agency", COMMUNE)
            .put("period", "2026-04")
            .put(
                "observations",
                new io.vertx.core.json.JsonArray()
                    .add(
                        new JsonObject()
                            .put("indicator", "on-time-rate")
                            .put("numerator", 1)
                            .put("denominator", 2)))
            .encode();
    assertThat(
            post("/form/file/send", service.token(WARD), "agency", COMMUNE, "content", other)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void an_administrator_chooses_the_agency() throws Exception {
    assertThat(get("/form", service.administrator()).body())
        .contains("<option value=\"" + COMMUNE + "\" lang=\"vi\">");
    assertThat(get("/form?agency=" + COMMUNE, service.administrator()).body())
        .contains("name=\"agency\" value=\"" + COMMUNE + "\"");
    assertThat(get("/form?agency=nobody", service.administrator()).statusCode()).isEqualTo(404);
  }

  @Test
  void whoever_may_only_read_sees_and_cannot_send() throws Exception {
    JsonObject asked = new JsonObject().put("agency", WARD).put("scope", "read-only");
    String token =
        new JsonObject(
                service
                    .send(
                        service
                            .builder("/api/v1/tokens", service.administrator())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(asked.encode()))
                            .build())
                    .body())
            .getString("token");

    assertThat(get("/form?period=2026-10", token).body())
        .contains("chỉ để xem")
        .doesNotContain("formaction");
    assertThat(
            post(
                    "/form/send",
                    token,
                    "period",
                    "2026-10",
                    "on-time-rate/numerator",
                    "1",
                    "on-time-rate/denominator",
                    "2")
                .statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "ck_nobody", "\" OR 1=1", "☃"})
  void a_wrong_token_is_asked_for_again(String token) throws Exception {
    HttpResponse<String> answer = post("/form/sign-in", "", "token", token);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("Mã truy cập không đúng");
    assertThat(answer.headers().firstValue("Set-Cookie").orElse("Max-Age=0")).contains("Max-Age=0");
  }

  @Test
  void a_token_may_hold_any_character_that_a_header_takes() throws Exception {
    String token = "s3cret.token!x=/+";
    try (Service own =
        Service.start(
            folder.resolve("own"),
            null,
            java.time.Clock.systemUTC(),
            java.util.Map.of("CONGKHAI_ADMIN_TOKEN", token))) {
      HttpResponse<String> answer =
          own.send(
              HttpRequest.newBuilder(URI.create(own.atAgencies("/form/sign-in")))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString("token=" + coded(token)))
                  .build());
      assertThat(answer.statusCode()).isEqualTo(303);
    }
  }

  @Test
  void a_form_that_was_opened_before_a_correction_does_not_take_it_back() throws Exception {
    String token = service.token(COMMUNE);
    assertThat(service.post(COMMUNE, "on-time-rate", "2026-03", 50, 100).statusCode())
        .isEqualTo(201);
    var corrected = service.post(COMMUNE, "on-time-rate", "2026-03", 80, 100);
    long number = new JsonObject(corrected.body()).getLong("submission");
    service.shows(number);
    Service.within(
        Duration.ofSeconds(5), () -> get("/form?period=2026-03", token).body().contains("80/100"));

    HttpResponse<String> untouched =
        post(
            "/form/send",
            token,
            "period",
            "2026-03",
            "on-time-rate/given",
            "50/100",
            "on-time-rate/numerator",
            "50",
            "on-time-rate/denominator",
            "100",
            "online-dossier-rate/numerator",
            "1",
            "online-dossier-rate/denominator",
            "2");
    assertThat(get(receipt(untouched), token).body())
        .contains("1 trên 2")
        .doesNotContain("50 trên 100");

    HttpResponse<String> touched =
        post(
            "/form/send",
            token,
            "period",
            "2026-03",
            "on-time-rate/given",
            "50/100",
            "on-time-rate/numerator",
            "60",
            "on-time-rate/denominator",
            "100");
    assertThat(touched.statusCode()).isEqualTo(422);
    assertThat(touched.body())
        .contains("nơi khác vừa gửi 80/100")
        .contains("name=\"on-time-rate/given\" value=\"80/100\"")
        .contains("value=\"60\"");
  }

  @Test
  void what_was_typed_outlives_the_session() throws Exception {
    String[] typed = {
      "period", "2026-01", "on-time-rate/numerator", "77", "on-time-rate/denominator", "100"
    };
    HttpResponse<String> over = post("/form/send", "ck_gone", typed);

    assertThat(over.statusCode()).isEqualTo(401);
    assertThat(over.body())
        .contains("Phiên đã hết", "name=\"on-time-rate/numerator\" value=\"77\"");
    List<String> again = new ArrayList<>(List.of(typed));
    again.addAll(List.of("token", service.token(WARD)));
    HttpResponse<String> back = post("/form/sign-in", "ck_gone", again.toArray(String[]::new));
    assertThat(back.statusCode()).isEqualTo(200);
    assertThat(back.body()).contains("Báo cáo tháng 1/2026", "value=\"77\"");
  }

  @Test
  void a_refused_form_keeps_the_key_it_came_with() throws Exception {
    String key = key();
    HttpResponse<String> refused = send(WARD, "2026-06", key, 101, 100);

    assertThat(refused.body()).contains("name=\"key\" value=\"" + key + "\"");
  }

  @Test
  void a_browser_with_a_dead_session_can_always_sign_in() throws Exception {
    try (Service own = Service.start(folder.resolve("dead"))) {
      HttpRequest dead =
          HttpRequest.newBuilder(URI.create(own.atAgencies("/form")))
              .header("Cookie", "congkhai-form=" + cookie("ck_gone"))
              .build();
      HttpResponse<String> answer = own.send(dead);
      for (int i = 0; i < 40; i++) {
        answer = own.send(dead);
      }
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.body()).contains("name=\"token\"");
    }
  }

  @Test
  void a_file_is_of_the_agency_that_the_form_is_open_for() throws Exception {
    String named = "agency;period;indicator;numerator;denominator\n%s;2026-10;on-time-rate;1;2\n";
    String unnamed = "period;indicator;numerator;denominator\n2026-10;on-time-rate;1;2\n";

    assertThat(file(COMMUNE, named.formatted(WARD)).body())
        .contains("Tệp là của cơ quan “" + WARD + "”")
        .doesNotContain("file/send");
    assertThat(file(COMMUNE, named.formatted(COMMUNE)).body()).contains("file/send", "1 trên 2");
    assertThat(file(COMMUNE, unnamed).body()).contains("file/send", "1 trên 2");
  }

  private HttpResponse<String> file(String agency, String csv) throws Exception {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + csv
            + "\r\n--b--\r\n";
    return service.send(
        request("/form/file?period=2026-10&agency=" + agency, service.administrator())
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded"})
  void what_is_no_file_is_told_so(String type) throws Exception {
    HttpResponse<String> answer =
        service.send(
            request("/form/file?period=2026-10", service.token(WARD))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("note=%zz"))
                .build());

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body()).contains("Hãy chọn một tệp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12/2025", "2025-12"})
  void a_period_is_found_however_it_is_written(String period) throws Exception {
    assertThat(get("/form?period=" + coded(period), service.token(WARD)).body())
        .contains("Báo cáo tháng 12/2025");
  }

  @Test
  void the_session_is_out_of_reach_for_scripts_and_other_sites() throws Exception {
    HttpResponse<String> answer = post("/form/sign-in", "", "token", service.token(WARD));

    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HTTPOnly", "SameSite=Strict", "Path=/form");
    assertThat(
            service
                .send(
                    HttpRequest.newBuilder(URI.create(service.atAgencies("/api/v1/me")))
                        .header("Cookie", "congkhai-form=" + cookie(service.token(WARD)))
                        .build())
                .statusCode())
        .isEqualTo(401);
    assertThat(post("/form/sign-out", service.token(WARD)).headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(cookie -> assertThat(cookie).contains("Max-Age=0"));
  }

  @ParameterizedTest
  @CsvSource({"Origin,http://evil.example", "Origin,null", "Sec-Fetch-Site,cross-site"})
  void another_site_cannot_send_the_form(String header, String value) throws Exception {
    HttpRequest foreign =
        HttpRequest.newBuilder(sending(WARD, "2026-03", key(), 1, 3), (_, _) -> true)
            .header(header, value)
            .build();

    assertThat(service.send(foreign).statusCode()).isEqualTo(403);
    HttpRequest own =
        HttpRequest.newBuilder(sending(WARD, "2026-03", key(), 1, 2), (_, _) -> true)
            .header("Origin", service.atAgencies(""))
            .build();
    assertThat(service.send(own).statusCode()).isNotEqualTo(403);
  }

  @Test
  void what_is_too_large_is_told_on_a_page() throws Exception {
    HttpResponse<String> typed =
        post("/form/check", service.token(WARD), "note", "a".repeat(2 << 20));
    HttpResponse<String> file =
        service.send(
            request("/form/file?period=2026-10", service.token(WARD))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString("a".repeat(2 << 20)))
                .build());

    for (HttpResponse<String> answer : List.of(typed, file)) {
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("Tệp lớn hơn mức cho phép");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--b--\r\n",
        "--b\r\n\r\n",
        "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--b--\r\n",
        "garbage"
      })
  void rubbish_instead_of_a_file_is_no_accident(String body) throws Exception {
    HttpResponse<String> answer =
        service.send(
            request("/form/file?period=2026-10", service.token(WARD))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body))
                .build());

    assertThat(answer.statusCode()).isBetween(200, 499);
  }

  @Test
  void what_is_checked_is_not_counted_and_what_is_sent_is() throws Exception {
    String before = counters();
    var _ =
        post(
            "/form/check", service.token(WARD), "period", "2026-02", "on-time-rate/numerator", "1");
    assertThat(counters()).isEqualTo(before);

    var _ = send(WARD, "2026-02", key(), 3, 2);

    assertThat(counters()).isNotEqualTo(before);
  }

  private String counters() throws Exception {
    return service
        .manage("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("congkhai_submissions_"))
        .toList()
        .toString();
  }
}
