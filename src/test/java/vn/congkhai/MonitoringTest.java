package vn.congkhai;

import static java.lang.Boolean.FALSE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.Dashboards.Dashboard;
import vn.congkhai.Dashboards.Panel;
import vn.congkhai.Dashboards.Query;
import vn.congkhai.Dashboards.Variable;

/// What leaders and operators ask of a real Prometheus and of the database, and what they are told.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringTest {
  private static final String AGENCY = "cb-xa-01273";
  private static final Map<String, String> CHOSEN =
      Map.of(
          "province", "cao-bang",
          "level", "department|commune|district",
          "agency", AGENCY,
          "indicator", "online-dossier-rate",
          "plan", ".*",
          "board", "");

  /// Names of what changed within a week or a month: this Prometheus has seen nothing but the last
  /// minute, so they have no answer; promtool tries them.
  private static final String OF_LONG_AGO = "(?s).*:[a-z]+(1w|30d)\\b.*";

  /// Panels of what nobody does here: a share of nothing is no number.
  private static final Set<String> AT_REST = Set.of("Thời gian ghi xuống đĩa");

  /// An indicator whose figures are bare values.
  private static final String SATISFACTION = "satisfaction-procedures";

  private static final String HOME = "Toàn tỉnh";
  private static final String MISSED = "Chỉ tiêu chưa đạt của tỉnh";
  private static final String MONTHLY = "Từng tháng của từng cơ quan (kho số liệu)";

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
    for (Dashboard dashboard : Dashboards.all()) {
      for (Panel panel : dashboard.panels()) {
        if (!AT_REST.contains(panel.title())) {
          silent.addAll(silent(panel, CHOSEN));
        }
      }
    }

    assertThat(Dashboards.queries().stream().filter(Query::isPromQl)).hasSizeGreaterThan(40);
    assertThat(silent).isEmpty();
  }

  /// What a panel asks in vain.
  private List<String> silent(Panel panel, Map<String, String> chosen) throws Exception {
    List<String> silent = new ArrayList<>();
    for (Query query : panel.queries()) {
      if (query.isPromQl()
          && !query.text().matches(OF_LONG_AGO)
          && province.prometheus().query(Dashboards.chosen(query.text(), chosen)).stream()
              .allMatch(series -> Double.isNaN(RealPrometheus.value(series)))) {
        silent.add(query.of() + " " + query.json().getString("refId"));
      }
    }
    return silent;
  }

  @Test
  void an_indicator_without_counts_lacks_only_what_needs_counts() throws Exception {
    Map<String, String> chosen = new HashMap<>(CHOSEN);
    chosen.put("indicator", SATISFACTION);
    List<String> silent = new ArrayList<>();
    for (Panel panel : Dashboards.titled("Chỉ tiêu").panels()) {
      silent.addAll(silent(panel, chosen));
    }

    assertThat(silent)
        .containsExactly(
            "congkhai-chi-tieu / Toàn tỉnh, từ đầu năm A",
            "congkhai-chi-tieu / Còn thiếu A",
            "congkhai-chi-tieu / Từng cơ quan missing");
    Query monthly = Dashboards.titled("Chỉ tiêu").panel(MONTHLY).queries().getFirst();
    try (Connection reader = province.reader()) {
      assertThat(rows(reader, Dashboards.chosen(monthly.text(), chosen))).hasSizeGreaterThan(100);
    }
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
    if (variable.isListed()) {
      return variable.listed();
    }
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

  // ---- what the panels say and what the board says

  @Test
  void the_levels_are_those_of_agencies() throws Exception {
    for (Dashboard dashboard : Dashboards.all()) {
      for (Variable variable : dashboard.variables()) {
        if (variable.isListed()) {
          assertThat(variable.listed())
              .containsExactly("department Sở, ngành", "commune Cấp xã", "district Cấp huyện");
        }
      }
    }
  }

  @Test
  void the_home_screen_counts_as_the_board_does() throws Exception {
    List<JsonObject> all = indicators();
    int met = count(all, each -> stands(each, "met"));
    int missed = count(all, each -> stands(each, "missed"));
    int lost = count(all, MonitoringTest::isLost);

    assertThat(met).isPositive();
    assertThat(missed).isPositive();
    assertThat(number(HOME, "Chỉ tiêu đạt")).isEqualTo(met);
    assertThat(number(HOME, "Chỉ tiêu chưa đạt")).isEqualTo(missed);
    assertThat(number(HOME, "Chưa có kết quả")).isEqualTo(all.size() - met - missed);
    assertThat(number(HOME, "Không còn đạt được trong năm")).isEqualTo(lost);
  }

  @Test
  void the_home_screen_lists_what_the_board_says_is_missed() throws Exception {
    List<JsonObject> missed = indicators().stream().filter(each -> stands(each, "missed")).toList();
    Map<String, Double> year = column("year");
    Map<String, Double> goal = column("goal");
    Map<String, Double> gap = column("gap");
    Map<String, Double> missing = column("missing");
    Map<String, Double> coverage = column("coverage");

    assertThat(year).hasSameSizeAs(missed);
    for (JsonObject indicator : missed) {
      String code = indicator.getString("code");
      JsonObject sums = indicator.getJsonObject("yearToDate");
      double ratio = sums.getDouble("ratio");
      double target = indicator.getJsonObject("target").getDouble("value");
      JsonObject reports = sums.getJsonObject("coverage");
      assertThat(year.get(code)).as(code).isEqualTo(ratio);
      assertThat(goal.get(code)).as(code).isEqualTo(target);
      assertThat(gap.get(code)).as(code).isCloseTo(100 * (target - ratio), within(1e-9));
      assertThat(missing.get(code))
          .as(code)
          .isEqualTo(indicator.getJsonObject("toTarget").getDouble("missingCases"));
      assertThat(coverage.get(code))
          .as(code)
          .isEqualTo(reports.getDouble("reported") / reports.getInteger("expected"));
    }
  }

  @Test
  void the_home_screen_names_the_agency_that_lacks_most() throws Exception {
    Map<String, Map<String, Double>> missing = new HashMap<>();
    for (JsonObject agency : agencies()) {
      for (JsonObject figure : objects(agency, "figures")) {
        if (stands(figure, "missed") && figure.getJsonObject("toTarget") != null) {
          missing
              .computeIfAbsent(figure.getString("indicator"), _ -> new HashMap<>())
              .put(
                  agency.getString("name"),
                  figure.getJsonObject("toTarget").getDouble("missingCases"));
        }
      }
    }
    Map<String, JsonObject> worst =
        answer(Dashboards.titled(HOME).panel(MISSED).query("worst")).stream()
            .collect(
                Collectors.toMap(
                    series -> series.getJsonObject("metric").getString("indicator"),
                    series -> series));

    assertThat(worst).hasSameSizeAs(missing);
    missing.forEach((indicator, byName) -> {
      JsonObject series = requireNonNull(worst.get(indicator), indicator);
      String named = series.getJsonObject("metric").getString("worst");
      assertThat(RealPrometheus.value(series))
          .isEqualTo(Collections.max(byName.values()))
          .isEqualTo(byName.get(named));
    });
  }

  /// Those that never reported what they should have are among them.
  @Test
  void the_home_screen_counts_what_each_agency_does_not_meet() throws Exception {
    Map<String, Double> bars =
        byLabel(
            Dashboards.titled(HOME).panel("Cơ quan còn nhiều chỉ tiêu chưa đạt").query("A"),
            "agency");

    assertThat(bars).hasSize(15);
    for (JsonObject agency : agencies()) {
      int missed = notMet(agency);
      Double bar = bars.get(agency.getString("code"));
      if (bar == null) {
        assertThat((double) missed).isLessThanOrEqualTo(Collections.min(bars.values()));
      } else {
        assertThat(bar).as(agency.getString("code")).isEqualTo(missed);
      }
    }
  }

  @Test
  void an_agencys_dashboard_says_what_the_board_says_of_it() throws Exception {
    JsonObject agency = agency(AGENCY);
    Panel table = Dashboards.titled("Cơ quan").panel("Từng chỉ tiêu");
    Map<String, Double> year = byLabel(table.query("year"), "indicator");
    Map<String, Double> goal = byLabel(table.query("goal"), "indicator");

    assertThat(number("Cơ quan", "Chỉ tiêu chưa đạt")).isEqualTo(notMet(agency));
    int compared = 0;
    for (JsonObject figure : objects(agency, "figures")) {
      JsonObject sums = figure.getJsonObject("yearToDate");
      String code = figure.getString("indicator");
      if (sums != null && sums.getDouble("ratio") != null) {
        assertThat(year.get(code)).as(code).isEqualTo(sums.getDouble("ratio"));
        compared++;
      }
      JsonObject target = figure.getJsonObject("target");
      if (target != null && goal.containsKey(code)) {
        assertThat(goal.get(code)).as(code).isEqualTo(target.getDouble("value"));
      }
    }
    assertThat(compared).isGreaterThan(10);
    assertThat(year.get(SATISFACTION)).isBetween(0.5, 1.0);
  }

  private List<JsonObject> indicators() throws Exception {
    return objects(province.board(), "indicators");
  }

  /// All that exist today, each with its figures and duties.
  private List<JsonObject> agencies() throws Exception {
    List<JsonObject> agencies = new ArrayList<>();
    for (String code :
        byLabel("agency:congkhai_agency_info:name{province=\"$province\"}", "agency").keySet()) {
      agencies.add(agency(code));
    }
    assertThat(agencies).hasSizeGreaterThan(60);
    return agencies;
  }

  private JsonObject agency(String code) throws Exception {
    return province.service().open("/api/v1/agencies/" + code);
  }

  private static int count(List<JsonObject> figures, Predicate<JsonObject> such) {
    return (int) figures.stream().filter(such).count();
  }

  private static boolean isLost(JsonObject figure) {
    JsonObject toTarget = figure.getJsonObject("toTarget");
    return toTarget != null && FALSE.equals(toTarget.getBoolean("reachable"));
  }

  /// Targets that it misses, and those that it never reported although it should have.
  private static int notMet(JsonObject agency) {
    Set<String> never =
        objects(agency, "duties").stream()
            .filter(duty -> duty.getString("state").equals("never"))
            .map(duty -> duty.getString("indicator"))
            .collect(Collectors.toSet());
    return count(
        objects(agency, "figures"),
        figure ->
            stands(figure, "missed")
                || (stands(figure, "unreported") && never.contains(figure.getString("indicator"))));
  }

  private static boolean stands(JsonObject figure, String standing) {
    return figure.getString("standing").equals(standing);
  }

  private static List<JsonObject> objects(JsonObject json, String field) {
    return json.getJsonArray(field).stream().map(JsonObject.class::cast).toList();
  }

  private List<JsonObject> answer(Query query) throws Exception {
    return province.prometheus().query(Dashboards.chosen(query.text(), CHOSEN));
  }

  /// The one number that a panel shows.
  private double number(String dashboard, String panel) throws Exception {
    Query query = Dashboards.titled(dashboard).panel(panel).query("A");
    return province.prometheus().value(Dashboards.chosen(query.text(), CHOSEN));
  }

  /// A column of the home screen's table, by indicator.
  private Map<String, Double> column(String refId) throws Exception {
    return byLabel(Dashboards.titled(HOME).panel(MISSED).query(refId), "indicator");
  }

  private Map<String, Double> byLabel(Query query, String label) throws Exception {
    return byLabel(query.text(), label);
  }

  /// @throws IllegalStateException when two series are of one label's value
  private Map<String, Double> byLabel(String promQl, String label) throws Exception {
    return province.prometheus().query(Dashboards.chosen(promQl, CHOSEN)).stream()
        .collect(
            Collectors.toMap(
                series -> series.getJsonObject("metric").getString(label), RealPrometheus::value));
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
      for (JsonObject indicator : indicators()) {
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

  /// The lines of the home screen, by its own query.
  @Test
  void the_home_screens_months_end_in_what_the_board_shows() throws Exception {
    Query monthly = Dashboards.titled(HOME).panel("Theo từng tháng (kho số liệu)").query("A");
    Map<String, Double> last = new HashMap<>();
    try (Connection reader = province.reader();
        Statement statement = reader.createStatement();
        ResultSet rows = statement.executeQuery(Dashboards.chosen(monthly.text(), CHOSEN))) {
      while (rows.next()) {
        last.put(rows.getString("metric"), rows.getDouble("value"));
      }
    }

    int compared = 0;
    for (JsonObject indicator : indicators()) {
      Double ratio = indicator.getDouble("ratio");
      if (ratio != null && indicator.getString("period").matches("\\d{4}-\\d\\d")) {
        assertThat(last.get(indicator.getString("name")))
            .as(indicator.getString("code"))
            .isCloseTo(ratio, within(1e-12));
        compared++;
      }
    }
    assertThat(last).hasSize(compared);
    assertThat(compared).isGreaterThan(5);
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
