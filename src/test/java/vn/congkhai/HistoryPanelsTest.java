package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.Dashboards.Query;

/// What the panels ask of the database, as the role that may only read.
class HistoryPanelsTest extends MonitoredTest {
  private static final String HOME = "Toàn tỉnh";
  private static final String MONTHLY = "Từng tháng của từng cơ quan (kho số liệu)";

  @Test
  void bare_values_have_their_months_too() throws Exception {
    Map<String, String> chosen = new HashMap<>(Dashboards.CHOSEN);
    chosen.put("indicator", "satisfaction-procedures");
    Query monthly = Dashboards.titled("Chỉ tiêu").panel(MONTHLY).queries().getFirst();
    try (Connection reader = province.reader()) {
      assertThat(rows(reader, Dashboards.chosen(monthly.text(), chosen))).hasSizeGreaterThan(100);
    }
  }

  /// Anybody may send a link with values of their own.
  @Test
  void what_is_chosen_reaches_sql_as_a_quoted_value() throws Exception {
    for (Query query : Dashboards.queries()) {
      if (!query.isPromQl()) {
        assertThat(query.text().replaceAll("\\$__timeFilter\\(|\\$\\{\\w+:sqlstring}", ""))
            .as(query.of())
            .doesNotContain("$");
      }
    }
  }

  @Test
  void every_query_of_the_history_has_an_answer_for_the_reading_role() throws Exception {
    List<Query> queries = Dashboards.queries().stream().filter(query -> !query.isPromQl()).toList();
    assertThat(queries).hasSizeGreaterThan(3);
    try (Connection reader = province.reader()) {
      for (Query query : queries) {
        String sql = Dashboards.chosen(query.text(), Dashboards.CHOSEN);
        assertThat(rows(reader, sql)).as(query.of()).isNotEmpty();
      }
    }
  }

  @Test
  void the_history_ends_in_what_the_board_shows() throws Exception {
    try (Connection reader = province.reader()) {
      for (JsonObject indicator : province.indicators()) {
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
        ResultSet rows =
            statement.executeQuery(Dashboards.chosen(monthly.text(), Dashboards.CHOSEN))) {
      while (rows.next()) {
        last.put(rows.getString("metric"), rows.getDouble("value"));
      }
    }

    int compared = 0;
    for (JsonObject indicator : province.indicators()) {
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
        "SELECT pg_advisory_lock(1)",
        "SET ROLE postgres"
      })
  void the_reading_role_can_do_nothing_else(String sql) throws Exception {
    try (Connection reader = province.reader();
        Statement statement = reader.createStatement()) {
      // the role may lift this for itself: what holds must be its rights
      statement.execute("SET default_transaction_read_only = off");
      assertThatThrownBy(() -> statement.execute(sql))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(permission denied|cannot update).*");
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
