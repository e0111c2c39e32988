package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.WARD;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The packed program, started by its launcher in processes of its own.
class LauncherIT {
  private static final String BODY = Service.body("on-time-rate", "2026-10", 97, 100);

  @TempDir Path folder;

  private Launched.Ended run(String... arguments) throws Exception {
    return Launched.run(folder, Launched.freePorts(folder), arguments);
  }

  private String token() throws Exception {
    return run("token", "issue", "--agency", WARD).out().strip();
  }

  @Test
  void what_was_acknowledged_survives_a_kill() throws Exception {
    String token;
    try (Launched service = Launched.serve(folder, "serve")) {
      token = token();
      assertThat(service.post(token, BODY).statusCode()).isEqualTo(201);
      service.kill();
    }

    try (Launched service = Launched.serve(folder, "serve")) {
      assertThat(service.version()).isEqualTo(1);
      assertThat(service.see("/board/agencies/" + WARD).body()).contains("data-ratio=\"0.97\"");
      assertThat(service.manage("/metrics").body())
          .contains(
              "congkhai_indicator_ratio{agency=\"cb-xa-01273\",indicator=\"on-time-rate\","
                  + "level=\"commune\",province=\"cao-bang\"} 0.97");
      assertThat(service.see("/api/v1/submissions").body()).contains("on-time-rate");
      assertThat(run("verify"))
          .satisfies(verified -> {
            assertThat(verified.status()).isZero();
            assertThat(verified.out()).startsWith("1 ");
          });
      assertThat(service.post(token, BODY).body()).contains("\"unchanged\"");
      assertThat(Files.readString(folder.resolve("log.txt"))).contains("database.orphan-found");
    }
  }

  @Test
  void a_folder_in_use_gives_one_clear_line() throws Exception {
    try (Launched service = Launched.serve(folder, "serve")) {
      Launched.Ended second = run("serve");

      assertThat(second.status()).isEqualTo(1);
      assertThat(second.err().lines()).hasSize(1);
      assertThat(second.err()).contains("the data folder is in use");
      assertThat(service.manage("/readyz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_port_in_use_gives_one_clear_line() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Map<String, String> environment = new HashMap<>(Launched.freePorts(folder));
      environment.put("CONGKHAI_AGENCIES_PORT", Integer.toString(taken.getLocalPort()));

      Launched.Ended refused = Launched.run(folder, environment, "serve");

      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.err().lines().filter(line -> line.contains("a port is in use")))
          .hasSize(1);
      assertThat(refused.err()).doesNotContain("\tat ");
    }
  }

  @Test
  void a_start_whose_database_is_away_is_asked_at_the_port_that_was_set() throws Exception {
    Map<String, String> settings = new HashMap<>(Launched.freePorts(folder));
    settings.put("CONGKHAI_DATABASE_URL", "postgresql://congkhai:x@127.0.0.1:1/congkhai");
    settings.put("CONGKHAI_MANAGEMENT_PORT", Integer.toString(freePort()));

    try (Launched starting = Launched.begin(folder, settings, "serve")) {
      Service.within(
          Duration.ofSeconds(30),
          () ->
              Launched.run(folder, settings, "health")
                  .err()
                  .equals("chưa sẵn sàng / not ready: [\"starting\"]\n"));
      assertThat(starting.stop()).isEqualTo(143);
    }
    assertThat(run("health").err()).contains("no service is running there");
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  @Test
  void it_stops_when_it_is_asked_to_and_takes_its_database_along() throws Exception {
    Launched service = Launched.serve(folder, "serve");
    Path pid = folder.resolve("data").resolve("postgres").resolve("postmaster.pid");
    assertThat(pid).exists();

    assertThat(service.stop()).isEqualTo(143);

    assertThat(pid).doesNotExist();
    assertThat(folder.resolve("data").resolve("ports.json")).doesNotExist();
  }

  @Test
  void nobody_else_can_put_another_program_in_the_place_of_the_database() throws Exception {
    // made before, and readable by everybody
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));

    try (Launched service = Launched.serve(folder, "serve")) {
      assertThat(service.manage("/readyz").statusCode()).isEqualTo(200);
      try (Stream<Path> files = Files.list(data)) {
        assertThat(files.filter(Files::isDirectory))
            .hasSize(2)
            .extracting(each -> PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
            .containsOnly("rwx------");
      }
    }
  }

  @Test
  void secrets_are_for_their_owner_and_in_no_log() throws Exception {
    try (Launched service = Launched.serve(folder, "serve")) {
      String token = token();
      assertThat(service.post(token, BODY).statusCode()).isEqualTo(201);
      assertThat(service.post("ck_wrong", BODY).statusCode()).isEqualTo(401);
      Path admin = folder.resolve("data").resolve("admin-token");

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(admin)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(folder.resolve("log.txt")))
          .doesNotContain(token, Files.readString(admin).strip(), "ck_wrong");
    }
  }

  @Test
  void tokens_are_rotated_revoked_and_listed_and_no_log_tells_them() throws Exception {
    try (Launched service = Launched.serve(folder, "serve")) {
      String old = token();
      Launched.Ended rotated = run("token", "rotate", "1", "--overlap", "24h");
      assertThat(rotated.out()).matches("ck_[A-Za-z0-9_-]{52}\n");
      assertThat(rotated.err()).contains("2026-11-23 09:0");
      assertThat(run("token", "issue", "--administrator").status()).isZero();
      assertThat(service.post(old, BODY).statusCode()).isEqualTo(201);
      assertThat(run("token", "revoke", "1").status()).isZero();
      assertThat(service.post(old, BODY).statusCode()).isEqualTo(401);
      assertThat(service.post(rotated.out().strip(), BODY).statusCode()).isEqualTo(201);

      Launched.Ended list = run("token", "list");

      assertThat(list.out().lines()).hasSize(4);
      assertThat(list.out().lines().skip(1))
          .satisfiesExactly(
              line -> assertThat(line).contains(WARD, old.substring(0, 9)).endsWith("revoked"),
              line -> assertThat(line).contains(WARD, "agency").endsWith("active"),
              line -> assertThat(line).contains("administrator").endsWith("active"));
      assertThat(list.out()).doesNotContain(old);
      assertThat(Files.readString(folder.resolve("log.txt"))).doesNotContain("ck_");
    }
  }

  @Test
  void usage_and_mistakes_have_their_exit_codes() throws Exception {
    assertThat(run())
        .satisfies(help -> {
          assertThat(help.status()).isZero();
          assertThat(help.out()).contains("serve", "demo", "token", "catalogue", "verify");
        });
    assertThat(run("dance").status()).isEqualTo(2);
    assertThat(run("token", "issue").status()).isEqualTo(2);
    assertThat(run("token", "issue", "--agency", WARD, "--administrator").status()).isEqualTo(2);
    assertThat(run("token", "rotate", "1", "--overlap", "soon").status()).isEqualTo(2);
    assertThat(run("token", "revoke", "1").status()).isEqualTo(1);
    assertThat(run("verify").status()).isEqualTo(1);
    assertThat(run("health").status()).isEqualTo(1);
    assertThat(Launched.run(folder, Map.of("CONGKHAI_PORT", "1"), "serve"))
        .satisfies(refused -> {
          assertThat(refused.status()).isEqualTo(1);
          assertThat(refused.err().lines()).hasSize(1);
          assertThat(refused.err()).contains("CONGKHAI_PORT: ");
        });
  }

  @Test
  void what_another_source_published_and_what_was_said_of_tasks_survive_a_kill() throws Exception {
    Path csv = folder.resolve("official.csv");
    Files.writeString(
        csv,
        """
        agency,indicator,period,ratio,source,date
        cao-bang,on-time-rate,2026-01,"97,5%",Cổng Dịch vụ công quốc gia,2026-01-20
        """);
    try (Launched service = Launched.serve(folder, "serve")) {
      Launched.Ended imported = run("official", "import", csv.toString());
      assertThat(imported.err()).isEmpty();
      assertThat(imported.out()).contains("lần gửi số 1");
      service.kill();
    }

    try (Launched service = Launched.serve(folder, "serve")) {
      assertThat(service.see("/board/comparison").body()).contains("97,5%");
      assertThat(run("official", "import", "nowhere.csv").status()).isEqualTo(1);
      assertThat(run("verify").status()).isZero();
      assertThat(run("health")).isEqualTo(new Launched.Ended(0, "sẵn sàng / ready\n", ""));
    }
  }

  @Test
  void a_file_is_sent_once_however_often_the_command_runs() throws Exception {
    Path csv = folder.resolve("figures.csv");
    Files.writeString(csv, "period;indicator;value\n2026-10;satisfaction-procedures;96,4\n");
    try (Launched service = Launched.serve(folder, "serve")) {
      Map<String, String> environment = new HashMap<>(Launched.freePorts(folder));
      environment.put("CONGKHAI_TOKEN", token());

      Launched.Ended first = Launched.run(folder, environment, "send", csv.toString());
      Launched.Ended second = Launched.run(folder, environment, "send", csv.toString());

      assertThat(first.status()).isZero();
      assertThat(first.out()).contains("lần gửi số 1 / submission 1");
      assertThat(second.status()).isZero();
      assertThat(second.out()).isEqualTo(first.out());
      assertThat(service.version()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"thai-nguyen-2025", "bac-kan-2024"})
  void the_other_provinces_are_served_too(String catalogue) throws Exception {
    Map<String, String> setting = Map.of("CONGKHAI_CATALOGUE", catalogue);

    try (Launched service = Launched.serve(folder, setting, "serve")) {
      for (String page : List.of("/board", "/board/duties", "/board/ranking", "/board/plans")) {
        assertThat(service.see(page).statusCode()).as(page).isEqualTo(200);
      }
      assertThat(service.manage("/metrics").body())
          .contains("congkhai_catalogue_info{catalogue=\"" + catalogue + "\"");
    }
  }

  @Test
  void a_catalogue_is_checked() throws Exception {
    String real = Path.of("catalogues", "cao-bang-2026").toAbsolutePath().toString();
    Path broken = Files.createDirectory(folder.resolve("broken"));
    Files.writeString(broken.resolve("catalogue.yaml"), "code: x\n");

    assertThat(run("catalogue", "check", real).status()).isZero();
    Launched.Ended checked = run("catalogue", "check", broken.toString());
    assertThat(checked.status()).isEqualTo(1);
    assertThat(checked.err()).contains("catalogue.yaml:1: ", "agencies.csv: ");
  }
}
