package vn.congkhai;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The contract `web/openapi.yaml`, read once; its schemas are compiled once.
final class OpenApi {
  static final OpenApi CONTRACT = new OpenApi();

  private static final JsonSchemaOptions OPTIONS =
      new JsonSchemaOptions()
          .setBaseUri("app://contract/")
          .setDraft(Draft.DRAFT202012)
          .setOutputFormat(OutputFormat.Basic);

  /// What the validator says of everything around the place that is wrong.
  private static final Pattern AROUND =
      Pattern.compile("A subschema had errors|does not match schema|did not match schema");

  private final JsonObject document;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, Validator> compiled = new ConcurrentHashMap<>();

  enum Door {
    PUBLIC(":8080"),
    AGENCIES(":8081");

    private final String port;

    Door(String port) {
      this.port = port;
    }
  }

  /// @param path with `{…}` where something stands
  record Operation(Door door, String method, String path, JsonObject described) {
    @Override
    public String toString() {
      return door.name().toLowerCase(Locale.ROOT) + " " + method + " " + path;
    }

    boolean at(Door asked, String address) {
      return door == asked && address.matches(path.replaceAll("\\{[^}]+}", "[^/]+"));
    }
  }

  @SuppressWarnings("unchecked")
  private OpenApi() {
    try (InputStream text =
        requireNonNull(OpenApi.class.getResourceAsStream("/web/openapi.yaml"))) {
      var load = new Load(LoadSettings.builder().build());
      document = new JsonObject((Map<String, Object>) load.loadFromInputStream(text)).copy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonObject paths = document.getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      for (String method : paths.getJsonObject(path).fieldNames()) {
        JsonObject described = paths.getJsonObject(path).getJsonObject(method);
        for (Door door : Door.values()) {
          if (described.getJsonArray("servers").encode().contains(door.port)) {
            operations.add(new Operation(door, method.toUpperCase(Locale.ROOT), path, described));
          }
        }
      }
    }
  }

  JsonObject document() {
    return document.copy();
  }

  List<Operation> operations() {
    return List.copyOf(operations);
  }

  /// The object, or the one that it refers to.
  JsonObject resolved(JsonObject given) {
    String reference = given.getString("$ref");
    JsonObject found = document;
    if (reference == null) {
      return given;
    }
    for (String name : reference.substring(2).split("/")) {
      found = found.getJsonObject(name);
    }
    return found;
  }

  /// What is wrong with the value by the schema, a line each.
  List<String> problems(JsonObject schema, @Nullable Object value) {
    Validator validator = compiled.computeIfAbsent(schema.encode(), _ -> compile(schema));
    return problems(validator.validate(value));
  }

  static List<String> problems(OutputUnit result) {
    List<OutputUnit> errors = result.getErrors();
    return result.getValid()
        ? List.of()
        : errors.stream()
            .filter(error -> !AROUND.matcher(error.getError()).find())
            .map(error -> error.getInstanceLocation() + ": " + error.getError())
            .distinct()
            .toList();
  }

  private Validator compile(JsonObject schema) {
    // a copy: the validator leaves notes of its own in what it reads
    JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas").copy();
    JsonObject whole = schema.copy().put("components", new JsonObject().put("schemas", schemas));
    return Validator.create(JsonSchema.of(whole), OPTIONS);
  }

  /// Every example of the contract: where it stands, its schema, its value.
  List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    collect("", document, examples);
    return examples;
  }

  record Example(String place, JsonObject schema, @Nullable Object value) {}

  private static void collect(String place, @Nullable Object node, List<Example> examples) {
    if (node instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        collect(place + "/" + i, array.getValue(i), examples);
      }
    }
    if (!(node instanceof JsonObject object)) {
      return;
    }
    if (object.containsKey("schema") && object.containsKey("examples")) {
      for (var field : object.getJsonObject("examples")) {
        Object value = ((JsonObject) field.getValue()).getValue("value");
        String at = place + "/examples/" + field.getKey();
        examples.add(new Example(at, object.getJsonObject("schema"), value));
      }
      return;
    }
    for (String name : object.fieldNames()) {
      String at = place + "/" + name.replace("~", "~0").replace("/", "~1");
      collect(at, object.getValue(name), examples);
    }
  }
}
