package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.WARD;
import static vn.congkhai.Service.within;
import static vn.congkhai.Sql.said;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.postgres.EmbeddedServer;
import vn.congkhai.settings.DatabaseAddress;

/// What dashboards read in the database keeps up with the journal.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String OTHER_WARD = "cb-xa-01279";
  private static final String ALL =
      "SELECT string_agg(to_jsonb(reported)::text, '' ORDER BY submission) FROM history.reported";

  private static final String STANDING =
      "SELECT string_agg(numerator || ' ' || submission, ', ' ORDER BY agency) FROM history.figure";

  @TempDir static Path folder;
  private EmbeddedServer server;
  private DatabaseAddress database;
  private Service service;
  private Service replica;

  @BeforeAll
  void start() throws Exception {
    server = new EmbeddedServer(folder.resolve("server"));
    database = server.start();
    service = Service.start(folder.resolve("one"), database);
    replica = Service.start(folder.resolve("two"), database);
    report(WARD, 80, 100);
    report(OTHER_WARD, 10, 10);
    report(WARD, 90, 100);
    report(WARD, 90, 100);
    taken(4);
  }

  @AfterAll
  void stop() throws Exception {
    if (service != null) {
      service.close();
    }
    if (replica != null) {
      replica.close();
    }
    server.stop();
  }

  private void report(String agency, long n, long d) throws Exception {
    assertThat(service.post(agency, "on-time-rate", "2026-09", n, d).statusCode()).isIn(200, 201);
  }

  private void taken(int submissions) throws Exception {
    within(
        SOON,
        () ->
            said(database, "SELECT taken FROM congkhai.history_progress").equals("" + submissions));
  }

  @Test
  void each_figure_is_there_once_though_replicas_take_them_together() {
    assertThat(said(database, "SELECT count(*) FROM history.reported")).isEqualTo("4");
    assertThat(
            said(
                database,
                "SELECT string_agg(change, ' ' ORDER BY submission) FROM history.reported"))
        .isEqualTo("new new corrected unchanged");
  }

  @Test
  void of_a_series_the_last_figure_stands() {
    assertThat(
            said(
                database,
                "SELECT string_agg(agency || ' ' || numerator || ' ' || submission, ', ' ORDER BY agency)"
                    + " FROM history.figure"))
        .isEqualTo(WARD + " 90 4, " + OTHER_WARD + " 10 2");
    assertThat(
            said(
                database,
                "SELECT numerator || '/' || denominator || ' of ' || agencies FROM history.province"))
        .isEqualTo("100/110 of 2");
  }

  @Test
  void names_are_the_catalogue_s() {
    assertThat(said(database, "SELECT name FROM history.agency WHERE agency = '" + WARD + "'"))
        .isEqualTo("UBND phường Thục Phán");
    assertThat(said(database, "SELECT count(*) FROM history.indicator")).isEqualTo("36");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10, administrative, 2026-10-14",
    "2026-01, administrative, 2026-01-14",
    "2026-Q1, administrative, 2026-03-14",
    "2026-H2, administrative, 2026-12-14",
    "2026, administrative, 2026-12-14",
    "2026-10, statistical, 2026-10-31",
    "2028-02, statistical, 2028-02-29",
    "2026-Q3, statistical, 2026-09-30",
    "2026-H1, statistical, 2026-06-30",
    "2026, statistical, 2026-12-31"
  })
  void a_period_ends_as_its_regime_has_it(String period, String regime, String day) {
    assertThat(said(database, "SELECT history.last_day('%s', '%s')".formatted(period, regime)))
        .isEqualTo(day);
  }

  @Test
  void a_day_begins_in_vietnam() {
    assertThat(said(database, "SELECT DISTINCT last_day_at AT TIME ZONE 'UTC' FROM history.figure"))
        .isEqualTo("2026-09-13 17:00:00");
  }

  private void remade(String sql) throws Exception {
    String before = said(database, ALL);
    assertThat(said(database, sql)).isEmpty();

    taken(4);
    assertThat(said(database, ALL)).isEqualTo(before);
    assertThat(said(database, STANDING)).isEqualTo("90 4, 10 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE congkhai.history_progress SET taken = 0",
        "UPDATE congkhai.history_progress SET taken = 2",
        "DELETE FROM congkhai.history_progress"
      })
  void what_was_set_back_is_made_again_by_the_running_service(String sql) throws Exception {
    // what is there is changed too, so that it shows whether it was made anew
    remade(
        "BEGIN; UPDATE congkhai.observation SET numerator = 7 WHERE submission > 2;"
            + " UPDATE congkhai.observation SET stands = true WHERE submission > 2; %s; COMMIT"
                .formatted(sql));
  }

  @Test
  void emptied_tables_are_made_again() throws Exception {
    remade("TRUNCATE congkhai.observation, congkhai.task_statement, congkhai.history_progress");
  }

  @Test
  void each_replica_publishes_how_far_the_tables_are() throws Exception {
    for (Service each : List.of(service, replica)) {
      within(
          SOON, () -> each.manage("/metrics").body().contains("\ncongkhai_history_version 4.0\n"));
    }
  }
}
