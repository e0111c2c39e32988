package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.congkhai.Dashboards.Dashboard;
import vn.congkhai.Dashboards.Panel;

/// What can be said of the dashboards without asking anybody. Grafana's own types are held against
/// them by `grafana/check`.
class DashboardsTest {
  private static final Path SOURCES =
      Path.of("grafana", "provisioning", "datasources", "congkhai.yaml");
  private static final int COLUMNS = 24;

  @Test
  void there_is_one_for_each_of_the_leaders_questions() throws Exception {
    assertThat(Dashboards.all().stream().map(each -> each.json().getString("title")))
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
