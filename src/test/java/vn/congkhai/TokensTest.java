package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.MORNING;
import static vn.congkhai.Service.WARD;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a token is good for, and for how long, over the whole service and a clock that is set by
/// hand.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {
  private static final String TASK = "/api/v1/tasks/cao-bang-2026-administrative-reform/42";

  private final Hand clock = new Hand();
  private Service service;
  private Office office;
  private long submission;

  /// A clock that goes on only when it is told to.
  private static final class Hand extends Clock {
    private volatile Instant now = MORNING;

    private void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    service = Service.start(folder, null, clock, Map.of());
    office = new Office(service);
    var posted = service.post(WARD, "on-time-rate", "2026-10", 97, 100);
    submission = Office.body(posted, 201).getLong("submission");
    service.shows(submission);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private String secret(String holder) throws Exception {
    return switch (holder) {
      case "ward" -> service.token(WARD);
      case "ward, reading" -> office.issue(WARD, "read-only").getString("token");
      case "commune" -> service.token(COMMUNE);
      case "commune, reading" -> office.issue(COMMUNE, "read-only").getString("token");
      case "issued administrator" ->
          office.issue(new JsonObject().put("scope", "administrator")).getString("token");
      default -> service.administrator();
    };
  }

  /// Everything on this door that is the ward's, asked for by everybody.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ward                 | 201 | 200 | 200 | 200 | 403 | 403",
        "ward, reading        | 403 | 403 | 200 | 200 | 403 | 403",
        "commune              | 403 | 403 | 404 | 403 | 403 | 403",
        "commune, reading     | 403 | 403 | 404 | 403 | 403 | 403",
        "issued administrator | 201 | 200 | 200 | 200 | 415 | 200",
        "administrator        | 201 | 200 | 200 | 200 | 415 | 200",
      })
  void nobody_reaches_what_is_another_agencys(
      String holder, int post, int task, int receipt, int duties, int official, int tokens)
      throws Exception {
    String token = secret(holder);
    String figure =
        new JsonObject(Service.body("on-time-rate", "2026-10", 97, 100))
            .put("agency", WARD)
            .encode();
    String state = "{\"state\":\"done\",\"agency\":\"" + WARD + "\"}";
    Map<String, Integer> statuses = new LinkedHashMap<>();
    statuses.put("post", status("POST", "/api/v1/observations", token, figure));
    statuses.put("dry run", status("POST", "/api/v1/observations?dryRun=true", token, figure));
    statuses.put("task", status("PUT", TASK, token, state));
    statuses.put("receipt", status("GET", "/api/v1/submissions/" + submission, token, ""));
    statuses.put("duties", status("GET", "/api/v1/duties?agency=" + WARD, token, ""));
    statuses.put("official", status("POST", "/api/v1/official-figures", token, "{}"));
    statuses.put("tokens", status("GET", "/api/v1/tokens", token, ""));

    assertThat(statuses.values())
        .as(statuses.toString())
        .containsExactly(post, post == 201 ? 200 : post, task, receipt, duties, official, tokens);
  }

  private int status(String method, String path, String token, String body) throws Exception {
    return office.ask(method, path, token, body.isEmpty() ? null : body).statusCode();
  }

  @Test
  void the_state_of_a_task_must_not_be_empty() throws Exception {
    var answer = office.ask("PUT", TASK, service.administrator(), "{\"state\":\"\"}");
    JsonArray errors = Office.body(answer, 422).getJsonArray("errors");

    assertThat(errors).hasSize(1);
    assertThat(errors.getJsonObject(0).getString("pointer")).isEqualTo("/state");
    assertThat(errors.getJsonObject(0).getString("code")).isEqualTo("missing-field");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/tokens",
    "GET, /api/v1/tokens",
    "POST, /api/v1/tokens/1/rotate",
    "DELETE, /api/v1/tokens/1",
  })
  void only_an_administrator_has_to_do_with_tokens(String method, String path) throws Exception {
    HttpResponse<String> answer = office.ask(method, path, service.token(COMMUNE), null);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(office.me(service.token(WARD)).statusCode()).isEqualTo(200);
  }

  @Test
  void whoever_is_not_known_is_told_the_same_whatever_the_reason() throws Exception {
    JsonObject revoked = office.issue(WARD, "agency");
    assertThat(office.revoke(revoked.getLong("id"))).isEqualTo(204);
    String soon = clock.instant().plusSeconds(1).toString();
    JsonObject expired = office.issue(new JsonObject().put("agency", WARD).put("expiresAt", soon));
    clock.pass(Duration.ofSeconds(1));
    String known = service.token(WARD);

    String expected = unlike(office.me("ck_unknown"));
    assertThat(expected).startsWith("401 ").contains("www-authenticate=[Bearer]");
    for (String wrong :
        List.of(
            revoked.getString("token"),
            expired.getString("token"),
            known.substring(0, known.length() - 1),
            known + "A",
            "")) {
      assertThat(unlike(office.me(wrong))).isEqualTo(expected);
    }
    for (String header : List.of("Basic eDp5", "Bearer", known)) {
      HttpRequest request = service.builder("/api/v1/me", "").build();
      HttpRequest other =
          HttpRequest.newBuilder(request.uri()).header("Authorization", header).build();
      assertThat(unlike(service.send(other))).isEqualTo(expected);
    }
    HttpRequest silent =
        HttpRequest.newBuilder(service.builder("/api/v1/me", "").build().uri()).build();
    assertThat(unlike(service.send(silent))).isEqualTo(expected);
  }

  /// All of an answer but the request's own number.
  private static String unlike(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    assertThat(headers.remove("x-request-id")).isNotNull();
    return answer.statusCode() + " " + headers + " " + answer.body();
  }

  @Test
  void a_new_token_is_shown_once_and_recognised_by_its_prefix() throws Exception {
    JsonObject issued =
        office.issue(
            new JsonObject()
                .put("agency", WARD)
                .put("label", "Phòng Nội vụ")
                .put("expiresAt", "2027-01-01T00:00:00+07:00"));
    JsonObject listed = office.listed(issued.getLong("id"));

    assertThat(issued.fieldNames())
        .containsExactlyInAnyOrder(
            "id", "agency", "scope", "label", "prefix", "expiresAt", "token");
    assertThat(issued.getString("token")).startsWith(issued.getString("prefix"));
    assertThat(listed)
        .isEqualTo(
            new JsonObject()
                .put("id", issued.getLong("id").intValue())
                .put("agency", WARD)
                .put("scope", "agency")
                .put("label", "Phòng Nội vụ")
                .put("prefix", issued.getString("prefix"))
                .put("createdAt", clock.instant().toString())
                .put("expiresAt", "2026-12-31T17:00:00Z")
                .putNull("lastUsedAt")
                .putNull("revokedAt")
                .putNull("replaces")
                .put("state", "active"));
  }

  @Test
  void when_a_token_was_last_used_is_in_the_list() throws Exception {
    JsonObject issued = office.issue(WARD, "read-only");
    clock.pass(Duration.ofMinutes(3));
    assertThat(office.me(issued.getString("token")).statusCode()).isEqualTo(200);
    Instant used = clock.instant();
    clock.pass(Duration.ofMinutes(2));

    assertThat(office.listed(issued.getLong("id")).getInstant("lastUsedAt")).isEqualTo(used);
  }

  @Test
  void a_rotated_token_goes_on_for_the_overlap_and_its_successor_thereafter() throws Exception {
    JsonObject old = office.issue(WARD, "read-only");
    JsonObject fresh = Office.body(office.rotate(old.getLong("id"), "{\"overlapHours\":24}"), 201);

    assertThat(fresh.getString("scope")).isEqualTo("read-only");
    assertThat(fresh.getLong("replaces")).isEqualTo(old.getLong("id"));
    assertThat(fresh.getInstant("oldExpiresAt"))
        .isEqualTo(clock.instant().plus(Duration.ofHours(24)));
    assertThat(office.rotate(old.getLong("id"), "").statusCode()).isEqualTo(404);

    clock.pass(Duration.ofHours(24).minusMillis(1));
    assertThat(office.me(old.getString("token")).statusCode()).isEqualTo(200);
    clock.pass(Duration.ofMillis(1));
    assertThat(office.me(old.getString("token")).statusCode()).isEqualTo(401);
    assertThat(office.me(fresh.getString("token")).statusCode()).isEqualTo(200);
    assertThat(office.listed(old.getLong("id")).getString("state")).isEqualTo("expired");
  }

  @Test
  void of_many_who_rotate_a_token_at_once_one_does_and_is_told_what_is_stored() throws Exception {
    for (int round = 0; round < 10; round++) {
      long id = office.issue(WARD, "agency").getLong("id");
      List<HttpResponse<String>> answers = new CopyOnWriteArrayList<>();
      try (var clerks = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int hours = 1; hours <= 8; hours++) {
          String overlap = "{\"overlapHours\":" + hours + "}";
          var _ = clerks.submit(() -> answers.add(office.rotate(id, overlap)));
        }
      }

      assertThat(answers)
          .extracting(HttpResponse::statusCode)
          .containsExactlyInAnyOrder(201, 404, 404, 404, 404, 404, 404, 404);
      JsonObject won =
          answers.stream()
              .filter(answer -> answer.statusCode() == 201)
              .map(answer -> new JsonObject(answer.body()))
              .findFirst()
              .orElseThrow();
      assertThat(office.listed(id).getString("expiresAt")).isEqualTo(won.getString("oldExpiresAt"));
    }
  }

  @Test
  void an_overlap_never_prolongs_the_old_token_and_the_new_one_lives_as_long_as_it()
      throws Exception {
    String tomorrow = clock.instant().plus(Duration.ofDays(1)).toString();
    JsonObject old = office.issue(new JsonObject().put("agency", WARD).put("expiresAt", tomorrow));
    clock.pass(Duration.ofHours(1));

    JsonObject fresh = Office.body(office.rotate(old.getLong("id"), ""), 201);

    assertThat(fresh.getString("oldExpiresAt")).isEqualTo(tomorrow);
    assertThat(fresh.getInstant("expiresAt")).isEqualTo(clock.instant().plus(Duration.ofDays(1)));
  }

  @Test
  void a_rotation_without_overlap_ends_the_old_token_at_once() throws Exception {
    JsonObject old = office.issue(WARD, "agency");

    JsonObject fresh = Office.body(office.rotate(old.getLong("id"), "{\"overlapHours\":0}"), 201);

    assertThat(office.me(old.getString("token")).statusCode()).isEqualTo(401);
    assertThat(office.me(fresh.getString("token")).statusCode()).isEqualTo(200);
  }

  @Test
  void a_revoked_token_is_refused_from_the_answer_on_and_stays_in_the_list() throws Exception {
    JsonObject issued = office.issue(WARD, "agency");
    long id = issued.getLong("id");

    assertThat(office.revoke(id)).isEqualTo(204);
    String revokedAt = clock.instant().toString();

    assertThat(office.me(issued.getString("token")).statusCode()).isEqualTo(401);
    clock.pass(Duration.ofHours(1));
    assertThat(office.revoke(id)).isEqualTo(204);
    assertThat(office.listed(id).getString("revokedAt")).isEqualTo(revokedAt);
    assertThat(office.listed(id).getString("state")).isEqualTo("revoked");
    assertThat(office.rotate(id, "").statusCode()).isEqualTo(404);
    assertThat(office.revoke(999_999)).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"agency\":\"cb-xa-01273\",\"expiresAt\":\"soon\"} | /expiresAt | wrong-type",
        "{\"agency\":\"cb-xa-0\"} | /agency | unknown-agency",
        "{} | /agency | missing-field",
        "{\"agency\":\"\"} | /agency | missing-field",
        "{\"agency\":7} | /agency | wrong-type",
        "{\"agency\":\"cb-xa-01273\",\"label\":\"a\\r\\n7 administrator\"} | /label | bad-text",
        "{\"agency\":\"cb-xa-01273\",\"label\":\"a\\n\"} | /label | bad-text",
        "{\"agency\":\"cb-xa-01273\",\"scope\":7} | /scope | unknown-scope",
        "{\"agency\":\"cb-xa-01273\",\"rights\":\"all\"} | /rights | unknown-field",
      })
  void what_is_wrong_with_a_wish_for_a_token_is_told(String wish, String pointer, String code)
      throws Exception {
    var answer = office.ask("POST", "/api/v1/tokens", service.administrator(), wish);
    JsonArray errors = Office.body(answer, 422).getJsonArray("errors");

    assertThat(Office.body(answer, 422).getString("title")).isEqualTo("Nội dung bị từ chối");
    assertThat(errors).hasSize(1);
    assertThat(errors.getJsonObject(0).getString("pointer")).isEqualTo(pointer);
    assertThat(errors.getJsonObject(0).getString("code")).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"overlapHours\":-1} | out-of-range",
        "{\"overlapHours\":2161} | out-of-range",
        "{\"overlapHours\":1.5} | not-an-integer",
        "{\"overlap\":1} | unknown-field",
      })
  void what_is_wrong_with_an_overlap_is_told_and_nothing_is_rotated(String body, String code)
      throws Exception {
    JsonObject issued = office.issue(WARD, "agency");

    var answer = office.rotate(issued.getLong("id"), body);

    assertThat(Office.body(answer, 422).getJsonArray("errors").getJsonObject(0).getString("code"))
        .isEqualTo(code);
    assertThat(office.listed(issued.getLong("id")).getString("expiresAt")).isNull();
  }
}
