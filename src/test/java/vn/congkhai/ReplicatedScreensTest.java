package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congkhai.postgres.EmbeddedServer;
import vn.congkhai.settings.DatabaseAddress;

/// What the administrator sets at one replica, the other shows too, and one that starts later.
class ReplicatedScreensTest {
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  @TempDir Path folder;
  private EmbeddedServer server;
  private DatabaseAddress address;

  @BeforeEach
  void start() throws Exception {
    server = new EmbeddedServer(folder.resolve("server"));
    address = server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private Service replica(String name) throws Exception {
    return Service.start(folder.resolve(name), address, Clock.systemUTC(), Map.of());
  }

  private static void change(Service service, String method, @Nullable String body)
      throws Exception {
    int status =
        new Office(service)
            .ask(method, "/api/v1/screens/hall", service.administrator(), body)
            .statusCode();
    assertThat(status).isBetween(200, 204);
  }

  private static boolean shows(Service service, String text) throws Exception {
    return service.agencies("/api/v1/screens", service.administrator()).body().contains(text);
  }

  @Test
  void the_other_replica_draws_what_was_set_at_this_one_at_once() throws Exception {
    try (Service one = replica("one");
        Service two = replica("two")) {
      for (String seconds : List.of("20", "30")) {
        change(one, "PUT", "{\"pages\":[\"/board\"],\"seconds\":" + seconds + "}");
        String drawn = "data-seconds=\"" + seconds + "\"";
        assertThat(one.see("/board/screens/hall").body()).contains(drawn);
        within(AT_ONCE, () -> two.see("/board/screens/hall").body().contains(drawn));
      }
    }
  }

  @Test
  void replicas_agree_at_once_and_a_restart_loses_nothing() throws Exception {
    try (Service one = replica("one");
        Service two = replica("two")) {
      change(one, "PUT", "{\"title\":\"Sảnh tầng 1\",\"pages\":[\"/board\"]}");
      within(AT_ONCE, () -> shows(two, "Sảnh tầng 1"));

      change(two, "PUT", "{\"title\":\"Sảnh tầng 2\",\"pages\":[\"/board\"]}");
      within(AT_ONCE, () -> shows(one, "Sảnh tầng 2"));
    }

    try (Service three = replica("one");
        Service four = replica("four")) {
      assertThat(shows(three, "Sảnh tầng 2")).isTrue();

      change(three, "DELETE", null);
      within(AT_ONCE, () -> !shows(four, "Sảnh tầng"));
    }
  }
}
