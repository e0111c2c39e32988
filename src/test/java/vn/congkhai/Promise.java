package vn.congkhai;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.congkhai.OpenApi.Door;
import vn.congkhai.OpenApi.Operation;

/// Holds answers against the contract: an address that it describes answers as described, any other
/// one with 404 or 405.
final class Promise {
  private static final OpenApi CONTRACT = OpenApi.CONTRACT;

  /// Pages for people, which the contract does not describe.
  private static final List<String> PAGES = List.of("/board", "/kiosk", "/static/", "/form");

  private static final int MOST_TOLD = 20;

  private Promise() {}

  /// What a door answered.
  record Answer(
      Door door, String method, String path, int status, HttpHeaders headers, String body) {
    static Answer of(Door door, HttpResponse<String> response) {
      return new Answer(
          door,
          response.request().method(),
          response.uri().getRawPath(),
          response.statusCode(),
          response.headers(),
          response.body());
    }

    private String type() {
      return headers.firstValue("Content-Type").orElse("").split(";", 2)[0];
    }
  }

  /// Fails when the answer is not one that the contract promises.
  static void check(Answer answer) {
    List<String> problems = problems(answer);
    if (!problems.isEmpty()) {
      throw new AssertionError(
          "%s door, %s %s, answered %d, not as openapi.yaml says:%n%s"
              .formatted(
                  answer.door().name().toLowerCase(Locale.ROOT),
                  answer.method(),
                  answer.path(),
                  answer.status(),
                  problems.stream()
                      .limit(MOST_TOLD)
                      .collect(Collectors.joining("\n  ", "  ", ""))));
    }
  }

  /// What in the answer is not as promised, a line each.
  static List<String> problems(Answer answer) {
    if (answer.path().equals("/") || PAGES.stream().anyMatch(answer.path()::startsWith)) {
      return List.of();
    }
    List<Operation> here =
        CONTRACT.operations().stream()
            .filter(each -> each.at(answer.door(), answer.path()))
            .toList();
    String method = answer.method().replace("HEAD", "GET");
    for (Operation operation : here) {
      if (operation.method().equals(method)) {
        return problems(operation, answer);
      }
    }
    boolean readOnly = answer.door() == Door.PUBLIC && !method.equals("GET");
    int refusal = here.isEmpty() && !readOnly ? 404 : 405;
    boolean page =
        refusal == 404 && answer.door() == Door.PUBLIC && answer.type().equals("text/html");
    return answer.status() == refusal
        ? page ? List.of() : body(problem(), answer)
        : List.of("what is not described must be answered " + refusal);
  }

  private static JsonObject problem() {
    JsonObject schema = new JsonObject().put("$ref", "#/components/schemas/Problem");
    return new JsonObject().put("application/problem+json", new JsonObject().put("schema", schema));
  }

  private static List<String> problems(Operation operation, Answer answer) {
    JsonObject responses = operation.described().getJsonObject("responses");
    JsonObject described = responses.getJsonObject(Integer.toString(answer.status()));
    if (described == null) {
      return List.of("this status is not described");
    }
    JsonObject promised = CONTRACT.resolved(described);
    List<String> problems = new ArrayList<>(headers(promised, answer.headers()));
    problems.addAll(body(promised.getJsonObject("content", new JsonObject()), answer));
    return problems;
  }

  private static List<String> headers(JsonObject promised, HttpHeaders headers) {
    List<String> problems = new ArrayList<>();
    for (var field : promised.getJsonObject("headers", new JsonObject())) {
      JsonObject header = CONTRACT.resolved((JsonObject) field.getValue());
      JsonObject schema = header.getJsonObject("schema");
      String given = headers.firstValue(field.getKey()).orElse(null);
      if (given == null && header.getBoolean("required", false)) {
        problems.add(field.getKey() + ": the header is missing");
      } else if (given != null) {
        boolean number = schema.getString("type").equals("integer");
        Object value = number && given.matches("\\d{1,9}") ? Integer.valueOf(given) : given;
        CONTRACT.problems(schema, value).forEach(each -> problems.add(field.getKey() + " " + each));
      }
    }
    return problems;
  }

  private static List<String> body(JsonObject contents, Answer answer) {
    if (answer.method().equals("HEAD")) {
      return List.of();
    }
    if (contents.isEmpty()) {
      return answer.body().isEmpty() ? List.of() : List.of("a body that is not described");
    }
    JsonObject content = contents.getJsonObject(answer.type());
    if (content == null) {
      return List.of("the type “" + answer.type() + "” is not described");
    }
    if (!answer.type().endsWith("json")) {
      return List.of();
    }
    try {
      return CONTRACT.problems(content.getJsonObject("schema"), Json.decodeValue(answer.body()));
    } catch (DecodeException e) {
      return List.of("no JSON: " + e.getMessage());
    }
  }
}
