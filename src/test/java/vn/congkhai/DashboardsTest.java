package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.Dashboards.Dashboard;
import vn.congkhai.Dashboards.Panel;

/// What can be said of the dashboards without asking anybody. Grafana's own types are held against
/// them by `grafana/check`.
class DashboardsTest {
  private static final Path SOURCES =
      Path.of("grafana", "provisioning", "datasources", "congkhai.yaml");
  private static final int COLUMNS = 24;
  private static final int ROWS = 24;

  @Test
  void there_is_one_for_each_of_the_leaders_questions() throws Exception {
    assertThat(Dashboards.all().stream().map(Dashboard::title))
        .containsExactlyInAnyOrder(
            "Toàn tỉnh", "Cơ quan", "Chỉ tiêu", "Báo cáo đúng hạn", "Nhiệm vụ", "Vận hành");
  }

  @Test
  void each_is_called_by_one_name_that_is_its_files() throws Exception {
    assertThat(Dashboards.all())
        .allSatisfy(each -> assertThat(each.file()).isEqualTo(each.uid() + ".json"));
  }

  @Test
  void every_panel_says_what_it_shows() throws Exception {
    for (Dashboard dashboard : Dashboards.all()) {
      assertThat(dashboard.json().getString("description")).isNotBlank();
      for (Panel panel : dashboard.panels()) {
        String of = dashboard.uid() + " / " + panel.title();
        assertThat(panel.title()).as(of).isNotBlank();
        assertThat(panel.json().getString("description")).as(of).hasSizeGreaterThan(20);
        assertThat(panel.queries()).as(of).isNotEmpty();
      }
    }
  }

  @Test
  void no_panel_lies_on_another_or_beyond_the_edge() throws Exception {
    for (Dashboard dashboard : Dashboards.all()) {
      List<String> taken = new ArrayList<>();
      for (Object each : dashboard.json().getJsonArray("panels")) {
        JsonObject place = ((JsonObject) each).getJsonObject("gridPos");
        assertThat(place.getInteger("x") + place.getInteger("w")).isLessThanOrEqualTo(COLUMNS);
        for (int x = 0; x < place.getInteger("w"); x++) {
          for (int y = 0; y < place.getInteger("h"); y++) {
            taken.add((place.getInteger("x") + x) + "," + (place.getInteger("y") + y));
          }
        }
      }
      assertThat(taken).as(dashboard.uid()).doesNotHaveDuplicates();
    }
  }

  /// 24 rows are what a television of 1920×1080 has without Grafana's own controls.
  @ParameterizedTest
  @ValueSource(strings = {"Toàn tỉnh", "Báo cáo đúng hạn", "Nhiệm vụ"})
  void a_television_shows_the_whole_of_those_on_its_playlist(String title) throws Exception {
    assertThat(Dashboards.titled(title).panels())
        .extracting(panel -> panel.json().getJsonObject("gridPos"))
        .allSatisfy(place ->
            assertThat(place.getInteger("y") + place.getInteger("h")).isLessThanOrEqualTo(ROWS));
  }

  @Test
  void what_is_not_known_is_not_shown_as_zero() throws Exception {
    assertThat(Dashboards.queries()).noneMatch(query -> query.text().contains("vector("));
    for (Dashboard dashboard : Dashboards.all()) {
      for (Panel panel : dashboard.panels()) {
        if (panel.json().getString("type").equals("stat")) {
          JsonObject fields = panel.json().getJsonObject("fieldConfig").getJsonObject("defaults");
          String of = dashboard.uid() + " / " + panel.title();
          assertThat(fields.getString("noValue")).as(of).isNotBlank();
          assertThat(panel.queries()).as(of).allMatch(query -> query.json().getBoolean("instant"));
        }
      }
    }
  }

  /// While replicas differ, `congkhai_*_info` has two names for one code, which no join survives.
  @Test
  void names_are_taken_from_the_rules_that_have_one_each() throws Exception {
    Pattern raw = Pattern.compile("(?<!:)congkhai_(agency|indicator|plan)_info");
    for (Dashboard dashboard : Dashboards.all()) {
      assertThat(raw.matcher(dashboard.json().encode()).find()).as(dashboard.uid()).isFalse();
    }
  }

  @Test
  void the_database_is_asked_every_quarter_of_an_hour() throws Exception {
    for (Dashboard dashboard : Dashboards.all()) {
      boolean asks =
          dashboard.panels().stream()
              .flatMap(panel -> panel.queries().stream())
              .anyMatch(query -> !query.isPromQl());
      if (asks) {
        assertThat(dashboard.json().getString("refresh")).as(dashboard.uid()).isEqualTo("15m");
      }
    }
  }

  @Test
  void every_source_that_is_asked_is_provisioned() throws Exception {
    Set<String> provisioned =
        Files.readAllLines(SOURCES).stream()
            .map(String::strip)
            .filter(line -> line.startsWith("uid: "))
            .map(line -> line.substring("uid: ".length()))
            .collect(Collectors.toSet());

    assertThat(provisioned).containsExactlyInAnyOrder("congkhai-prometheus", "congkhai-history");
    for (Dashboard dashboard : Dashboards.all()) {
      assertThat(sources(dashboard.json()))
          .as(dashboard.uid())
          .isSubsetOf(provisioned)
          .isNotEmpty();
    }
  }

  /// Every `uid` of a `datasource`, however deep.
  private static List<String> sources(Object json) {
    List<String> sources = new ArrayList<>();
    if (json instanceof JsonObject object) {
      for (var field : object) {
        if (field.getKey().equals("datasource")) {
          sources.add(((JsonObject) field.getValue()).getString("uid"));
        } else {
          sources.addAll(sources(field.getValue()));
        }
      }
    } else if (json instanceof JsonArray array) {
      array.forEach(each -> sources.addAll(sources(each)));
    }
    return sources;
  }
}
