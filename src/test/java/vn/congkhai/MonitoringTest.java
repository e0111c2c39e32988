package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.Dashboards.Query;
import vn.congkhai.Dashboards.Variable;

/// What leaders and operators ask of a real Prometheus and of the database, and what they are told.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringTest {
  private static final Map<String, String> CHOSEN =
      Map.of(
          "province", "cao-bang",
          "level", "department|commune",
          "agency", "cb-xa-01273",
          "indicator", "online-dossier-rate",
          "plan", ".*",
          "board", "");

  /// Names of what changed within a week or a month: this Prometheus has seen nothing but the last
  /// minute, so they have no answer; promtool tries them.
  private static final String OF_LONG_AGO = "(?s).*:[a-z]+(1w|30d)\\b.*";

  private static final Pattern OF_VARIABLE =
      Pattern.compile("(label_values|query_result)\\((.*?)(?:, (\\w+))?\\)", Pattern.DOTALL);

  private MonitoredProvince province;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    assumeTrue(RealPrometheus.isInstalled(), "Prometheus is not installed");
    province = MonitoredProvince.open(folder);
  }

  @AfterAll
  void close() throws Exception {
    if (province != null) {
      province.close();
    }
  }

  @Test
  void every_query_of_every_panel_has_an_answer() throws Exception {
    List<String> silent = new ArrayList<>();
    List<Query> queries = Dashboards.queries().stream().filter(Query::isPromQl).toList();
    for (Query query : queries) {
      boolean empty =
          province.prometheus().query(Dashboards.chosen(query.text(), CHOSEN)).isEmpty();
      if (empty && !query.text().matches(OF_LONG_AGO)) {
        silent.add(query.of() + ": " + query.text());
      }
    }

    assertThat(queries).hasSizeGreaterThan(40);
    assertThat(silent).isEmpty();
  }

  @Test
  void every_choice_above_a_dashboard_has_something_to_choose() throws Exception {
    List<Variable> variables =
        Dashboards.all().stream().flatMap(dashboard -> dashboard.variables().stream()).toList();
    for (Variable variable : variables) {
      assertThat(choices(variable)).as(variable.dashboard() + " $" + variable.name()).isNotEmpty();
    }
    assertThat(variables).isNotEmpty();
  }

  /// The values that Grafana would offer.
  private List<String> choices(Variable variable) throws Exception {
    Matcher parts = OF_VARIABLE.matcher(Dashboards.chosen(variable.text(), CHOSEN));
    assertThat(parts.matches()).as(variable.text()).isTrue();
    Stream<JsonObject> series = province.prometheus().query(parts.group(2)).stream();
    if (parts.group(1).equals("label_values")) {
      return series.map(each -> each.getJsonObject("metric").getString(parts.group(3))).toList();
    }
    String regex = variable.json().getString("regex");
    Pattern named = Pattern.compile(regex.substring(1, regex.length() - 1));
    return series
        .map(RealPrometheus::spelt)
        .map(named::matcher)
        .filter(Matcher::find)
        .map(found -> found.group("value") + " " + found.group("text"))
        .toList();
  }

  @Test
  void every_rule_is_evaluated_and_every_recording_has_an_answer() throws Exception {
    List<JsonObject> rules = province.prometheus().rules().toList();

    assertThat(rules).hasSizeGreaterThan(10);
    assertThat(rules)
        .allSatisfy(rule -> assertThat(rule.getString("health")).as(rule.encode()).isEqualTo("ok"));
    for (JsonObject rule : rules) {
      if (rule.getString("type").equals("recording")
          && !rule.getString("name").matches(OF_LONG_AGO)) {
        assertThat(province.prometheus().query(rule.getString("name")))
            .as(rule.getString("name"))
            .isNotEmpty();
      }
    }
  }

  @Test
  void every_documented_metric_is_published() throws Exception {
    String published = province.service().manage("/metrics").body();
    String doc = Files.readString(Path.of("docs", "metrics.md"));
    List<String> documented =
        Pattern.compile("(?<![:a-z_*])congkhai_[a-z_]+[a-z](?![a-z_*:])")
            .matcher(doc)
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();

    assertThat(documented).hasSizeGreaterThan(40);
    assertThat(documented)
        .allSatisfy(name -> assertThat(published).contains("# TYPE " + name + " "));
  }

  @Test
  void the_province_is_to_prometheus_what_it_is_on_the_board() throws Exception {
    List<JsonObject> indicators =
        province.board().getJsonArray("indicators").stream().map(JsonObject.class::cast).toList();
    int compared = 0;
    for (JsonObject indicator : indicators) {
      if (indicator.getDouble("ratio") != null) {
        String of = "{level=\"province\", indicator=\"" + indicator.getString("code") + "\"}";
        assertThat(province.prometheus().value("congkhai_indicator_ratio" + of))
            .as(of)
            .isEqualTo(indicator.getDouble("ratio"));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(25);
  }

  @Test
  void every_link_leads_to_a_page_of_the_board() throws Exception {
    Map<String, String> rows =
        Map.of(
            "agency", "cb-xa-01273",
            "indicator", "online-dossier-rate",
            "plan", "cao-bang-2026-online-services");
    Set<String> pages = new TreeSet<>();
    for (var dashboard : Dashboards.all()) {
      Pattern.compile("\\$\\{board}(/[^\"]*)")
          .matcher(dashboard.json().encode())
          .results()
          .map(link ->
              link.group(1).replaceAll("\\$\\{__(?:data\\.fields|field\\.labels)\\.", "\\${"))
          .map(link -> Dashboards.chosen(link, rows))
          .forEach(pages::add);
    }

    assertThat(pages).hasSizeGreaterThan(6);
    for (String page : pages) {
      assertThat(province.service().see(page).statusCode()).as(page).isEqualTo(200);
    }
  }

  // ---- history

  @Test
  void every_query_of_the_history_has_an_answer_for_the_reading_role() throws Exception {
    List<Query> queries = Dashboards.queries().stream().filter(query -> !query.isPromQl()).toList();
    assertThat(queries).hasSizeGreaterThan(3);
    try (Connection reader = province.reader()) {
      for (Query query : queries) {
        String sql = Dashboards.chosen(query.text(), CHOSEN);
        assertThat(rows(reader, sql)).as(query.of()).isNotEmpty();
      }
    }
  }

  @Test
  void the_history_ends_in_what_the_board_shows() throws Exception {
    try (Connection reader = province.reader()) {
      for (Object each : province.board().getJsonArray("indicators")) {
        JsonObject indicator = (JsonObject) each;
        boolean computed = indicator.getString("code").equals("plan-tasks-completed-rate");
        if (indicator.getDouble("ratio") != null && !computed) {
          String sql =
              "SELECT numerator, denominator FROM history.province WHERE indicator = '%s' AND period = '%s'"
                  .formatted(indicator.getString("code"), indicator.getString("period"));
          assertThat(rows(reader, sql))
              .containsExactly(
                  indicator.getLong("numerator") + " " + indicator.getLong("denominator"));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM congkhai.submission",
        "SELECT * FROM congkhai.token",
        "SELECT * FROM congkhai.screen",
        "SELECT * FROM congkhai.flyway_schema_history",
        "INSERT INTO congkhai.submission VALUES (1, 'a', 'b', 'c')",
        "UPDATE history.figure SET numerator = 1",
        "CREATE TABLE mine (a int)",
        "CREATE TEMP TABLE mine (a int)",
        "CREATE SCHEMA mine",
        "CREATE VIEW history.mine AS SELECT 1",
        "COPY history.figure TO '/tmp/figures'",
        "SELECT pg_read_file('/etc/passwd')",
        "SET ROLE postgres"
      })
  void the_reading_role_can_do_nothing_else(String sql) throws Exception {
    try (Connection reader = province.reader();
        Statement statement = reader.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(permission denied|read-only transaction|cannot update).*");
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join(" ", row));
      }
    }
    return rows;
  }
}
