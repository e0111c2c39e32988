package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.congkhai.OpenApi.Operation;

/// That every answer of the whole-service tests is as promised is checked by [Service#send]; here,
/// that the check finds what is not, and that the doors' routes are those of the contract.
class PromiseTest {
  private static final OpenApi CONTRACT = OpenApi.CONTRACT;
  private static final JsonObject A_COUNT =
      new JsonObject().put("$ref", "#/components/schemas/Count");
  private static final JsonObject A_BOARD =
      new JsonObject().put("$ref", "#/components/schemas/Board");

  @Test
  void what_breaks_a_schema_is_named_with_its_place() {
    assertThat(CONTRACT.problems(A_COUNT, -1)).hasSize(1).first().asString().startsWith("#: ");
    JsonObject board =
        new JsonObject()
            .put("version", "42")
            .put("generatedAt", "2026-11-22T02:01:36.095580470Z")
            .put("province", new JsonObject().put("code", "cao-bang").put("name", "Cao Bằng"))
            .put("year", 2026)
            .put("indicators", new JsonArray())
            .put("extra", 1);

    assertThat(String.join("\n", CONTRACT.problems(A_BOARD, board)))
        .contains("#/version: ")
        .contains("#/extra: ");
  }

  @Test
  void an_answer_that_was_not_promised_is_told_with_what_is_wrong() {
    String field = "{\"agency\":\"x\"}";

    assertThat(me(200, "application/json", field))
        .contains("#: Instance does not have required property \"name\"");
    assertThat(me(200, "text/plain", "?"))
        .containsExactly("the type “text/plain” is not described");
    assertThat(me(418, "application/json", "{}")).containsExactly("this status is not described");
    assertThat(me(429, "application/json", "{}")).contains("Retry-After: the header is missing");
    assertThat(Promise.problems(answer("GET", "/api/v1/nowhere", 200, "application/json", "{}")))
        .containsExactly("what is not described must be answered 404");
    assertThat(Promise.problems(answer("PATCH", "/api/v1/me", 200, "application/json", "{}")))
        .containsExactly("what is not described must be answered 405");
  }

  private static List<String> me(int status, String type, String body) {
    return Promise.problems(answer("GET", "/api/v1/me", status, type, body));
  }

  private static Promise.Answer answer(
      String method, String path, int status, String type, String body) {
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of("Content-Type", List.of(type), "X-Request-Id", List.of("1")), (_, _) -> true);
    return new Promise.Answer(OpenApi.Door.AGENCIES, method, path, status, headers, body);
  }

  @Test
  void every_route_of_the_doors_is_described_and_every_operation_has_a_route() throws IOException {
    Set<String> routes = routes();
    Set<String> described = new TreeSet<>();
    for (Operation operation : CONTRACT.operations()) {
      if (!operation.path().equals("/form")) {
        described.add(operation.toString().replaceAll("\\{[^}]+}", "{}"));
      }
    }

    assertThat(routes).hasSizeGreaterThan(25);
    assertThat(routes).isSubsetOf(described);
    described.removeAll(routes);
    assertThat(described).isEmpty();
  }

  private static final Pattern ROUTE =
      Pattern.compile(
          "Edge\\.read\\(\\s*router,\\s*\"(/[^\"]*)\"|\\.(get|post|put|patch|delete)\\(\\s*\"(/[^\"]*)\"");

  /// Every route for programs, as the rooms' sources name them: pages and assets are for people.
  private static Set<String> routes() throws IOException {
    Set<String> routes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        for (String door : doors(file.getName(file.getNameCount() - 2).toString())) {
          collectRoutes(door, Files.readString(file), routes);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return routes;
  }

  private static List<String> doors(String room) {
    return switch (room) {
      case "opendata", "live", "marks" -> List.of("public");
      case "intake" -> List.of("agencies");
      case "apidocs" -> List.of("agencies", "public");
      default -> List.of();
    };
  }

  private static void collectRoutes(String door, String source, Set<String> routes) {
    for (Matcher route = ROUTE.matcher(source); route.find(); ) {
      boolean reading = route.group(1) != null;
      String path = reading ? route.group(1) : route.group(3);
      String method = reading ? "GET" : route.group(2).toUpperCase(Locale.ROOT);
      if (!path.endsWith("*")) {
        routes.add(door + " " + method + " " + path.replaceAll(":[a-z]+", "{}"));
      }
    }
  }
}
