package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.congkhai.Service.COMMUNE;
import static vn.congkhai.Service.WARD;
import static vn.congkhai.Service.within;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.journal.Chain;
import vn.congkhai.postgres.EmbeddedServer;
import vn.congkhai.settings.DatabaseAddress;
import vn.congkhai.settings.Secret;

/// What holds of the database, whether it is the embedded one or one of the operator's. An external
/// server is played by a second embedded one, which is a real PostgreSQL like any other.
class StorageTest {
  @TempDir Path folder;

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(
        address.jdbcUrl(), address.user(), address.password().reveal());
  }

  @Test
  void the_embedded_server_is_durable_whatever_its_library_prefers() throws Exception {
    EmbeddedServer server = new EmbeddedServer(folder);
    DatabaseAddress address = server.start();
    try (Connection connection = connect(address);
        Statement ask = connection.createStatement()) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        try (ResultSet answer = ask.executeQuery("SHOW " + setting)) {
          assertThat(answer.next()).isTrue();
          assertThat(answer.getString(1)).as(setting).isEqualTo("on");
        }
      }
    } finally {
      server.stop();
    }
  }

  @Test
  void the_embedded_server_asks_for_the_password() throws Exception {
    EmbeddedServer server = new EmbeddedServer(folder);
    DatabaseAddress address = server.start();
    try {
      assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), "postgres", "guess"))
          .isInstanceOfSatisfying(
              SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
    } finally {
      server.stop();
    }
  }

  @Test
  void a_folder_is_made_for_its_owner_and_one_that_is_there_keeps_its_mode() throws Exception {
    Path there = Files.createDirectory(folder.resolve("there"));
    Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxr-x---"));

    try (DataFolder made = DataFolder.open(folder.resolve("new").resolve("made"));
        DataFolder kept = DataFolder.open(there)) {
      assertThat(Files.getPosixFilePermissions(made.path()))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      assertThat(Files.getPosixFilePermissions(kept.path()))
          .isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
    }
  }

  @Test
  void a_folder_has_one_service() throws Exception {
    try (Service first = Service.start(folder)) {
      assertThat(first.ports().agenciesPort()).isPositive();
      assertThatThrownBy(() -> Service.start(folder))
          .isInstanceOf(DataFolder.InUse.class)
          .hasMessageContaining("the data folder is in use");
    }
  }

  @Test
  void an_external_database_may_go_and_come_back() throws Exception {
    EmbeddedServer server = new EmbeddedServer(folder.resolve("server"));
    try (Service service = Service.start(folder.resolve("service"), server.start())) {
      assertThat(service.post(WARD, "on-time-rate", "2026-10", 9, 10).statusCode()).isEqualTo(201);
      service.shows(1);

      server.stop();
      within(
          Duration.ofSeconds(10),
          () -> service.post(WARD, "on-time-rate", "2026-10", 8, 10).statusCode() == 503);
      var refusal = service.post(WARD, "on-time-rate", "2026-10", 8, 10);
      assertThat(refusal.headers().firstValue("Retry-After")).isPresent();
      assertThat(service.manage("/readyz").statusCode()).isEqualTo(503);
      assertThat(service.manage("/readyz").body()).contains("database-away");
      assertThat(service.manage("/healthz").statusCode()).isEqualTo(200);
      assertThat(service.see("/board").body())
          .contains("Mất kết nối cơ sở dữ liệu", "data-ratio=\"0.9\"");

      server.restart();
      within(
          Duration.ofSeconds(15),
          () -> service.post(COMMUNE, "on-time-rate", "2026-10", 7, 10).statusCode() == 201);
      assertThat(service.manage("/readyz").statusCode()).isEqualTo(200);
      assertThat(Journals.firstBroken(service)).isNull();
    } finally {
      server.stop();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "wrong, postgres, password authentication failed for user \"postgres\"",
    "right, nothing, database \"nothing\" does not exist",
  })
  void an_external_database_that_lets_nobody_in_ends_the_start_in_a_line(
      String password, String name, String why) throws Exception {
    EmbeddedServer server = new EmbeddedServer(folder.resolve("server"));
    DatabaseAddress good = server.start();
    Secret given = password.equals("right") ? good.password() : new Secret("wr0ng-battery");
    try {
      assertThatThrownBy(() ->
              Service.start(
                  folder.resolve("service"),
                  new DatabaseAddress(good.hosts(), good.user(), given, name)))
          .isInstanceOf(Start.Refused.class)
          .hasMessage(
              "CONGKHAI_DATABASE_URL: cơ sở dữ liệu không cho vào / the database does not let us in:"
                  + " FATAL: "
                  + why);
    } finally {
      server.stop();
    }
  }

  @Test
  void the_embedded_server_is_started_again_when_it_dies() throws Exception {
    try (Service service = Service.start(folder)) {
      assertThat(service.post(WARD, "on-time-rate", "2026-10", 9, 10).statusCode()).isEqualTo(201);
      String pid =
          Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid")).getFirst();
      ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();

      assertThat(postmaster.destroyForcibly()).isTrue();

      within(
          Duration.ofSeconds(30),
          () -> service.post(COMMUNE, "on-time-rate", "2026-10", 7, 10).statusCode() == 201);
      assertThat(Journals.after(service, 0)).hasSizeGreaterThanOrEqualTo(2);
      assertThat(Journals.firstBroken(service)).isNull();
    }
  }

  @Test
  void a_token_of_one_replica_is_soon_known_to_the_other() throws Exception {
    EmbeddedServer server = new EmbeddedServer(folder.resolve("server"));
    DatabaseAddress address = server.start();
    try (Service one = Service.start(folder.resolve("one"), address);
        Service two = Service.start(folder.resolve("two"), address)) {
      assertThat(one.post(WARD, "on-time-rate", "2026-10", 1, 2).statusCode()).isEqualTo(201);
      String token = one.token(WARD);

      within(
          Duration.ofSeconds(15),
          () -> two.agencies("/api/v1/submissions/1", token).statusCode() == 200);
    } finally {
      server.stop();
    }
  }

  @Test
  void two_replicas_on_one_database_share_one_chain_without_gaps() throws Exception {
    EmbeddedServer server = new EmbeddedServer(folder.resolve("server"));
    DatabaseAddress address = server.start();
    try (Service one = Service.start(folder.resolve("one"), address);
        Service two = Service.start(folder.resolve("two"), address)) {
      List<Callable<Integer>> posts = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        int n = i;
        posts.add(() -> one.post(WARD, "on-time-rate", "2026-10", n, 100).statusCode());
        posts.add(() -> two.post(COMMUNE, "on-time-rate", "2026-10", n, 100).statusCode());
      }
      try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
        for (Future<Integer> status : threads.invokeAll(posts)) {
          assertThat(status.get()).isEqualTo(201);
        }
      }
      one.shows(200);
      two.shows(200);

      assertThat(Journals.firstBroken(one)).isNull();
      assertThat(one.rollUp("on-time-rate")).isEqualTo(two.rollUp("on-time-rate"));
    } finally {
      server.stop();
    }
  }

  @Test
  void sixty_four_posts_under_one_key_at_two_replicas_store_once() throws Exception {
    EmbeddedServer server = new EmbeddedServer(folder.resolve("server"));
    DatabaseAddress address = server.start();
    try (Service one = Service.start(folder.resolve("one"), address);
        Service two = Service.start(folder.resolve("two"), address)) {
      List<Callable<HttpResponse<String>>> posts = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        posts.add(() -> postOnce(one, 97));
        posts.add(() -> postOnce(two, 97));
      }
      List<Integer> statuses = new ArrayList<>();
      Set<String> receipts = new HashSet<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<HttpResponse<String>> answer : threads.invokeAll(posts)) {
          statuses.add(answer.get().statusCode());
          receipts.add(answer.get().body());
        }
      }

      assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
      assertThat(receipts).hasSize(1);
      assertThat(Journals.after(two, 0)).hasSize(1);
      assertThat(postOnce(one, 96).statusCode()).isEqualTo(409);
      assertThat(postOnce(two, 96).statusCode()).isEqualTo(409);
      assertThat(Journals.after(one, 0)).hasSize(1);
    } finally {
      server.stop();
    }
  }

  private static HttpResponse<String> postOnce(Service service, int numerator)
      throws IOException, InterruptedException {
    return service.send(
        service
            .observations(WARD, Service.body("on-time-rate", "2026-10", numerator, 100))
            .header("Idempotency-Key", "once")
            .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE congkhai.submission SET content = replace(content, ':98,', ':99,') WHERE number = 2 | 2 | HASH",
        "DELETE FROM congkhai.submission WHERE number = 2 | 3 | GAP",
      })
  void a_figure_changed_behind_the_journals_back_is_found(
      String tampering, long number, Chain.Fault fault) throws Exception {
    EmbeddedServer server = new EmbeddedServer(folder.resolve("server"));
    DatabaseAddress address = server.start();
    try (Service service = Service.start(folder.resolve("service"), address)) {
      for (int i = 0; i < 3; i++) {
        assertThat(service.post(WARD, "on-time-rate", "2026-10", 97 + i, 100).statusCode())
            .isEqualTo(201);
      }
      assertThatThrownBy(() -> execute(address, tampering))
          .hasMessageContaining("the journal is append-only");

      execute(address, "ALTER TABLE congkhai.submission DISABLE TRIGGER ALL");
      execute(address, tampering);

      assertThat(Journals.firstBroken(service)).isEqualTo(new Chain.Broken(number, fault));
    } finally {
      server.stop();
    }
  }

  @Test
  void a_database_that_was_set_back_is_not_written_to() throws Exception {
    EmbeddedServer server = new EmbeddedServer(folder.resolve("server"));
    DatabaseAddress address = server.start();
    try (Service service = Service.start(folder.resolve("service"), address)) {
      for (int i = 0; i < 2; i++) {
        assertThat(service.post(WARD, "on-time-rate", "2026-10", i, 100).statusCode())
            .isEqualTo(201);
      }
      execute(address, "ALTER TABLE congkhai.submission DISABLE TRIGGER ALL");
      execute(address, "DELETE FROM congkhai.submission WHERE number = 2");

      within(Duration.ofSeconds(5), () -> service.manage("/readyz").statusCode() == 503);
      assertThat(service.post(WARD, "on-time-rate", "2026-10", 9, 100).statusCode()).isEqualTo(503);
      assertThat(Journals.after(service, 0)).hasSize(1);
    } finally {
      server.stop();
    }
  }

  private static void execute(DatabaseAddress address, String sql)
      throws SQLException, IOException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void what_was_stored_is_there_after_a_restart() throws Exception {
    JsonObject before;
    try (Service service = Service.start(folder)) {
      assertThat(service.post(WARD, "on-time-rate", "2026-10", 9, 10).statusCode()).isEqualTo(201);
      service.shows(1);
      before = service.rollUp("on-time-rate");
    }
    try (Service service = Service.start(folder)) {
      assertThat(service.rollUp("on-time-rate")).isEqualTo(before);
    }
  }
}
