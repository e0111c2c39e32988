package vn.congkhai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.WARD;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Templates on their way to a clerk and back, on 22 November 2026.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplateTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @TempDir Path folder;
  private Service service;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    service = Service.start(data);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + service.ports().agenciesPort() + path))
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<byte[]> download(String path, String token) throws Exception {
    return HTTP.send(request(path, token).build(), BodyHandlers.ofByteArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2000-01", "2000-02", "2000-Q1", "2000-H1", "2000"})
  void the_first_periods_that_there_are_have_templates_too(String period) throws Exception {
    assertThat(csv("/template.csv?period=" + period, service.token(WARD)))
        .singleElement()
        .asString()
        .contains("indicator");
  }

  private List<String> csv(String path, String token) throws Exception {
    HttpResponse<byte[]> answer = download(path, token);
    assertThat(answer.statusCode()).isEqualTo(200);
    return new String(answer.body(), UTF_8).lines().toList();
  }

  private HttpResponse<String> upload(String agency, String type, byte[] file) throws Exception {
    return HTTP.send(
        request("/api/v1/observations", service.token(agency))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(file))
            .build(),
        BodyHandlers.ofString());
  }

  /// The line with 5 of 10, or 90, where it has no figure yet.
  private static String filled(String line) {
    String[] cells = line.split(";", -1);
    if (cells[0].endsWith("agency") || !(cells[4] + cells[6]).isEmpty()) {
      return line;
    }
    boolean value = cells[2].startsWith("satisfaction-") || cells[2].endsWith("-issued");
    cells[4] = value ? "" : "5";
    cells[5] = value ? "" : "10";
    cells[6] = value ? "90,5" : "";
    return String.join(";", cells);
  }

  private static byte[] filled(List<String> lines) {
    return String.join("\r\n", lines.stream().map(TemplateTest::filled).toList()).getBytes(UTF_8);
  }

  private static Map<String, Long> changes(HttpResponse<String> receipt) {
    Map<String, Long> changes = new TreeMap<>();
    new JsonObject(receipt.body())
        .getJsonArray("observations")
        .forEach(each -> changes.merge(((JsonObject) each).getString("change"), 1L, Long::sum));
    return changes;
  }

  @Test
  void it_names_what_the_agency_owes_of_the_newest_month_and_of_longer_periods() throws Exception {
    String agency = "cb-xa-01288";
    HttpResponse<byte[]> answer = download("/template.csv", service.token(agency));
    List<String> lines = new String(answer.body(), UTF_8).lines().toList();

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"" + agency + "-2026-11.csv\"");
    assertThat(lines.getFirst())
        .isEqualTo("\uFEFFagency;period;indicator;name;numerator;denominator;value;previous;note");
    assertThat(lines)
        .contains(
            agency + ";2026-11;on-time-rate;Tỷ lệ giải quyết hồ sơ đúng hạn;;;;;",
            agency + ";2026-Q3;staff-digital-signature-rate;Tỷ lệ cán bộ có chữ ký số;;;;;",
            agency
                + ";2026-H1;staff-digital-skills-trained-rate;"
                + "Tỷ lệ cán bộ được bồi dưỡng kỹ năng số;;;;;",
            agency
                + ";2026;unit-procedure-control-plan-issued;"
                + "Ban hành kế hoạch kiểm soát thủ tục của đơn vị;;;;;");
    assertThat(lines).noneMatch(line -> line.contains("plan-tasks-completed-rate"));
    assertThat(csv("/template.csv?period=2026-Q4", service.token(agency)).stream().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.startsWith(agency + ";2026-Q4;"));
  }

  @Test
  void a_filled_csv_is_stored_and_the_next_one_begins_with_what_stands() throws Exception {
    List<String> empty = csv("/template.csv?period=2026-10", service.token(WARD));

    HttpResponse<String> first = upload(WARD, "text/csv; charset=utf-8", filled(empty));
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(changes(first)).containsExactly(Map.entry("new", empty.size() - 1L));
    service.shows(new JsonObject(first.body()).getLong("submission"));

    List<String> next = csv("/template.csv?period=2026-10", service.token(WARD));
    assertThat(next)
        .contains(
            WARD + ";2026-10;on-time-rate;Tỷ lệ giải quyết hồ sơ đúng hạn;5;10;;;",
            WARD
                + ";2026-10;satisfaction-procedures;Mức độ hài lòng về giải quyết thủ tục;;;90,5;;");
    assertThat(csv("/template.csv?period=2026-11", service.token(WARD)))
        .contains(WARD + ";2026-11;on-time-rate;Tỷ lệ giải quyết hồ sơ đúng hạn;;;;2026-10: 5/10;");
    HttpResponse<String> again = upload(WARD, "text/csv", String.join("\n", next).getBytes(UTF_8));
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(changes(again)).containsExactly(Map.entry("unchanged", empty.size() - 1L));
  }

  @Test
  void a_filled_workbook_is_stored_and_the_next_one_begins_with_what_stands() throws Exception {
    String path = "/template.xlsx?period=2026-10";
    HttpResponse<byte[]> empty = download(path, service.token(COMMUNE));
    assertThat(empty.headers().firstValue("Content-Type")).hasValue(WORKBOOK);
    assertThat(empty.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"" + COMMUNE + "-2026-10.xlsx\"");
    long rows = csv("/template.csv?period=2026-10", service.token(COMMUNE)).size() - 1L;

    HttpResponse<String> first = upload(COMMUNE, WORKBOOK, filledWorkbook(empty.body()));
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(changes(first)).containsExactly(Map.entry("new", rows));
    service.shows(new JsonObject(first.body()).getLong("submission"));

    HttpResponse<String> again =
        upload(COMMUNE, WORKBOOK, download(path, service.token(COMMUNE)).body());
    assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
    assertThat(changes(again)).containsExactly(Map.entry("unchanged", rows));
  }

  /// The workbook with 5 of 10, or 90.5, in each of its yellow cells, as a spreadsheet program
  /// would put them there.
  private byte[] filledWorkbook(byte[] workbook) throws Exception {
    Path file = Files.write(folder.resolve("filled.xlsx"), workbook);
    try (FileSystem parts = FileSystems.newFileSystem(file)) {
      Path sheet = parts.getPath("xl", "worksheets", "sheet1.xml");
      Files.writeString(sheet, filledSheet(Files.readString(sheet)));
    }
    return Files.readAllBytes(file);
  }

  private static String filledSheet(String sheet) {
    String yellow = sheet.replaceAll("(?s).*?<c r=\"E2\" s=\"(\\d+)\".*", "$1");
    assertThat(yellow).matches("\\d+");
    String filled = sheet;
    for (var each : Map.of("E", "5", "F", "10", "G", "90.5").entrySet()) {
      filled =
          filled.replaceAll(
              "<c r=\"(" + each.getKey() + "\\d+)\" s=\"" + yellow + "\"></c>",
              "<c r=\"$1\" s=\"" + yellow + "\"><v>" + each.getValue() + "</v></c>");
    }
    return filled;
  }

  @Test
  void a_row_left_empty_is_named() throws Exception {
    HttpResponse<byte[]> empty =
        download("/template.xlsx?period=2026-09", service.token("cb-xa-01288"));

    HttpResponse<String> refused = upload("cb-xa-01288", WORKBOOK, empty.body());

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("\"missing-figure\"", "\"place\":\"ô E2\"");
  }

  @Test
  void an_agency_gets_its_own_only() throws Exception {
    String ward = service.token(WARD);
    for (String ending : List.of("csv", "xlsx")) {
      String path = "/template." + ending;
      assertThat(download(path + "?agency=" + WARD, ward).statusCode()).isEqualTo(200);
      assertThat(download(path + "?agency=" + COMMUNE, ward).statusCode()).isEqualTo(403);
      assertThat(download(path + "?agency=nobody", ward).statusCode()).isEqualTo(403);
      assertThat(download(path, "ck_nobody").statusCode()).isEqualTo(401);
      assertThat(download(path, service.administrator()).statusCode()).isEqualTo(400);
      assertThat(download(path + "?agency=nobody", service.administrator()).statusCode())
          .isEqualTo(404);
    }
    assertThat(csv("/template.csv?agency=" + COMMUNE, service.administrator()).get(1))
        .startsWith(COMMUNE + ";");
  }

  @Test
  void a_period_that_is_none_or_has_not_begun_is_refused() throws Exception {
    for (String period : List.of("10/2026", "2027-05", "2026-13", "%00")) {
      assertThat(download("/template.csv?period=" + period, service.token(WARD)).statusCode())
          .as(period)
          .isEqualTo(400);
    }
    assertThat(csv("/template.csv?period=2020-01", service.token(WARD))).hasSize(1);
  }
}
