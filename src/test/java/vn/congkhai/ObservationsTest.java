package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.WARD;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

/// `GET /api/v1/observations` as a reader meets it. The ward reports ratios, the commune a bare
/// value and a quarter; the reporting month of December has begun and not ended.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservationsTest {
  private static final String ALL = "/api/v1/observations";
  private static final String EARLIER_IN_THE_LIST = "cb-so-noi-vu";

  private Service service;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    service = Service.start(folder);
    for (int month = 1; month <= 9; month++) {
      report(WARD, Service.body("on-time-rate", "2026-0" + month, 89 + month, 100));
    }
    report(WARD, Service.body("on-time-rate", "2026-10", 97, 100));
    report(WARD, Service.body("on-time-rate", "2026-10", 98, 100));
    report(WARD, Service.body("on-time-rate", "2026-12", 1, 3));
    report(WARD, Service.body("online-payment-rate", "2026-09", 1, 2));
    report(WARD, Service.body("online-payment-rate", "2026-10", 2, 2));
    report(COMMUNE, Service.body("digitisation-rate", "2026-10", 0, 0));
    report(COMMUNE, Service.body("procedures-on-system-rate", "2026-Q3", 2, 3));
    report(COMMUNE, satisfaction("96.4"));
    report(COMMUNE, satisfaction("96.45"));
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private static String satisfaction(String value) {
    return """
    {"period":"2026-10","observations":[{"indicator":"satisfaction-procedures","value":%s}]}\
    """
        .formatted(value);
  }

  @CanIgnoreReturnValue
  private long report(String agency, String body) throws Exception {
    HttpResponse<String> answer = service.post(agency, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    long submission = new JsonObject(answer.body()).getLong("submission");
    service.shows(submission);
    return submission;
  }

  private static List<JsonObject> rows(JsonObject page) {
    return page.getJsonArray("observations").stream().map(JsonObject.class::cast).toList();
  }

  private List<JsonObject> rows(String query) throws Exception {
    return rows(service.open(ALL + query));
  }

  private static String key(JsonObject row) {
    return row.getString("agency")
        + "/"
        + row.getString("indicator")
        + "/"
        + row.getString("period");
  }

  @Test
  void a_corrected_figure_says_what_it_was_before() throws Exception {
    JsonObject row = rows("?agency=" + WARD + "&indicator=on-time-rate&period=2026-10").getFirst();

    assertThat(row.getLong("numerator")).isEqualTo(98);
    assertThat(row.getDouble("ratio")).isEqualTo(0.98);
    assertThat(row.getBoolean("corrected")).isTrue();
    assertThat(row.getJsonObject("before").encode())
        .isEqualTo("{\"numerator\":97,\"denominator\":100,\"ratio\":0.97}");
    JsonObject source =
        new JsonObject(
            service
                .agencies("/api/v1/submissions/" + row.getLong("submission"), service.token(WARD))
                .body());
    assertThat(row.getString("receivedAt")).isEqualTo(source.getString("receivedAt"));
  }

  @Test
  void only_a_figure_whose_period_runs_is_interim() throws Exception {
    List<JsonObject> rows = rows("?agency=" + WARD + "&indicator=on-time-rate");

    assertThat(rows)
        .filteredOn(row -> row.getBoolean("interim"))
        .extracting(row -> row.getString("period"), row -> row.getDouble("ratio"))
        .containsExactly(tuple("2026-12", 1 / 3.0));
    assertThat(rows).hasSize(11);
  }

  @Test
  void a_bare_value_and_a_figure_without_cases_are_what_they_are() throws Exception {
    JsonObject value = rows("?agency=" + COMMUNE + "&indicator=satisfaction-procedures").getFirst();
    JsonObject none = rows("?agency=" + COMMUNE + "&indicator=digitisation-rate").getFirst();

    assertThat(value.getDouble("value")).isEqualTo(96.45);
    assertThat(value.getJsonObject("before").encode()).isEqualTo("{\"value\":96.4}");
    assertThat(value.containsKey("ratio")).isFalse();
    assertThat(none.getLong("denominator")).isZero();
    assertThat(none.getValue("ratio")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "indicator=on-time-rate&period=2026-02 | ward/on-time-rate/2026-02",
        "indicator=on-time-rate&from=2026-11 | ward/on-time-rate/2026-12",
        "indicator=on-time-rate&to=2026-02 | ward/on-time-rate/2026-01 ward/on-time-rate/2026-02",
        "indicator=on-time-rate&from=2026-Q1&to=2026-01 | ward/on-time-rate/2026-01",
        "indicator=on-time-rate&from=2026-09&to=2026-Q3 | ward/on-time-rate/2026-09",
        "agency=cb-xa-01708&from=2026-10 |"
            + " commune/digitisation-rate/2026-10 commune/satisfaction-procedures/2026-10",
        "agency=cb-xa-01708&from=2026-09&to=2026-09 | commune/procedures-on-system-rate/2026-Q3",
        "agency=cb-xa-01708&to=2026-08 | ''",
        "agency=cb-xa-01708&period=2026-Q3 | commune/procedures-on-system-rate/2026-Q3",
        "agency=cb-xa-01708&period=2026 | ''",
        "agency=cb-xa-01273&indicator=on-time-rate&to=2025 | ''",
      })
  void a_filter_leaves_what_it_says(String query, String expected) throws Exception {
    List<String> keys =
        rows("?" + query).stream()
            .map(ObservationsTest::key)
            .map(key -> key.replace(WARD, "ward").replace(COMMUNE, "commune"))
            .toList();

    assertThat(String.join(" ", keys)).isEqualTo(expected);
  }

  @Test
  void both_formats_hold_the_same_figures() throws Exception {
    List<JsonObject> json = rows("");
    HttpResponse<String> csv = service.see(ALL, "Accept", "text/csv");

    assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    assertThat(csv.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"observations.csv\"");
    List<String> expected = json.stream().map(ObservationsTest::line).toList();
    assertThat(lines(csv.body())).isEqualTo(expected).hasSizeGreaterThan(15);
    assertThat(csv.body()).doesNotContain("illustrative");
    assertThat(service.see(ALL + "?format=csv").body()).isEqualTo(csv.body());
  }

  private static List<String> lines(String csv) throws Exception {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return reader.stream().map(line -> line.getFieldsAsMap().toString()).toList();
    }
  }

  /// A row of the JSON as a line of CSV has to be.
  private static String line(JsonObject row) {
    JsonObject before = row.getJsonObject("before", new JsonObject());
    List<String> fields = new ArrayList<>();
    for (String name :
        "agency indicator period numerator denominator ratio value interim corrected"
            .split(" ", -1)) {
      fields.add(name + "=" + Objects.toString(row.getValue(name), ""));
    }
    for (String name : "Numerator Denominator Ratio Value".split(" ", -1)) {
      Object value = before == null ? null : before.getValue(name.toLowerCase(Locale.ROOT));
      fields.add("before" + name + "=" + Objects.toString(value, ""));
    }
    fields.add("submission=" + row.getLong("submission"));
    fields.add("receivedAt=" + row.getString("receivedAt"));
    return "{" + String.join(", ", fields) + "}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&agency=cb-xa-01273&from=2026-03&to=2026-Q4"})
  void pages_of_seven_hold_each_figure_once(String filter) throws Exception {
    List<JsonObject> collected = new ArrayList<>();
    String next = ALL + "?limit=7" + filter;
    while (next != null) {
      JsonObject page = service.open(next);
      assertThat(rows(page)).hasSizeBetween(1, 7);
      collected.addAll(rows(page));
      next = page.getString("next");
    }

    assertThat(collected).isEqualTo(rows("?limit=10000" + filter)).hasSizeGreaterThan(7);
    assertThat(collected.stream().map(ObservationsTest::key)).doesNotHaveDuplicates();
  }

  @Test
  void the_link_leads_through_the_same_format() throws Exception {
    List<String> collected = new ArrayList<>();
    String next = ALL + "?limit=7&format=csv";
    while (next != null) {
      HttpResponse<String> page = service.see(next);
      collected.addAll(lines(page.body()));
      next = page.headers().firstValue("Link").map(ObservationsTest::target).orElse(null);
    }

    assertThat(collected).isEqualTo(lines(service.see(ALL + "?format=csv").body()));
  }

  private static String target(String link) {
    Matcher parts = Pattern.compile("<(.*)>; rel=\"next\"").matcher(link);
    assertThat(parts.matches()).isTrue();
    return parts.group(1);
  }

  @Test
  void a_figure_that_arrives_between_two_pages_moves_nothing() throws Exception {
    JsonObject first = service.open(ALL + "?indicator=online-payment-rate&limit=1");
    report(EARLIER_IN_THE_LIST, Service.body("online-payment-rate", "2026-10", 1, 1));

    JsonObject second = service.open(first.getString("next"));

    assertThat(rows(first))
        .extracting(ObservationsTest::key)
        .containsExactly(WARD + "/online-payment-rate/2026-09");
    assertThat(rows(second))
        .extracting(ObservationsTest::key)
        .containsExactly(WARD + "/online-payment-rate/2026-10");
    assertThat(second.getString("next")).isNull();
  }
}
