package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.WARD;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The open data beside the observations: the journal page by page, tables as CSV, and what every
/// answer has.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenDataTest {
  private static final String OBSERVATIONS = "/api/v1/observations";
  private static final String JOURNAL = "/api/v1/submissions";

  private Service service;
  private long newest;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    service = Service.start(folder);
    for (int month = 1; month <= 5; month++) {
      report("2026-0" + month);
    }
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private void report(String period) throws Exception {
    HttpResponse<String> answer = service.post(WARD, "on-time-rate", period, 9, 10);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    newest = new JsonObject(answer.body()).getLong("submission");
    service.shows(newest);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }

  @Test
  void pages_of_the_journal_hold_each_submission_once() throws Exception {
    List<Long> numbers = new ArrayList<>();
    String next = JOURNAL + "?limit=2";
    while (next != null) {
      HttpResponse<String> answer = service.see(next);
      JsonObject page = new JsonObject(answer.body());
      JsonArray rows = page.getJsonArray("submissions");
      for (int i = 0; i < rows.size(); i++) {
        numbers.add(rows.getJsonObject(i).getLong("submission"));
      }
      next = page.getString("next");
      assertThat(answer.headers().firstValue("Link").orElse(null))
          .isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
    }

    assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, newest).boxed().toList());
  }

  @Test
  void a_full_page_of_the_journal_never_changes_and_the_last_one_grows() throws Exception {
    String full = header(service.see(JOURNAL + "?limit=2"), "ETag");
    String last = header(service.see(JOURNAL + "?after=2"), "ETag");
    assertThat(service.see(JOURNAL + "?after=2", "If-None-Match", last).statusCode())
        .isEqualTo(304);

    report("2026-06");

    assertThat(service.see(JOURNAL + "?limit=2", "If-None-Match", full).statusCode())
        .isEqualTo(304);
    HttpResponse<String> grown = service.see(JOURNAL + "?after=2", "If-None-Match", last);
    assertThat(grown.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(grown.body()).getJsonArray("submissions"))
        .hasSize(Math.toIntExact(newest - 2));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/submissions?after=-1,/after,malformed",
    "/api/v1/submissions?limit=0,/limit,malformed",
    "/api/v1/submissions?limit=ten,/limit,malformed",
    "/api/v1/submissions?from=3,/from,unknown-parameter",
    "/api/v1/observations?period=2026-13,/period,malformed",
    "/api/v1/observations?from=last-year,/from,malformed",
    "/api/v1/observations?from=2026-Q3&to=2026-06,/from,after-to",
    "/api/v1/observations?limit=0,/limit,malformed",
    "/api/v1/observations?limit=-7,/limit,malformed",
    "/api/v1/observations?after=nobody/on-time-rate/2026-01,/after,malformed",
    "/api/v1/observations?after=7,/after,malformed",
    "/api/v1/observations?agancy=cb-xa-01273,/agancy,unknown-parameter",
    "/api/v1/observations?period=2026-01&period=2026-02,/period,duplicate",
    "/api/v1/observations?format=xml,/format,malformed",
    "/api/v1/duties?period=soon,/period,malformed",
    "/api/v1/board?format=pdf,/format,malformed",
  })
  void a_wrong_parameter_is_named(String address, String pointer, String code) throws Exception {
    HttpResponse<String> answer = service.see(address);

    assertThat(answer.statusCode()).isEqualTo(400);
    JsonObject problem = new JsonObject(answer.body()).getJsonArray("errors").getJsonObject(0);
    assertThat(problem.getString("pointer")).isEqualTo(pointer);
    assertThat(problem.getString("code")).isEqualTo(code);
    assertThat(problem.getString("message")).contains("“" + pointer.substring(1) + "”");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/board,200",
    "/api/v1/submissions,200",
    "/api/v1/submissions?limit=x,400",
    "/api/v1/agencies/nobody,404",
    "/api/v1/nowhere,404",
  })
  void any_page_may_read_any_answer(String address, int status) throws Exception {
    HttpResponse<String> answer = service.see(address, "Origin", "https://news.example");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(answer, "Access-Control-Expose-Headers")).contains("ETag", "Link");
  }

  @Test
  void nothing_can_be_written_here_and_a_browser_may_read_so() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(service.publicly("/api/v1/observations")))
            .POST(BodyPublishers.ofString("{}"))
            .build();

    HttpResponse<String> answer = service.send(post);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  private List<NamedCsvRecord> csv(String address) throws Exception {
    HttpResponse<String> answer = service.see(address, "Accept", "text/csv");
    assertThat(header(answer, "Content-Type")).isEqualTo("text/csv; charset=utf-8");
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(answer.body())) {
      return reader.stream().toList();
    }
  }

  private Stream<JsonObject> json(String address, String rows) throws Exception {
    return service.open(address).getJsonArray(rows).stream().map(JsonObject.class::cast);
  }

  private static String text(JsonObject row, String field) {
    Object value = row.getValue(field);
    return value == null ? "" : value.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/board | indicators | code name unit period numerator denominator ratio standing",
        "/api/v1/ranking | rows | agency place of ratio standing reason movement",
        "/api/v1/ranking?indicator=on-time-rate | rows | agency place of ratio standing reason",
        "/api/v1/duties?period=2026-05 | rows | agency indicator due state",
        "/api/v1/duties?period=2020-05 | rows | agency",
      })
  void a_table_says_the_same_in_both_formats(String address, String rows, String fields)
      throws Exception {
    List<String> names = List.of(fields.split(" ", -1));

    List<List<String>> lines =
        csv(address).stream().map(line -> names.stream().map(line::getField).toList()).toList();

    assertThat(lines)
        .isEqualTo(
            json(address, rows)
                .map(row -> names.stream().map(name -> text(row, name)).toList())
                .toList());
  }

  @ParameterizedTest
  @CsvSource({"agency=nobody,cơ quan “nobody”", "indicator=luck,chỉ tiêu “luck”"})
  void an_unknown_code_is_not_found_and_a_browser_may_read_why(String query, String named)
      throws Exception {
    HttpResponse<String> answer = service.see(OBSERVATIONS + "?" + query);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(new JsonObject(answer.body()).getString("detail")).contains(named);
  }

  @Test
  void what_a_reader_has_is_not_sent_again_until_the_board_changes() throws Exception {
    String json = service.see(OBSERVATIONS).headers().firstValue("ETag").orElseThrow();
    String csv =
        service.see(OBSERVATIONS + "?format=csv").headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> unchanged = service.see(OBSERVATIONS, "If-None-Match", json);
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.headers().firstValue("ETag")).hasValue(json);
    assertThat(unchanged.headers().firstValue("Vary")).hasValue("Accept, Accept-Encoding");
    assertThat(csv).isNotEqualTo(json);
    report("2026-07");
    assertThat(service.see(OBSERVATIONS, "If-None-Match", json).statusCode()).isEqualTo(200);
  }

  @Test
  void the_head_of_an_answer_is_to_be_had_alone() throws Exception {
    URI address = URI.create(service.publicly(OBSERVATIONS + "?limit=2"));

    HttpResponse<String> head = service.send(HttpRequest.newBuilder(address).HEAD().build());

    HttpResponse<String> whole = service.see(OBSERVATIONS + "?limit=2");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name : List.of("ETag", "Link", "Vary", "Content-Type", "Content-Length")) {
      assertThat(head.headers().firstValue(name))
          .isPresent()
          .isEqualTo(whole.headers().firstValue(name));
    }
  }
}
