package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.WARD;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congkhai.postgres.EmbeddedServer;
import vn.congkhai.settings.DatabaseAddress;

/// What waits for the disk is bounded, and whoever comes too late is told when to come again.
class FullQueueTest {
  private static final int MEBIBYTE = 1 << 20;
  private static final int ROOM = 32;
  private static final int SENT = 40;

  /// More would not be let in while they arrive.
  private static final int AT_ONCE = 10;

  @TempDir Path folder;

  @Test
  void a_full_queue_refuses_with_503_and_what_waits_in_it_is_stored() throws Exception {
    EmbeddedServer server = new EmbeddedServer(folder.resolve("server"));
    DatabaseAddress address = server.start();
    try (Service service = Service.start(folder.resolve("service"), address);
        HttpClient client = HttpClient.newHttpClient();
        Connection other =
            DriverManager.getConnection(
                address.jdbcUrl(), address.user(), address.password().reveal());
        Statement statement = other.createStatement()) {
      String figure = Service.body("on-time-rate", "2026-10", 97, 100);
      var request = service.observations(WARD, figure + " ".repeat(MEBIBYTE - figure.length()));
      other.setAutoCommit(false);
      var _ = statement.execute("LOCK TABLE congkhai.submission IN EXCLUSIVE MODE");

      List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
      while (sent.size() < SENT) {
        for (int i = 0; i < AT_ONCE; i++) {
          sent.add(client.sendAsync(request.build(), BodyHandlers.ofString()));
        }
        Service.within(Duration.ofSeconds(2), () -> received(service) == sent.size());
      }
      Service.within(
          Duration.ofSeconds(6),
          () -> sent.stream().filter(CompletableFuture::isDone).count() == SENT - ROOM);
      other.rollback();

      int refused = 0;
      for (CompletableFuture<HttpResponse<String>> each : sent) {
        HttpResponse<String> answer = each.join();
        if (answer.statusCode() == 503) {
          refused++;
          assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(2);
          assertThat(answer.body()).contains("quá nhiều số liệu chờ ghi");
        } else {
          assertThat(answer.statusCode()).isEqualTo(201);
        }
      }
      assertThat(refused).isEqualTo(SENT - ROOM);
      assertThat(Journals.after(service, 0)).hasSize(ROOM);
    } finally {
      server.stop();
    }
  }

  private static int received(Service service) throws Exception {
    return service
        .manage("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("congkhai_submissions_total{outcome=\"received\"}"))
        .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElse(0);
  }
}
