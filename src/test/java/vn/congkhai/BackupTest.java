package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.congkhai.Service.WARD;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congkhai.postgres.Backup;
import vn.congkhai.postgres.EmbeddedServer;
import vn.congkhai.settings.DatabaseAddress;

/// A database in one file and back, on real servers; each test has databases of its own on one.
class BackupTest {
  private static EmbeddedServer server = new EmbeddedServer(Path.of("unused"));

  @TempDir Path folder;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = new EmbeddedServer(folder);
    var _ = server.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
  }

  private static DatabaseAddress database(String name) throws IOException {
    DatabaseAddress start = server.found();
    assertThat(Sql.said(start, "CREATE DATABASE " + name)).isEmpty();
    return new DatabaseAddress(start.hosts(), start.user(), start.password(), name);
  }

  private Path file() {
    return folder.resolve("congkhai.backup");
  }

  private Backup.Done write(DatabaseAddress from) throws Exception {
    return Backup.write(from, file(), new JournalSeal());
  }

  private Backup.Done restore(DatabaseAddress to) throws Exception {
    return Backup.read(file()).restore(to, new JournalSeal());
  }

  private void refuses(DatabaseAddress to, Backup.Reason reason) {
    assertThatThrownBy(() -> restore(to))
        .isInstanceOfSatisfying(
            Backup.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void what_the_embedded_database_holds_comes_back_in_an_external_one() throws Exception {
    Path embedded = folder.resolve("embedded");
    DatabaseAddress external = database("moved");
    String board;
    String token;
    Backup.Done written;
    try (Service service = Service.start(embedded)) {
      token = service.token(WARD);
      for (int n = 1; n <= 40; n++) {
        assertThat(service.post(WARD, "on-time-rate", "2026-10", n, 50).statusCode())
            .isEqualTo(201);
      }
      assertThat(
              service
                  .send(
                      service
                          .builder("/api/v1/screens/hall", service.administrator())
                          .header("Content-Type", "application/json")
                          .PUT(
                              HttpRequest.BodyPublishers.ofString(
                                  "{\"pages\": [\"/board\"], \"seconds\": 20}"))
                          .build())
                  .statusCode())
          .isBetween(200, 201);
      service.shows(40);
      board = service.board().encode();
      written = write(new EmbeddedServer(embedded).found());
    }

    assertThat(restore(external)).isEqualTo(written);
    assertThat(written.submissions()).isEqualTo(40);
    assertThat(written.screens()).isOne();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    try (Service service = Service.start(folder.resolve("service"), external)) {
      service.shows(40);
      assertThat(stripped(service.board().encode())).isEqualTo(stripped(board));
      assertThat(service.agencies("/api/v1/submissions/40", token).statusCode()).isEqualTo(200);
      assertThat(service.agencies("/api/v1/screens", service.administrator()).body())
          .contains("hall", "\"seconds\":20");
      assertThat(service.post(WARD, "on-time-rate", "2026-10", 41, 50).body())
          .contains("\"submission\":41");
      assertThat(Journals.firstBroken(service)).isNull();
    }
  }

  private static String stripped(String board) {
    return board.replaceFirst("\"generatedAt\":\"[^\"]*\"", "");
  }

  @Test
  void a_running_service_that_holds_nothing_shows_what_is_restored() throws Exception {
    Backup.Done written = write(filled("before"));
    Path embedded = folder.resolve("embedded");

    try (Service service = Service.start(embedded)) {
      assertThat(restore(new EmbeddedServer(embedded).found())).isEqualTo(written);

      service.shows(3);
      assertThat(service.post(WARD, "on-time-rate", "2026-10", 4, 50).body())
          .contains("\"submission\":4");
      assertThat(Journals.firstBroken(service)).isNull();
    }
  }

  @Test
  void one_state_is_stored_while_agencies_go_on_sending() throws Exception {
    DatabaseAddress busy = database("busy");
    try (Service service = Service.start(folder.resolve("service"), busy);
        ExecutorService sender = Executors.newSingleThreadExecutor()) {
      AtomicBoolean enough = new AtomicBoolean();
      assertThat(service.post(WARD, "on-time-rate", "2026-10", 1, 500).statusCode()).isEqualTo(201);
      var sending =
          sender.submit(() -> {
            for (int n = 2; !enough.get() && n <= 500; n++) {
              var _ = service.post(WARD, "on-time-rate", "2026-10", n, 500);
            }
            return true;
          });
      Backup.Done written = write(busy);
      enough.set(true);
      assertThat(sending.get()).isTrue();

      assertThat(restore(database("still"))).isEqualTo(written);
      assertThat(written.submissions()).isPositive();
    }
  }

  @Test
  void a_changed_byte_anywhere_is_found_and_nothing_is_restored() throws Exception {
    DatabaseAddress from = filled("whole");
    var _ = write(from);
    byte[] whole = Files.readAllBytes(file());
    DatabaseAddress empty = database("empty");

    for (int place = 40; place < whole.length; place += whole.length / 25) {
      byte[] damaged = Arrays.copyOf(whole, whole.length);
      damaged[place] ^= 0x10;
      Files.write(file(), damaged);
      try {
        // a byte of the ZIP's own that says nothing, such as the time of an entry
        assertThat(restore(empty).submissions()).isEqualTo(3);
        empty = database("empty" + place);
      } catch (Backup.Refused refused) {
        assertThat(refused.reason()).isIn(Backup.Reason.DAMAGED, Backup.Reason.NO_BACKUP);
      }
    }
    for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
      Files.write(file(), Arrays.copyOf(whole, length));
      refuses(empty, Backup.Reason.DAMAGED);
    }

    Files.write(file(), whole);
    assertThat(restore(empty).submissions()).isEqualTo(3);
  }

  private DatabaseAddress filled(String name) throws Exception {
    DatabaseAddress address = database(name);
    try (Service service = Service.start(folder.resolve(name), address)) {
      for (int n = 1; n <= 3; n++) {
        assertThat(service.post(WARD, "on-time-rate", "2026-10", n, 50).statusCode())
            .isEqualTo(201);
      }
    }
    return address;
  }

  @Test
  void nothing_is_restored_over_something_or_into_newer_tables() throws Exception {
    DatabaseAddress full = filled("occupied");
    var _ = write(full);

    refuses(full, Backup.Reason.NOT_EMPTY);

    DatabaseAddress newer = database("newer");
    try (Service service = Service.start(folder.resolve("newer"), newer)) {
      assertThat(service.ports().publicPort()).isPositive();
    }
    assertThat(
            Sql.said(
                newer,
                "INSERT INTO congkhai.flyway_schema_history SELECT 99, '99', description, type,"
                    + " script, checksum, installed_by, installed_on, execution_time, success FROM"
                    + " congkhai.flyway_schema_history WHERE version = '1'"))
        .isEmpty();
    refuses(newer, Backup.Reason.OTHER_SCHEMA);
    assertThat(Sql.said(newer, "SELECT count(*) FROM congkhai.submission")).isEqualTo("0");
  }

  @Test
  void a_journal_that_was_changed_is_not_stored_as_if_it_were_whole() throws Exception {
    DatabaseAddress address = filled("tampered");
    assertThat(
            Sql.said(
                address,
                "ALTER TABLE congkhai.submission DISABLE TRIGGER ALL;"
                    + " UPDATE congkhai.submission SET content = replace(content, '50', '51')"
                    + " WHERE number = 2"))
        .isEmpty();

    assertThatThrownBy(() -> write(address))
        .isInstanceOfSatisfying(
            Backup.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Backup.Reason.BROKEN);
              assertThat(refused.detail()).isEqualTo("2");
            });
    assertThat(file()).doesNotExist();
    try (var left = Files.list(folder)) {
      assertThat(left.filter(each -> each.toString().endsWith(".half"))).isEmpty();
    }
  }

  @Test
  void what_is_not_stored_is_made_again_from_what_is() throws Exception {
    DatabaseAddress address = filled("tables");

    Set<String> tables =
        Arrays.stream(
                Sql.said(
                        address,
                        "SELECT string_agg(tablename, ' ') FROM pg_tables WHERE schemaname ="
                            + " 'congkhai'")
                    .split(" "))
            .collect(Collectors.toSet());

    // a new table is either stored, or made again by the service
    assertThat(tables)
        .containsExactlyInAnyOrder(
            "submission",
            "token",
            "screen", // stored
            "observation",
            "task_statement",
            "history_progress", // from the journal
            "agency_name",
            "indicator_name", // from the catalogue
            "flyway_schema_history");
  }
}
