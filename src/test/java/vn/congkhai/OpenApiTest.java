package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The contract itself is sound. Whether it is true, [PromiseTest] and every whole-service test
/// say.
class OpenApiTest {
  private static final OpenApi CONTRACT = OpenApi.CONTRACT;

  @Test
  void contract_is_valid_openapi_3_1() {
    assertThat(CONTRACT.document().getString("openapi")).isEqualTo("3.1.0");
    assertThat(mistakes(CONTRACT.document())).isEmpty();
  }

  @Test
  void a_misspelt_word_of_openapi_is_found() {
    JsonObject document = CONTRACT.document();
    document
        .getJsonObject("paths")
        .getJsonObject("/api/v1/me")
        .getJsonObject("get")
        .put("sumary", "?");

    assertThat(mistakes(document)).isNotEmpty();
  }

  private static List<String> mistakes(JsonObject document) {
    Vertx vertx = Vertx.vertx();
    try {
      OpenAPIVersion version = OpenAPIVersion.fromContract(document);
      var schemas = version.getRepository(vertx, "app://contract").await();
      return OpenApi.problems(version.validateContract(vertx, schemas, document).await());
    } finally {
      vertx.close().await();
    }
  }

  @Test
  void every_example_keeps_its_schema() {
    List<OpenApi.Example> examples = CONTRACT.examples();

    assertThat(examples).hasSizeGreaterThan(30);
    assertThat(examples)
        .allSatisfy(example ->
            assertThat(CONTRACT.problems(example.schema(), example.value()))
                .as(example.place())
                .isEmpty());
  }

  /// The schema of OpenAPI does not look into schemas.
  @Test
  void schemas_use_words_that_mean_something_and_require_what_they_have() {
    List<JsonObject> schemas = new ArrayList<>();
    collectSchemas(CONTRACT.document(), schemas);

    assertThat(schemas).hasSizeGreaterThan(100);
    assertThat(schemas)
        .allSatisfy(schema -> {
          assertThat(WORDS).containsAll(schema.fieldNames());
          assertThat(CONTRACT.resolved(schema)).isNotNull();
          if (schema.containsKey("properties")) {
            assertThat(schema.getValue("additionalProperties")).isEqualTo(false);
            assertThat(schema.getJsonObject("properties").fieldNames())
                .containsAll(
                    schema.getJsonArray("required", new JsonArray()).stream()
                        .map(String::valueOf)
                        .toList());
          }
        });
  }

  @Test
  void every_object_of_the_public_door_may_say_that_its_figures_are_made_up() {
    List<String> silent = new ArrayList<>();
    for (OpenApi.Operation operation : CONTRACT.operations()) {
      JsonObject answer = operation.described().getJsonObject("responses").getJsonObject("200");
      if (operation.door() != OpenApi.Door.PUBLIC
          || answer == null
          || !answer.getJsonObject("content").containsKey("application/json")) {
        continue;
      }
      JsonObject schema =
          answer.getJsonObject("content").getJsonObject("application/json").getJsonObject("schema");
      JsonArray choices = schema.getJsonArray("oneOf");
      JsonObject first = choices == null ? schema : choices.getJsonObject(0);
      if (!CONTRACT.resolved(first).getJsonObject("properties").containsKey("illustrative")) {
        silent.add(operation.toString());
      }
    }
    assertThat(silent).isEmpty();
  }

  private static final Set<String> WORDS =
      Set.of(
          "$ref",
          "additionalProperties",
          "const",
          "default",
          "description",
          "enum",
          "examples",
          "format",
          "items",
          "maxItems",
          "maxLength",
          "maximum",
          "minItems",
          "minLength",
          "minimum",
          "oneOf",
          "pattern",
          "properties",
          "required",
          "type",
          "uniqueItems");

  private static void collectSchemas(@Nullable Object node, List<JsonObject> schemas) {
    if (!(node instanceof JsonObject object)) {
      return;
    }
    for (var field : object) {
      if (!(field.getValue() instanceof JsonObject inner)) {
        continue;
      }
      switch (field.getKey()) {
        case "schema", "items" -> addSchema(inner, schemas);
        case "schemas", "properties" ->
            inner.forEach(each -> addSchema((JsonObject) each.getValue(), schemas));
        case "value" -> {}
        default -> collectSchemas(inner, schemas);
      }
    }
  }

  private static void addSchema(JsonObject schema, List<JsonObject> schemas) {
    schemas.add(schema);
    collectSchemas(schema, schemas);
    for (Object choice : schema.getJsonArray("oneOf", new JsonArray())) {
      addSchema((JsonObject) choice, schemas);
    }
  }

  @Test
  void every_text_stands_in_both_languages() {
    List<String> texts = new ArrayList<>();
    collectTexts(CONTRACT.document(), texts);

    assertThat(texts).hasSizeGreaterThan(200).allMatch(text -> text.split(" / ", -1).length == 2);
  }

  private static void collectTexts(Object node, List<String> texts) {
    if (node instanceof JsonArray array) {
      array.forEach(item -> collectTexts(item, texts));
    }
    if (node instanceof JsonObject object) {
      object.forEach(field -> {
        boolean text = Set.of("description", "summary").contains(field.getKey());
        if (text && field.getValue() instanceof String words) {
          texts.add(words);
        } else if (!field.getKey().equals("value") && field.getValue() != null) {
          collectTexts(field.getValue(), texts);
        }
      });
    }
  }
}
