package vn.congkhai;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
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
import vn.congkhai.content.RuleTable;
import vn.congkhai.content.RuleTable.Line;

/// The rules of what is said of a task and of what a token is asked for, of the same tables as
/// those of figures.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherRulesTest {
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

  static List<Line> tasks() {
    return rules("task");
  }

  static List<Line> tokens() {
    return rules("token");
  }

  static List<Line> screens() {
    return rules("screen");
  }

  private static List<Line> rules(String kind) {
    return RuleTable.read("formats.txt").stream().filter(line -> line.kind().equals(kind)).toList();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void what_is_said_of_a_task_is_held_to_the_rule(Line line) throws Exception {
    assertRefused(line, put(line.refused()));
    assertThat(put(line.taken()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void what_a_token_is_asked_for_is_held_to_the_rule(Line line) throws Exception {
    assertRefused(line, ask(line.refused()));
    assertThat(ask(line.taken()).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @MethodSource("screens")
  void what_a_screen_shows_is_held_to_the_rule(Line line) throws Exception {
    assertRefused(line, show(line.refused()));
    assertThat(show(line.taken()).statusCode()).isIn(200, 201);
  }

  private static void assertRefused(Line line, HttpResponse<String> refused) {
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(new JsonObject(refused.body()).getJsonArray("errors"))
        .singleElement()
        .isInstanceOfSatisfying(
            JsonObject.class,
            error -> {
              assertThat(error.getString("code")).isEqualTo(line.code());
              assertThat(error.getString("pointer")).isEqualTo(line.pointer());
            });
  }

  private HttpResponse<String> put(String body) throws Exception {
    Service running = requireNonNull(service);
    return running.put(TASK, running.administrator(), new JsonObject(body));
  }

  private HttpResponse<String> show(String body) throws Exception {
    Service running = requireNonNull(service);
    return running.put("/api/v1/screens/sanh-1", running.administrator(), new JsonObject(body));
  }

  private HttpResponse<String> ask(String body) throws Exception {
    Service running = requireNonNull(service);
    return running.send(
        running
            .builder("/api/v1/tokens", running.administrator())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }
}
