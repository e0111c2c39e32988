package vn.congkhai.apidocs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.congkhai.apidocs.Views.Row;
import vn.congkhai.apidocs.Views.Shape;
import vn.congkhai.indicator.Language;
import vn.congkhai.typeset.Words;

/// Puts schemas into words.
final class Shapes {
  private static final String SCHEMAS = "#/components/schemas/";

  private final Words words;
  private final Language language;

  Shapes(Words words) {
    this.words = words;
    this.language = words.language();
  }

  /// The schema under a name of its own.
  Shape named(String name, Node schema) {
    List<Row> rows = new ArrayList<>();
    fields("", schema, rows);
    String type = rows.isEmpty() ? type(schema) : "";
    return new Shape(name, schema.get("description").in(language), type, rows);
  }

  /// A parameter or a header as a line.
  Row line(String name, String place, boolean required, Node described) {
    Node schema = described.get("schema");
    return new Row(
        name,
        place,
        type(schema),
        link(schema),
        required,
        described.get("description").in(language));
  }

  private void fields(String prefix, Node schema, List<Row> rows) {
    List<String> required = schema.get("required").texts();
    for (Node.Field field : schema.get("properties").fields()) {
      String name = prefix + field.name();
      Node node = field.node();
      rows.add(
          new Row(
              name,
              "",
              type(node),
              link(node),
              required.contains(field.name()),
              node.get("description").in(language)));
      inside(name, node, rows);
    }
  }

  /// What an object without a name of its own holds, with where it stands before each name.
  private void inside(String name, Node schema, List<Row> rows) {
    fields(name + ".", schema, rows);
    fields(name + "[].", schema.get("items"), rows);
    schema.get("oneOf").items().forEach(one -> fields(name + ".", one, rows));
  }

  /// The name of the schema that it refers to; empty when it refers to none.
  String link(Node schema) {
    Node items = schema.get("items");
    Node referring = items.absent() ? schema : items;
    String reference =
        referring.get("oneOf").items().stream()
            .map(one -> one.get("$ref").text())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(referring.get("$ref").text());
    return reference.startsWith(SCHEMAS) ? reference.substring(SCHEMAS.length()) : "";
  }

  /// In a few words, for example `text, ≤ 500`.
  String type(Node schema) {
    if (schema.has("$ref")) {
      return link(schema);
    }
    if (schema.has("const")) {
      return schema.get("const").text();
    }
    if (schema.has("enum")) {
      return schema.get("enum").items().stream()
          .map(one -> one.absent() ? "null" : one.text())
          .collect(Collectors.joining(" | "));
    }
    List<Node> choices = schema.get("oneOf").items();
    if (!choices.isEmpty() && !schema.has("properties")) {
      return choices.stream().map(this::type).collect(Collectors.joining(" | "));
    }
    if (!schema.get("items").absent()) {
      return words.get("docs-type-array") + " " + type(schema.get("items")) + bounds(schema);
    }
    return schema.get("type").texts().stream().map(this::word).collect(Collectors.joining(" | "))
        + bounds(schema);
  }

  private String word(String type) {
    return type.equals("null") ? type : words.get("docs-type-" + type);
  }

  private String bounds(Node schema) {
    StringBuilder bounds = new StringBuilder();
    add(bounds, "", schema.get("format"));
    add(bounds, "≥ ", schema.get("minimum"));
    add(bounds, "≤ ", schema.get("maximum"));
    add(bounds, words.get("docs-most") + " ", schema.get("maxLength"));
    add(bounds, words.get("docs-most") + " ", schema.get("maxItems"));
    add(bounds, "", schema.get("pattern"));
    add(bounds, words.get("docs-usual") + " ", schema.get("default"));
    return bounds.toString();
  }

  private static void add(StringBuilder bounds, String before, Node value) {
    if (!value.absent()) {
      bounds.append(", ").append(before).append(value.text());
    }
  }
}
