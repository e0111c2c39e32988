package vn.congkhai;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.congkhai.intake.RuleTable;
import vn.congkhai.intake.RuleTable.Line;

/// The rules of what is said of a task, of the same tables as those of figures.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskRulesTest {
  private static final String TASK = "/api/v1/tasks/cao-bang-2026-administrative-reform/41.2";
  private @Nullable Service service;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    service = Service.start(folder);
  }

  @AfterAll
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  static List<Line> rules() {
    return RuleTable.read("formats.txt").stream()
        .filter(line -> line.kind().equals("task"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void what_is_said_of_a_task_is_held_to_the_rule(Line line) throws Exception {
    HttpResponse<String> refused = put(line.refused());

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(new JsonObject(refused.body()).getJsonArray("errors"))
        .singleElement()
        .isInstanceOfSatisfying(
            JsonObject.class,
            error -> {
              assertThat(error.getString("code")).isEqualTo(line.code());
              assertThat(error.getString("pointer")).isEqualTo(line.pointer());
            });
    assertThat(put(line.taken()).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> put(String body) throws Exception {
    Service running = requireNonNull(service);
    return running.put(TASK, running.administrator(), new JsonObject(body));
  }
}
