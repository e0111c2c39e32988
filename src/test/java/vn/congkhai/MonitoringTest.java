package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.congkhai.Dashboards.Dashboard;
import vn.congkhai.Dashboards.Panel;
import vn.congkhai.Dashboards.Query;
import vn.congkhai.Dashboards.Variable;

/// What leaders and operators ask of a real Prometheus, and whether it has an answer.
class MonitoringTest extends MonitoredTest {
  /// Names of what changed within a week or a month: this Prometheus has seen nothing but the last
  /// minute, so they have no answer; promtool tries them.
  private static final String OF_LONG_AGO = "(?s).*:[a-z]+(1w|30d)\\b.*";

  /// Panels of what nobody does here: a share of nothing is no number.
  private static final Set<String> AT_REST = Set.of("Thời gian ghi xuống đĩa");

  /// An indicator whose figures are bare values.
  private static final String SATISFACTION = "satisfaction-procedures";

  private static final Pattern OF_VARIABLE =
      Pattern.compile("(label_values|query_result)\\((.*?)(?:, (\\w+))?\\)", Pattern.DOTALL);

  @Test
  void every_query_of_every_panel_has_an_answer() throws Exception {
    List<String> silent = new ArrayList<>();
    for (Dashboard dashboard : Dashboards.all()) {
      for (Panel panel : dashboard.panels()) {
        if (!AT_REST.contains(panel.title())) {
          silent.addAll(silent(panel, Dashboards.CHOSEN));
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
    Map<String, String> chosen = new HashMap<>(Dashboards.CHOSEN);
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
    Matcher parts = OF_VARIABLE.matcher(Dashboards.chosen(variable.text(), Dashboards.CHOSEN));
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
}
