package vn.congkhai;

import static vn.congkhai.Service.within;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.demo.DemoClock;
import vn.congkhai.demo.Simulator;
import vn.congkhai.indicator.Period;
import vn.congkhai.postgres.EmbeddedServer;
import vn.congkhai.settings.DatabaseAddress;

/// The demo province with its year's figures, its database and a Prometheus that watches it.
/// Nothing is sent any more.
final class MonitoredProvince implements AutoCloseable {
  private static final String READERS_PASSWORD = "secret";

  private final EmbeddedServer server;
  private final DatabaseAddress database;
  private final Service service;
  private final RealPrometheus prometheus;

  private MonitoredProvince(
      EmbeddedServer server, DatabaseAddress database, Service service, RealPrometheus prometheus) {
    this.server = server;
    this.database = database;
    this.service = service;
    this.prometheus = prometheus;
  }

  static MonitoredProvince open(Path folder) throws Exception {
    EmbeddedServer server = new EmbeddedServer(folder.resolve("server"));
    DatabaseAddress database = server.start();
    letEverybodyLogIn(folder.resolve("server"), database);
    createReader(database);
    Catalogue catalogue = Catalogues.caoBang();
    DemoClock clock =
        new DemoClock(
            Clock.systemUTC(),
            LocalDate.of(catalogue.year(), 1, 5).atStartOfDay(Period.ZONE).toInstant());
    Service service = Service.start(folder.resolve("service"), database, clock, Map.of());
    live(service, catalogue, clock);
    RealPrometheus prometheus =
        RealPrometheus.watching(
            Files.createDirectory(folder.resolve("prometheus")), service.ports().managementPort());
    MonitoredProvince province = new MonitoredProvince(server, database, service, prometheus);
    within(Duration.ofSeconds(60), province::isScraped);
    within(Duration.ofSeconds(60), province::isInHistory);
    return province;
  }

  /// Lets the agencies report from January until now.
  private static void live(Service service, Catalogue catalogue, DemoClock clock)
      throws InterruptedException {
    CountDownLatch sent = new CountDownLatch(1);
    String door = "http://127.0.0.1:" + service.ports().agenciesPort();
    Thread agencies =
        Thread.ofVirtual()
            .start(() -> {
              try {
                new Simulator(door, service.adminToken(), catalogue, clock, 1055)
                    .run(
                        Instant.now(),
                        (some, all) -> {
                          if (some.equals(all)) {
                            sent.countDown();
                          }
                        });
              } catch (IOException | InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    if (!sent.await(3, TimeUnit.MINUTES)) {
      throw new AssertionError("the agencies did not report");
    }
    agencies.interrupt();
    agencies.join();
  }

  /// The embedded server lets nobody in but its own user.
  private static void letEverybodyLogIn(Path server, DatabaseAddress database) throws Exception {
    Files.writeString(
        server.resolve("postgres/pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    try (Connection superuser = connect(database, database.user(), database.password().reveal());
        Statement statement = superuser.createStatement()) {
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  /// As an operator does it.
  private static void createReader(DatabaseAddress database) throws Exception {
    ProcessBuilder psql =
        new ProcessBuilder(
            "psql",
            "--quiet",
            "-v",
            "password=" + READERS_PASSWORD,
            "-f",
            "grafana/reader.sql",
            url(database));
    psql.environment().put("PGPASSWORD", database.password().reveal());
    Process process = psql.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(said);
    }
  }

  private static String url(DatabaseAddress database) {
    DatabaseAddress.Host host = database.hosts().getFirst();
    return "postgresql://%s@%s:%d/%s"
        .formatted(database.user(), host.name(), host.port(), database.database());
  }

  private static Connection connect(DatabaseAddress database, String user, String password)
      throws SQLException {
    DatabaseAddress.Host host = database.hosts().getFirst();
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s".formatted(host.name(), host.port(), database.database()),
        user,
        password);
  }

  /// Often enough to tell how fast something grows, and every rule after that.
  private boolean isScraped() throws Exception {
    String often = "min(count_over_time(congkhai_board_version[5m])) > 4";
    return prometheus.query(often).stream().findAny().isPresent()
        && prometheus.value("min(congkhai_board_version)") == version();
  }

  /// The history is some seconds behind the board.
  private boolean isInHistory() throws SQLException {
    String newest =
        """
        SELECT greatest((SELECT max(submission) FROM history.reported),
                        (SELECT max(submission) FROM history.task))
        """;
    try (Connection reader = reader();
        Statement statement = reader.createStatement();
        ResultSet answer = statement.executeQuery(newest)) {
      return answer.next() && answer.getDouble(1) == version();
    }
  }

  private double version() {
    try {
      return board().getDouble("version");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Service service() {
    return service;
  }

  RealPrometheus prometheus() {
    return prometheus;
  }

  /// What everybody reads of the province.
  JsonObject board() throws IOException, InterruptedException {
    return service.open("/api/v1/board");
  }

  /// Those of the board.
  List<JsonObject> indicators() throws IOException, InterruptedException {
    return board().getJsonArray("indicators").stream().map(JsonObject.class::cast).toList();
  }

  /// A line to the database, logged in as Grafana does.
  Connection reader() throws SQLException {
    return connect(database, "congkhai_reader", READERS_PASSWORD);
  }

  @Override
  public void close() throws IOException {
    prometheus.close();
    service.close();
    server.stop();
  }
}
