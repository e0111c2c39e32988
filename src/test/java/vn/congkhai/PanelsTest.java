package vn.congkhai;

import static java.lang.Boolean.FALSE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.congkhai.Dashboards.Panel;
import vn.congkhai.Dashboards.Query;

/// What the panels say, by their own queries of a real Prometheus, is what the board says.
class PanelsTest extends MonitoredTest {
  /// An indicator whose figures are bare values.
  private static final String SATISFACTION = "satisfaction-procedures";

  private static final String HOME = "Toàn tỉnh";
  private static final String MISSED = "Chỉ tiêu chưa đạt của tỉnh";

  @Test
  void the_home_screen_counts_as_the_board_does() throws Exception {
    List<JsonObject> all = province.indicators();
    int met = count(all, each -> stands(each, "met"));
    int missed = count(all, each -> stands(each, "missed"));
    int lost = count(all, PanelsTest::isLost);

    assertThat(met).isPositive();
    assertThat(missed).isPositive();
    assertThat(number(HOME, "Chỉ tiêu đạt")).isEqualTo(met);
    assertThat(number(HOME, "Chỉ tiêu chưa đạt")).isEqualTo(missed);
    assertThat(number(HOME, "Chưa có kết quả")).isEqualTo(all.size() - met - missed);
    assertThat(number(HOME, "Không còn đạt được trong năm")).isEqualTo(lost);
  }

  @Test
  void the_home_screen_lists_what_the_board_says_is_missed() throws Exception {
    List<JsonObject> missed =
        province.indicators().stream().filter(each -> stands(each, "missed")).toList();
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
    JsonObject agency = agency(Dashboards.AGENCY);
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
    return province.prometheus().query(Dashboards.chosen(query.text(), Dashboards.CHOSEN));
  }

  /// The one number that a panel shows.
  private double number(String dashboard, String panel) throws Exception {
    Query query = Dashboards.titled(dashboard).panel(panel).query("A");
    return province.prometheus().value(Dashboards.chosen(query.text(), Dashboards.CHOSEN));
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
    return province.prometheus().query(Dashboards.chosen(promQl, Dashboards.CHOSEN)).stream()
        .collect(
            Collectors.toMap(
                series -> series.getJsonObject("metric").getString(label), RealPrometheus::value));
  }
}
