package vn.congkhai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.WARD;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Duties, ranks, scores, tasks and figures of other sources, over the whole service.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConductTest {
  private static final String PLAN = "cao-bang-2026-administrative-reform";
  private static final String HOME_AFFAIRS = "cb-so-noi-vu";

  private Service service;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    service = Service.start(folder);
    report(WARD, "online-dossier-rate", "2026-11", 700, 1000);
    report(COMMUNE, "online-dossier-rate", "2026-11", 350, 1000);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @CanIgnoreReturnValue
  private long report(String agency, String indicator, String period, long n, long d)
      throws Exception {
    return shown(service.post(agency, indicator, period, n, d), 201);
  }

  /// The number of what was stored, once the board shows it.
  @CanIgnoreReturnValue
  private long shown(HttpResponse<String> answer, int status) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    long submission = new JsonObject(answer.body()).getLong("submission");
    service.shows(submission);
    return submission;
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast);
  }

  private static JsonObject where(JsonArray array, String field, Object value) {
    return objects(array)
        .filter(each -> value.equals(each.getValue(field)))
        .findFirst()
        .orElseThrow();
  }

  private JsonObject figure(String agency, String indicator) throws Exception {
    JsonArray figures = service.open("/api/v1/agencies/" + agency).getJsonArray("figures");
    return where(figures, "indicator", indicator);
  }

  private boolean published(String series) throws Exception {
    return service.manage("/metrics").body().lines().anyMatch(series::equals);
  }

  @Test
  void the_year_on_the_board_is_told_in_metrics() throws Exception {
    assertThat(published("congkhai_board_year 2026.0")).isTrue();
  }

  @Test
  void what_it_takes_is_told_on_page_open_data_and_metrics() throws Exception {
    JsonObject figure = figure(COMMUNE, "online-dossier-rate");

    JsonObject toTarget = figure.getJsonObject("toTarget");
    assertThat(toTarget.getLong("missingCases")).isEqualTo(251);
    assertThat(toTarget.getDouble("neededRatio")).isEqualTo(0.851);
    assertThat(toTarget.getBoolean("reachable")).isTrue();
    assertThat(service.see("/board/agencies/" + COMMUNE).body())
        .contains("Còn thiếu 251 hồ sơ nộp trực tuyến")
        .contains("cần đạt 85,1%: 851 trong khoảng 1.000 trường hợp");
    assertThat(
            published(
                "congkhai_indicator_missing_cases{agency=\"cb-xa-01708\","
                    + "indicator=\"online-dossier-rate\",level=\"commune\",province=\"cao-bang\"} 251.0"))
        .isTrue();
    assertThat(figure(WARD, "online-dossier-rate").getJsonObject("toTarget")).isNull();
  }

  @Test
  void duties_of_a_period_tell_who_reported_and_when_it_was_due() throws Exception {
    report(WARD, "feedback-on-time-rate", "2026-11", 3, 3);

    JsonObject november = service.open("/api/v1/duties?period=2026-11");
    List<JsonObject> feedback =
        objects(november.getJsonArray("rows"))
            .filter(row -> row.getString("indicator").equals("feedback-on-time-rate"))
            .toList();
    assertThat(feedback).hasSize(71).allMatch(row -> row.getString("due").equals("2026-11-19"));
    assertThat(feedback)
        .filteredOn(row -> row.getString("agency").equals(WARD))
        .extracting(row -> row.getString("state"))
        .containsExactly("late");
    assertThat(feedback)
        .filteredOn(row -> !row.getString("agency").equals(WARD))
        .extracting(row -> row.getString("state"))
        .containsOnly("never");
    assertThat(november.getJsonObject("completeness").getInteger("expected"))
        .isEqualTo(november.getJsonArray("rows").size());
    assertThat(november.getJsonObject("timeliness").getInteger("onTime")).isZero();
  }

  @Test
  void a_duty_that_was_never_done_is_overdue_in_the_metrics() throws Exception {
    assertThat(
            published(
                "congkhai_report_overdue{agency=\"cb-xa-01321\",indicator=\"result-sync-rate\","
                    + "level=\"commune\",province=\"cao-bang\"} 1.0"))
        .isTrue();
  }

  @Test
  void an_indicator_that_no_plan_asks_for_is_nobodys_duty() throws Exception {
    assertThat(
            objects(service.open("/api/v1/duties?period=2026-11").getJsonArray("rows"))
                .map(row -> row.getString("indicator")))
        .doesNotContain("on-time-rate-in-term", "plan-tasks-completed-rate");
  }

  @ParameterizedTest
  @CsvSource({"2026-13, 400", "x, 400", "2025-01, 200", "2026-Q3, 200", "2026, 200"})
  void duties_are_asked_for_by_period(String period, int status) throws Exception {
    assertThat(service.see("/api/v1/duties?period=" + period).statusCode()).isEqualTo(status);
  }

  @Test
  void equal_agencies_share_a_place_and_the_others_say_why_they_have_none() throws Exception {
    report(WARD, "digitisation-rate", "2026-11", 95, 100);
    report(COMMUNE, "digitisation-rate", "2026-11", 190, 200);
    report("cb-xa-01321", "digitisation-rate", "2026-11", 90, 100);
    report("cb-xa-01290", "digitisation-rate", "2026-11", 9, 9);

    JsonArray rows =
        service.open("/api/v1/ranking?indicator=digitisation-rate").getJsonArray("rows");
    assertThat(where(rows, "agency", WARD).getInteger("place")).isEqualTo(1);
    assertThat(where(rows, "agency", COMMUNE).getInteger("place")).isEqualTo(1);
    assertThat(where(rows, "agency", "cb-xa-01321").getInteger("place")).isEqualTo(3);
    assertThat(where(rows, "agency", "cb-xa-01290").getString("reason")).isEqualTo("few-cases");
    assertThat(where(rows, "agency", HOME_AFFAIRS).getString("reason")).isEqualTo("unreported");
    assertThat(objects(rows).map(row -> row.getInteger("of"))).containsOnly(71);
  }

  @Test
  void a_score_shows_where_every_point_came_from() throws Exception {
    report(WARD, "digitised-data-reuse-rate", "2026-11", 40, 100);

    JsonObject score = service.open("/api/v1/agencies/" + WARD).getJsonObject("score");
    JsonObject group = where(score.getJsonArray("groups"), "code", "MDSH");
    JsonObject part = where(group.getJsonArray("parts"), "code", "4.3");
    assertThat(part.getDouble("points")).isEqualTo(1.0);
    assertThat(part.getLong("numerator")).isEqualTo(40);
    assertThat(part.getString("state")).isEqualTo("scored");
    JsonObject other = where(group.getJsonArray("parts"), "code", "4.4");
    assertThat(other.getString("state")).isEqualTo("unscored");
    assertThat(other.getValue("points")).isNull();
    assertThat(service.see("/board/agencies/" + WARD + "/score").body())
        .contains("Đây là tự đánh giá, không phải kết quả chính thức.")
        .contains("Điều chưa xác nhận được");
  }

  private HttpResponse<String> say(String number, String token, JsonObject body) throws Exception {
    return service.put("/api/v1/tasks/" + PLAN + "/" + number, token, body);
  }

  private JsonObject task(String number) throws Exception {
    return where(service.open("/api/v1/plans/" + PLAN).getJsonArray("tasks"), "number", number);
  }

  @Test
  void a_lead_agency_says_how_far_its_task_is() throws Exception {
    assertThat(task("41.2").getBoolean("overdue")).isTrue();
    JsonObject done =
        new JsonObject()
            .put("state", "done")
            .put("note", "Đã mở lớp")
            .put("evidence", "https://caobang.gov.vn/41");

    long submission = shown(say("41.2", service.token(HOME_AFFAIRS), done), 200);

    JsonObject task = task("41.2");
    assertThat(task.getString("state")).isEqualTo("done");
    assertThat(task.getBoolean("overdue")).isFalse();
    assertThat(task.getString("evidence")).isEqualTo("https://caobang.gov.vn/41");
    assertThat(where(task.getJsonArray("parts"), "agency", HOME_AFFAIRS).getLong("submission"))
        .isEqualTo(submission);
    assertThat(
            published(
                "congkhai_plan_tasks_overdue{agency=\"cb-so-noi-vu\",level=\"department\",plan=\""
                    + PLAN
                    + "\",province=\"cao-bang\"} 2.0"))
        .isTrue();
    JsonObject rate = figure(HOME_AFFAIRS, "plan-tasks-completed-rate");
    assertThat(rate.getLong("numerator")).isEqualTo(1);
    assertThat(service.see("/board/plans/" + PLAN).body()).contains("https://caobang.gov.vn/41");
  }

  @Test
  void a_shared_task_is_done_when_every_agency_is_or_the_administrator_says_so() throws Exception {
    JsonObject done = new JsonObject().put("state", "done");

    shown(say("32", service.token(WARD), done), 200);
    assertThat(task("32").getString("state")).isEqualTo("in-progress");

    shown(say("32", service.administrator(), done), 200);
    assertThat(task("32").getString("state")).isEqualTo("done");
  }

  @ParameterizedTest
  @CsvSource({
    "41.2, cb-xa-01273, done, 403",
    "41.2, cb-so-noi-vu, finished, 422",
    "99, cb-so-noi-vu, done, 404",
  })
  void not_everybody_can_say_everything_of_a_task(
      String number, String agency, String state, int status) throws Exception {
    HttpResponse<String> answer =
        say(number, service.token(agency), new JsonObject().put("state", state));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "ftp://x.vn", "https:", "not a link"})
  void evidence_is_a_page_that_a_browser_can_open(String evidence) throws Exception {
    JsonObject body = new JsonObject().put("state", "done").put("evidence", evidence);

    HttpResponse<String> answer = say("41.2", service.token(HOME_AFFAIRS), body);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"/evidence\"").contains("not-a-link");
  }

  @Test
  void one_key_for_two_tasks_is_a_conflict_and_stores_nothing() throws Exception {
    var builder =
        service
            .tasks("/api/v1/tasks/" + PLAN + "/42", service.token(WARD))
            .header("Idempotency-Key", "batch-1");
    var other =
        service
            .tasks("/api/v1/tasks/" + PLAN + "/50", service.token(WARD))
            .header("Idempotency-Key", "batch-1");
    var body = HttpRequest.BodyPublishers.ofString("{\"state\":\"done\"}");

    assertThat(service.send(builder.PUT(body).build()).statusCode()).isEqualTo(200);
    assertThat(service.send(other.PUT(body).build()).statusCode()).isEqualTo(409);
    assertThat(service.send(builder.PUT(body).build()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"state\":\"done\",\"state\":\"cancelled\"} | 400",
        "'' | 400",
        "[] | 400",
        "{\"state\":\"done\",\"note\":\"a\\u202Eb\"} | 422",
        "{\"state\":\"done\",\"mood\":\"fine\"} | 422",
      })
  void what_could_be_read_in_two_ways_is_refused(String body, int status) throws Exception {
    var request =
        service
            .tasks("/api/v1/tasks/" + PLAN + "/42", service.token(WARD))
            .PUT(HttpRequest.BodyPublishers.ofString(body));

    assertThat(service.send(request.build()).statusCode()).isEqualTo(status);
  }

  @Test
  void a_dry_run_of_a_task_stores_nothing() throws Exception {
    int stored = Journals.after(service, 0).size();

    HttpResponse<String> answer =
        say("43?dryRun=true", service.administrator(), new JsonObject().put("state", "done"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"dryRun\":true");
    assertThat(Journals.after(service, 0)).hasSize(stored);
  }

  @Test
  void a_body_full_of_mistakes_is_answered_and_the_service_lives() throws Exception {
    String body = "{\"period\":\"2026-10\",\"observations\":[" + "{},".repeat(300_000) + "{}]}";

    HttpResponse<String> answer = service.post(WARD, body);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("too-many");
    assertThat(
            service
                .official("agency,indicator,period,ratio,source,date\n" + ",,,,,\n".repeat(90_000))
                .statusCode())
        .isEqualTo(422);
    assertThat(service.manage("/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void a_large_import_has_a_page_of_bounded_size() throws Exception {
    StringBuilder csv = new StringBuilder("agency,indicator,period,ratio,source,date\n");
    for (int i = 0; i < 1000; i++) {
      csv.append("cao-bang,on-time-rate,2026-10,0.9,Nguồn ").append(i).append(",2026-11-01\n");
    }

    long submission = shown(service.official(csv.toString()), 201);

    String page = service.see("/board/submissions/" + submission).body();
    assertThat(page.length()).isLessThan(120_000);
    assertThat(page).contains("Chỉ hiện 200 trong 1.000 nội dung");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%", "/board/%zz", "/api/v1/agencies/%C3%28"})
  void a_broken_escape_is_a_problem_and_no_accident(String path) throws Exception {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), service.ports().publicPort())) {
      socket.getOutputStream().write(("GET " + path + " HTTP/1.0\r\n\r\n").getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer.lines().findFirst().orElseThrow()).containsAnyOf(" 400 ", " 404 ");
      assertThat(answer).containsAnyOf("application/problem+json", "text/html");
    }
  }

  @Test
  void a_figure_of_another_source_stands_beside_ours_and_never_in_its_place() throws Exception {
    report(WARD, "electronic-result-rate", "2026-11", 90, 100);
    String csv =
        """
        agency;indicator;period;ratio;source;date
        cb-xa-01273;electronic-result-rate;2026-11;91,5%;Cổng Dịch vụ công quốc gia;2026-11-20
        cb-xa-01273;electronic-result-rate;2026-11;0.92;Cổng Dịch vụ công quốc gia;2026-11-21
        """;

    shown(service.official(csv), 201);

    JsonArray rows = service.open("/api/v1/comparisons").getJsonArray("comparisons");
    JsonObject newest = where(rows, "date", "2026-11-21");
    assertThat(newest.getDouble("theirs")).isEqualTo(0.92);
    assertThat(newest.getDouble("ours")).isEqualTo(0.9);
    assertThat(newest.getDouble("gap")).isCloseTo(-0.02, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(figure(WARD, "electronic-result-rate").getDouble("ratio")).isEqualTo(0.9);
    assertThat(service.see("/board/comparison").body()).contains("91,5%").contains("−1,5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cb-xa-1,on-time-rate,2026-11,0.9,Cổng,2026-11-20 | /2/agency | unknown-agency",
        "cao-bang,no-rate,2026-11,0.9,Cổng,2026-11-20 | /2/indicator | unknown-indicator",
        "cao-bang,on-time-rate,2026-Q3,0.9,Cổng,2026-11-20 | /2/period | wrong-cycle",
        "cao-bang,on-time-rate,2026-11,1.2,Cổng,2026-11-20 | /2/ratio | not-a-share",
        "cao-bang,on-time-rate,2026-11,0.9,,2026-11-20 | /2/source | missing-field",
        "cao-bang,on-time-rate,2026-11,0.9,Cổng,20/11/2026 | /2/date | bad-date",
        "cao-bang,on-time-rate,2026-11,0.9,Cổng,2027-01-01 | /2/date | future-date",
      })
  void what_is_wrong_with_a_file_of_another_source_is_told_by_line_and_column(
      String line, String pointer, String code) throws Exception {
    HttpResponse<String> answer =
        service.official("agency,indicator,period,ratio,source,date\n" + line + "\n");

    assertThat(answer.statusCode()).isEqualTo(422);
    JsonObject error = new JsonObject(answer.body()).getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("pointer")).isEqualTo(pointer);
    assertThat(error.getString("code")).isEqualTo(code);
  }

  @Test
  void an_old_code_is_taken_for_old_periods_with_a_notice_and_refused_for_new_ones()
      throws Exception {
    String former = "cb-so-thong-tin-va-truyen-thong";
    HttpResponse<String> old = service.post(former, "on-time-rate", "2025-01", 9, 10);
    HttpResponse<String> late = service.post(former, "on-time-rate", "2025-04", 9, 10);

    assertThat(old.statusCode()).isEqualTo(201);
    JsonObject warning = new JsonObject(old.body()).getJsonArray("warnings").getJsonObject(0);
    assertThat(warning.getString("code")).isEqualTo("former-agency");
    assertThat(warning.getString("message")).contains("Sở Khoa học và Công nghệ");
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("agency-not-in-force").contains("cb-so-khoa-hoc-va-cong-nghe");
  }

  @Test
  void what_is_computed_cannot_be_sent() throws Exception {
    HttpResponse<String> answer = service.post(WARD, "plan-tasks-completed-rate", "2026", 1, 1);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"computed\"");
  }

  @Test
  void a_mistyped_address_is_a_page_for_a_browser_and_a_problem_for_a_program() throws Exception {
    var page = service.see("/bord", "Accept", "text/html,application/xhtml+xml");
    var problem = service.see("/bord", "Accept", "application/json");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("Không có trang này", "href=\"/board?lang&#x3D;vi\"");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void the_plan_page_prints_every_target_with_its_basis_and_what_was_left_out() throws Exception {
    JsonObject plan = service.open("/api/v1/plans/cao-bang-2026-online-services");

    assertThat(plan.getJsonArray("targets")).hasSize(18);
    assertThat(objects(plan.getJsonArray("targets")).map(each -> each.getString("basis")))
        .noneMatch(String::isBlank);
    JsonObject effective =
        objects(plan.getJsonArray("targets"))
            .filter(each -> each.getString("indicator").equals("online-dossier-rate"))
            .filter(each -> each.getBoolean("effective"))
            .findFirst()
            .orElseThrow();
    assertThat(effective.getString("comparator")).isEqualTo(">");
    assertThat(effective.getString("basis")).isEqualTo("Quyết định số 81/QĐ-UBND ngày 27/01/2026");
    assertThat(service.see("/board/plans/cao-bang-2026-online-services").body())
        .contains("theo dõi, giám sát kết quả đạt được theo từng tháng");
  }

  private static final Pattern FIGURE_LINK =
      Pattern.compile("data-(?:ratio|value)=\"[^\"]+\"[^>]*>(?:<a href=\"([^\"?]+)[^\"]*\">)?");
  private static final Pattern SUBMISSION_LINK = Pattern.compile("/board/submissions/(\\d+)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/board",
        "/board/agencies/" + WARD,
        "/board/indicators/online-dossier-rate",
        "/board/agencies/" + WARD + "/indicators/online-dossier-rate",
      })
  void every_number_leads_to_its_submissions_in_two_clicks(String path) throws Exception {
    Set<String> links = new LinkedHashSet<>();
    FIGURE_LINK.matcher(service.see(path).body()).results().forEach(hit -> links.add(hit.group(1)));

    assertThat(links).isNotEmpty().doesNotContainNull();
    for (String link : links) {
      var submission = SUBMISSION_LINK.matcher(service.see(link).body());
      assertThat(submission.find()).as(link).isTrue();
      HttpResponse<String> page = service.see(submission.group());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("Lần gửi số " + submission.group(1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "999999", "x", "-1", "1e3"})
  void a_submission_that_is_not_there_is_a_missing_page(String number) throws Exception {
    assertThat(service.see("/board/submissions/" + number).statusCode()).isEqualTo(404);
  }
}
