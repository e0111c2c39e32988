package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.WARD;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
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

/// What holds of the whole service over real HTTP, whichever PostgreSQL it keeps its figures in.
/// Each test uses an indicator of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServiceContract {
  private Service service;

  /// Starts the service on the database that the suite is run for.
  abstract Service open(Path folder) throws Exception;

  /// Stops what `open` started beside the service.
  void closeDatabase() throws Exception {}

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    service = open(folder);
  }

  @AfterAll
  void stop() throws Exception {
    service.close();
    closeDatabase();
  }

  private static JsonObject json(HttpResponse<String> response) {
    return new JsonObject(response.body());
  }

  private static JsonObject first(JsonObject json, String list) {
    return json.getJsonArray(list).getJsonObject(0);
  }

  @Test
  void a_figure_is_acknowledged_with_its_place_in_the_chain() throws Exception {
    HttpResponse<String> answer = service.post(WARD, "on-time-rate", "2026-10", 97, 100);

    assertThat(answer.statusCode()).isEqualTo(201);
    JsonObject receipt = json(answer);
    assertThat(receipt.getString("hash")).matches("[0-9a-f]{64}");
    assertThat(receipt.getString("agency")).isEqualTo(WARD);
    assertThat(first(receipt, "observations"))
        .isEqualTo(
            new JsonObject()
                .put("indicator", "on-time-rate")
                .put("period", "2026-10")
                .put("change", "new")
                .put("ratio", 0.97)
                .put("standing", "met"));
    String again = "/api/v1/submissions/" + receipt.getLong("submission");
    assertThat(service.agencies(again, service.token(WARD)).body()).isEqualTo(answer.body());
    assertThat(service.agencies(again, service.token(COMMUNE)).statusCode()).isEqualTo(404);
  }

  @Test
  void exactly_sixty_percent_is_not_above_sixty() throws Exception {
    HttpResponse<String> answer = service.post(WARD, "online-dossier-rate", "2026-10", 60, 100);

    assertThat(first(json(answer), "observations").getString("standing")).isEqualTo("missed");
  }

  @Test
  void page_open_data_and_metrics_show_the_same_ratio_of_sums() throws Exception {
    var one = service.post(WARD, "digitisation-rate", "2026-10", 1, 3);
    var two = service.post(COMMUNE, "digitisation-rate", "2026-10", 400, 997);
    assertThat(one.statusCode()).isEqualTo(201);
    service.shows(json(two).getLong("submission"));
    double ratio = 401 / 1000.0;

    JsonObject line = service.rollUp("digitisation-rate");
    assertThat(line.getLong("numerator")).isEqualTo(401);
    assertThat(line.getLong("denominator")).isEqualTo(1000);
    assertThat(line.getDouble("ratio")).isEqualTo(ratio);
    assertThat(line.getJsonObject("coverage").encode())
        .isEqualTo("{\"reported\":2,\"expected\":71}");
    assertThat(shown(service.see("/board").body(), "digitisation-rate")).isEqualTo(ratio);
    assertThat(
            shown(service.see("/board/indicators/digitisation-rate").body(), "digitisation-rate"))
        .isEqualTo(ratio);
    assertThat(
            metric(
                "congkhai_indicator_ratio{agency=\"cao-bang\",indicator=\"digitisation-rate\",level=\"province\",province=\"cao-bang\"}"))
        .isEqualTo(ratio);
  }

  /// The first roll-up of the indicator on a page.
  private static double shown(String page, String indicator) {
    Matcher hook =
        Pattern.compile(
                "data-indicator=\""
                    + indicator
                    + "\" data-coverage=\"[^\"]+\" data-ratio=\"([^\"]+)\"")
            .matcher(page);
    assertThat(hook.find()).isTrue();
    return Double.parseDouble(hook.group(1));
  }

  private double metric(String series) throws IOException, InterruptedException {
    return service
        .manage("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_correction_is_open() throws Exception {
    var before = service.post(WARD, "electronic-result-rate", "2026-10", 5, 10);
    var after = service.post(WARD, "electronic-result-rate", "2026-10", 6, 10);
    assertThat(before.statusCode()).isEqualTo(201);
    service.shows(json(after).getLong("submission"));

    assertThat(first(json(after), "observations").getString("change")).isEqualTo("corrected");
    assertThat(first(json(after), "warnings").getString("code")).isEqualTo("corrects-published");
    assertThat(service.see("/board/agencies/" + WARD).body())
        .contains("đã đính chính, trước là 50%");
  }

  @Test
  void a_dry_run_tells_everything_and_stores_nothing() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + service.ports().agenciesPort()
                        + "/api/v1/observations?dryRun=true"))
            .header("Authorization", "Bearer " + service.token(WARD))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Service.body("result-sync-rate", "2026-10", 3, 3)))
            .build();
    long before = journalLength();

    HttpResponse<String> answer = service.send(request);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).getBoolean("dryRun")).isTrue();
    assertThat(json(answer).containsKey("submission")).isFalse();
    assertThat(first(json(answer), "observations").getString("standing")).isEqualTo("met");
    assertThat(journalLength()).isEqualTo(before);
  }

  private long journalLength() throws IOException, InterruptedException {
    return json(service.see("/api/v1/submissions?limit=1000")).getJsonArray("submissions").size();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ | 400 | not-json",
        "{\"observations\":[{\"numerator\":NaN}]} | 400 | not-json",
        "{\"period\":\"2026-10\",\"period\":\"2026-10\"} | 400 | duplicate-key",
        "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]] | 400 | too-deep",
        "[] | 422 | wrong-type",
        "{\"observations\":\"many\"} | 422 | wrong-type",
        "{\"agency\":\"nobody\",\"observations\":[]} | 422 | unknown-agency",
        "{\"period\":\"2026-10\",\"observations\":[{\"indicator\":\"on-time-rate\",\"numerator\":1e400,\"denominator\":1e400}]} | 422 | out-of-range",
      })
  void rubbish_gets_its_problem_and_stores_nothing(String body, int status, String code)
      throws Exception {
    long before = journalLength();

    HttpResponse<String> answer = service.post(WARD, body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(answer).getInteger("status")).isEqualTo(status);
    assertThat(first(json(answer), "errors").getString("code")).isEqualTo(code);
    assertThat(journalLength()).isEqualTo(before);
    assertThat(service.manage("/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void ten_megabytes_are_too_large() throws Exception {
    HttpResponse<String> answer = service.post(WARD, " ".repeat(10 * 1024 * 1024));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(json(answer).getString("title")).isEqualTo("Nội dung quá lớn");
  }

  @Test
  void broken_utf_8_is_told_as_such() throws Exception {
    HttpRequest request =
        service
            .observations(WARD, "")
            .POST(BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xFF, '"'}))
            .build();

    HttpResponse<String> answer = service.send(request);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(first(json(answer), "errors").getString("code")).isEqualTo("wrong-encoding");
  }

  @Test
  void who_may_not_is_told_so_in_the_language_asked_for() throws Exception {
    String other = "{\"agency\":\"" + COMMUNE + "\",\"period\":\"2026-10\",\"observations\":[]}";

    assertThat(service.post(WARD, other).statusCode()).isEqualTo(403);
    assertThat(service.agencies("/api/v1/submissions/1", "ck_wrong").statusCode()).isEqualTo(401);
    assertThat(service.agencies("/nowhere", "x").statusCode()).isEqualTo(404);
    assertThat(service.agencies("/api/v1/observations", "x").statusCode()).isEqualTo(405);
    HttpResponse<String> form =
        service.send(
            service
                .observations(WARD, "a=1")
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", "en")
                .build());
    assertThat(form.statusCode()).isEqualTo(415);
    assertThat(json(form).getString("title")).isEqualTo("Unsupported format");
  }

  @Test
  void a_public_screen_can_only_read() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(service.publicly("/board")))
            .POST(BodyPublishers.noBody())
            .build();

    assertThat(service.send(post).statusCode()).isEqualTo(405);
    HttpRequest head =
        HttpRequest.newBuilder(URI.create(service.publicly("/board"))).HEAD().build();
    assertThat(service.send(head))
        .satisfies(answer -> {
          assertThat(answer.statusCode()).isEqualTo(200);
          assertThat(answer.body()).isEmpty();
          assertThat(answer.headers().firstValueAsLong("Content-Length")).isPresent();
        });
    assertThat(service.see("/").statusCode()).isEqualTo(302);
    for (String typed : List.of("/kiosk", "/kiosk/")) {
      var screen = service.see(typed + "?lang=en&theme=dark");
      assertThat(screen.statusCode()).as(typed).isEqualTo(302);
      assertThat(screen.headers().firstValue("Location"))
          .hasValue("/kiosk/board?lang=en&theme=dark");
    }
    assertThat(service.see("/kioskboard").statusCode()).isEqualTo(404);
    assertThat(service.see("/board/agencies/nobody").statusCode()).isEqualTo(404);
    assertThat(service.see("/board?lang=en").body()).contains("<html lang=\"en\"");
    assertThat(service.see("/static/board.css").statusCode()).isEqualTo(200);
    assertThat(service.see("/static/../templates/board.hbs").statusCode()).isEqualTo(404);
  }

  @Test
  void sixty_four_posts_under_one_key_store_once_and_get_one_receipt() throws Exception {
    HttpRequest request =
        service
            .observations(WARD, Service.body("online-processing-rate", "2026-10", 8, 10))
            .header("Idempotency-Key", "once")
            .build();
    List<Callable<HttpResponse<String>>> posts = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      posts.add(() -> service.send(request));
    }
    Set<String> receipts = new HashSet<>();
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<HttpResponse<String>> answer : threads.invokeAll(posts)) {
        receipts.add(answer.get().body());
        statuses.add(answer.get().statusCode());
      }
    }

    assertThat(receipts).hasSize(1);
    assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
    HttpRequest other =
        service
            .observations(WARD, Service.body("online-processing-rate", "2026-10", 9, 10))
            .header("Idempotency-Key", "once")
            .build();
    assertThat(service.send(other).statusCode()).isEqualTo(409);
  }

  @Test
  void many_posts_at_once_are_all_kept_and_the_chain_holds() throws Exception {
    long before = journalLength();
    List<Callable<Integer>> posts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int n = i;
      posts.add(() -> service.post(WARD, "feedback-on-time-rate", "2026-09", n, 200).statusCode());
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      for (Future<Integer> status : threads.invokeAll(posts)) {
        assertThat(status.get()).isEqualTo(201);
      }
    }

    assertThat(journalLength()).isEqualTo(before + 200);
    assertThat(Journals.firstBroken(service)).isNull();
  }

  @Test
  void every_submission_is_counted_once() throws Exception {
    assertThat(service.post(WARD, "{").statusCode()).isEqualTo(400);
    assertThat(service.post(WARD, " ".repeat(2_000_000)).statusCode()).isEqualTo(413);

    assertThat(outcome("received"))
        .isEqualTo(outcome("accepted") + outcome("refused") + outcome("failed"));
    assertThat(outcome("refused")).isGreaterThanOrEqualTo(2);
  }

  private double outcome(String outcome) throws IOException, InterruptedException {
    return metric("congkhai_submissions_total{outcome=\"" + outcome + "\"}");
  }

  @Test
  void events_tell_where_the_board_stands_and_when_it_changes() throws Exception {
    try (Events events = Events.of(service.publicly("/events?agency=" + COMMUNE))) {
      assertThat(events.next().getBoolean("all")).isTrue();
      var elsewhere = service.post(WARD, "online-payment-rate", "2026-10", 1, 2);
      assertThat(elsewhere.statusCode()).isEqualTo(201);
      var here = service.post(COMMUNE, "online-payment-rate", "2026-10", 1, 2);
      JsonObject event = events.next();

      assertThat(event.getLong("version")).isGreaterThanOrEqualTo(json(here).getLong("submission"));
      assertThat(event.getJsonArray("agencies")).contains(COMMUNE);
      assertThat(event.getJsonArray("indicators")).contains("online-payment-rate");
    }
  }

  @Test
  void an_unchanged_page_is_not_sent_again() throws Exception {
    var first = service.see("/api/v1/board");
    HttpRequest again =
        HttpRequest.newBuilder(URI.create(service.publicly("/api/v1/board")))
            .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow())
            .build();

    assertThat(first.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(service.send(again).statusCode()).isIn(304, 200);
  }
}
