package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.congkhai.postgres.EmbeddedServer;

/// What `congkhai health` tells a machine that asks.
class HealthTest {
  @TempDir Path folder;

  private static String asked(String url) {
    StringWriter said = new StringWriter();
    Exception[] refused = new Exception[1];
    int status =
        new CommandLine(new Health())
            .setOut(new PrintWriter(said, true))
            .setExecutionExceptionHandler((failure, _, _) -> {
              refused[0] = failure;
              return 1;
            })
            .execute("--url", url);
    return status + " " + (refused[0] instanceof Start.Refused why ? why.getMessage() : said);
  }

  private static String management(Service service) {
    return "http://127.0.0.1:" + service.ports().managementPort();
  }

  @Test
  void a_service_is_ready_until_its_database_goes_away() throws Exception {
    EmbeddedServer server = new EmbeddedServer(folder.resolve("server"));
    try (Service service = Service.start(folder.resolve("service"), server.start())) {
      assertThat(asked(management(service))).isEqualTo("0 sẵn sàng / ready\n");

      server.stop();

      within(
          Duration.ofSeconds(15),
          () ->
              asked(management(service))
                  .equals("1 chưa sẵn sàng / not ready: [\"database-away\"]"));
    } finally {
      server.stop();
    }
  }

  @Test
  void where_nobody_answers_or_somebody_else_it_says_so() throws Exception {
    try (Service service = Service.start(folder)) {
      String elsewhere = "http://127.0.0.1:" + service.ports().publicPort();
      assertThat(asked(elsewhere)).isEqualTo("1 chưa sẵn sàng / not ready: []");
    }
    assertThat(asked("http://127.0.0.1:1"))
        .startsWith("1 cửa quản lý không trả lời / the management door does not answer: ");
    assertThat(asked("nowhere"))
        .startsWith("1 cửa quản lý không trả lời / the management door does not answer: ");
  }
}
