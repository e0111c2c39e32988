package vn.congkhai.apidocs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Language;

/// A place in the contract. What is not there is a node too, an empty one.
///
/// @param value a map, a list, a text, a number, a truth, or null
record Node(@Nullable Object value) {
  private static final Node NOTHING = new Node(null);
  private static final String BETWEEN_LANGUAGES = " / ";

  /// A field and its name.
  record Field(String name, Node node) {}

  boolean absent() {
    return value == null;
  }

  Node get(String name) {
    return value instanceof Map<?, ?> map && map.containsKey(name)
        ? new Node(map.get(name))
        : NOTHING;
  }

  boolean has(String name) {
    return value instanceof Map<?, ?> map && map.containsKey(name);
  }

  /// The fields in the order of the document.
  List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, field) -> fields.add(new Field(String.valueOf(name), new Node(field))));
    }
    return fields;
  }

  List<Node> items() {
    List<Node> items = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> items.add(new Node(item)));
    }
    return items;
  }

  /// The items' or this one's texts.
  List<String> texts() {
    return value instanceof List<?>
        ? items().stream().map(Node::text).toList()
        : absent() ? List.of() : List.of(text());
  }

  /// Empty when there is nothing.
  String text() {
    return value == null ? "" : value.toString();
  }

  /// The half of the text that is in the language.
  String in(Language language) {
    String[] halves = text().split(BETWEEN_LANGUAGES, 2);
    return halves[language == Language.VI || halves.length == 1 ? 0 : 1];
  }

  boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }

  /// The node, or the one of the document that it refers to.
  Node resolved(Node root) {
    String reference = get("$ref").text();
    if (reference.isEmpty()) {
      return this;
    }
    Node found = root;
    for (String name : reference.substring("#/".length()).split("/")) {
      found = found.get(name);
    }
    return found.resolved(root);
  }
}
