package vn.congkhai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.WARD;
import static vn.congkhai.Service.within;
import static vn.congkhai.Sql.said;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congkhai.postgres.EmbeddedServer;
import vn.congkhai.settings.DatabaseAddress;
import vn.congkhai.settings.Secret;

/// What the scripts for an operator's own PostgreSQL make of it, run as they are.
class DatabaseRolesTest {
  @TempDir Path folder;
  private @Nullable EmbeddedServer server;
  private @Nullable DatabaseAddress superuser;

  /// The embedded server lets nobody in but its own user.
  @BeforeEach
  void a_server_that_lets_all_roles_in() throws Exception {
    Kiosk.need("psql", "postgresql-client");
    server = new EmbeddedServer(folder.resolve("server"));
    superuser = server.start();
    Files.writeString(
        folder.resolve("server/postgres/pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    assertThat(said(superuser(), "SELECT pg_reload_conf()")).isEqualTo("t");
  }

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      server.stop();
    }
  }

  private DatabaseAddress superuser() {
    return requireNonNull(superuser);
  }

  private DatabaseAddress as(String role, String password, String database) {
    return new DatabaseAddress(superuser().hosts(), role, new Secret(password), database);
  }

  private String run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGHOST", "127.0.0.1");
    builder.environment().put("PGPORT", "" + superuser().hosts().getFirst().port());
    builder.environment().put("PGPASSWORD", superuser().password().reveal());
    builder.environment().put("POSTGRES_USER", superuser().user());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() + " " + said;
  }

  private String reader(String... more) throws Exception {
    return readerIn("postgres", more);
  }

  private String readerIn(String database, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("psql", "-X", "-q", "-t", "-U", "postgres", "-d", database));
    command.addAll(List.of(more));
    command.addAll(List.of("-f", "grafana/reader.sql"));
    return run(command.toArray(String[]::new));
  }

  @Test
  void the_reader_reads_the_history_and_nothing_else() throws Exception {
    assertThat(reader("-v", "password=first's")).startsWith("0 ");
    assertThat(said(superuser(), "CREATE SCHEMA history")).isEmpty();
    assertThat(said(superuser(), "CREATE VIEW history.figure AS SELECT 97 AS numerator")).isEmpty();
    assertThat(said(superuser(), "CREATE TABLE secret AS SELECT 'hidden' AS word")).isEmpty();
    assertThat(said(as("congkhai_reader", "first's", "postgres"), "TABLE history.figure"))
        .isEqualTo("42501");
    assertThat(reader("-v", "password=second")).startsWith("0 ");
    DatabaseAddress reader = as("congkhai_reader", "second", "postgres");

    assertThat(said(as("congkhai_reader", "first's", "postgres"), "SELECT 1")).isEqualTo("28P01");
    assertThat(said(reader, "SELECT numerator FROM figure")).isEqualTo("97");
    assertThat(said(reader, "TABLE public.secret")).isEqualTo("42501");
    assertThat(said(reader, "CREATE TEMP TABLE mine (n int)")).isEqualTo("25006");
    assertThat(said(reader, "BEGIN READ WRITE; CREATE TEMP TABLE mine (n int)")).isEqualTo("42501");
    assertThat(said(reader, "SHOW statement_timeout")).isEqualTo("10s");
    String loose = "SET default_transaction_read_only = off; SET statement_timeout = 0; ";
    assertThat(said(reader, loose + "SELECT lo_from_bytea(0, 'kept')")).isEqualTo("42501");
    assertThat(said(reader, loose + "SELECT pg_advisory_lock(1)")).isEqualTo("42501");
    assertThat(said(reader, loose + "SET temp_file_limit = '9GB'")).isEqualTo("42501");
    assertThat(
            said(
                superuser(), "SELECT rolconnlimit FROM pg_roles WHERE rolname = 'congkhai_reader'"))
        .isEqualTo("10");
  }

  @Test
  void without_a_password_the_reader_is_not_made() throws Exception {
    assertThat(reader()).startsWith("3 ").contains("the password is missing");
    assertThat(said(superuser(), "SELECT count(*) FROM pg_roles WHERE rolname = 'congkhai_reader'"))
        .isEqualTo("0");
  }

  @Test
  void the_service_runs_in_a_database_of_its_own_as_no_superuser() throws Exception {
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("database_password"), "one\n");
    Files.writeString(secrets.resolve("reader_password"), "two\n");
    Path script =
        Files.writeString(
            folder.resolve("init.sh"),
            Files.readString(Path.of("docker/initdb/10-congkhai.sh"))
                .replace("/run/secrets", secrets.toString())
                .replace("/congkhai/reader.sql", "grafana/reader.sql"));
    assertThat(run("bash", script.toString())).startsWith("0 ");

    try (Service service =
        Service.start(folder.resolve("service"), as("congkhai", "one", "congkhai"))) {
      assertThat(service.post(WARD, "on-time-rate", "2026-10", 9, 10).statusCode()).isEqualTo(201);
      service.shows(1);
    }
    DatabaseAddress reader = as("congkhai_reader", "two", "congkhai");
    assertThat(said(reader, "TABLE congkhai.submission")).isEqualTo("42501");
    assertThat(said(as("congkhai_reader", "two", "postgres"), "SELECT 1")).isEqualTo("42501");
    assertThat(said(superuser(), "SELECT rolsuper FROM pg_roles WHERE rolname = 'congkhai'"))
        .isEqualTo("f");
  }

  /// A database of somebody else's, as where administrators of their own keep it.
  private void guest(String more) {
    for (String sql :
        List.of(
            "CREATE ROLE congkhai LOGIN PASSWORD 'one'",
            "CREATE ROLE dba",
            "CREATE DATABASE shared OWNER dba")) {
      assertThat(said(superuser(), sql)).isEmpty();
    }
    assertThat(said(inShared(), more)).isEmpty();
  }

  private DatabaseAddress inShared() {
    return as(superuser().user(), superuser().password().reveal(), "shared");
  }

  private void serves() throws Exception {
    try (Service service =
        Service.start(folder.resolve("service"), as("congkhai", "one", "shared"))) {
      assertThat(service.post(WARD, "on-time-rate", "2026-10", 9, 10).statusCode()).isEqualTo(201);
      DatabaseAddress reader = as("congkhai_reader", "two", "shared");
      within(
          Duration.ofSeconds(20),
          () -> said(reader, "SELECT count(*) FROM history.figure").equals("1"));
    }
  }

  @Test
  void the_service_needs_two_schemas_and_no_more() throws Exception {
    guest(
        "CREATE SCHEMA congkhai AUTHORIZATION congkhai;"
            + " CREATE SCHEMA history AUTHORIZATION congkhai");
    assertThat(readerIn("shared", "-v", "password=two")).startsWith("0 ");

    serves();
  }

  @Test
  void the_service_needs_no_database_of_its_own() throws Exception {
    guest("GRANT CREATE ON DATABASE shared TO congkhai");
    assertThat(readerIn("shared", "-v", "password=two")).startsWith("0 ");

    serves();
    assertThat(readerIn("shared", "-v", "password=two")).startsWith("0 ");
    serves();
  }
}
