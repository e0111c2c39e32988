package vn.congkhai.apidocs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.congkhai.apidocs.Views.Answer;
import vn.congkhai.apidocs.Views.Content;
import vn.congkhai.apidocs.Views.Example;
import vn.congkhai.apidocs.Views.Frame;
import vn.congkhai.apidocs.Views.Group;
import vn.congkhai.apidocs.Views.Operation;
import vn.congkhai.apidocs.Views.Row;
import vn.congkhai.indicator.Language;
import vn.congkhai.typeset.Words;

/// The contract as a page: what can be asked of each door, and what it answers.
final class OperationsPage {
  private final Node root;
  private final Words words;
  private final Language language;
  private final Shapes shapes;

  OperationsPage(Node root, Words words) {
    this.root = root;
    this.words = words;
    this.language = words.language();
    this.shapes = new Shapes(words);
  }

  Views.Operations view(Frame frame) {
    List<Views.Shape> named =
        root.get("components").get("schemas").fields().stream()
            .map(field -> shapes.named(field.name(), field.node()))
            .toList();
    return new Views.Operations(
        frame, root.get("tags").items().stream().map(this::group).toList(), named);
  }

  /// An operation stands under the first of its tags.
  private Group group(Node tag) {
    String name = tag.get("name").text();
    List<Operation> operations = new ArrayList<>();
    for (Node.Field path : root.get("paths").fields()) {
      for (Node.Field method : path.node().fields()) {
        if (method.node().get("tags").texts().getFirst().equals(name)) {
          operations.add(operation(path.name(), method.name(), method.node()));
        }
      }
    }
    return new Group(name, tag.get("description").in(language), operations);
  }

  private Operation operation(String path, String method, Node operation) {
    List<Node> security = operation.get("security").items();
    boolean open = security.stream().anyMatch(one -> one.fields().isEmpty());
    String token = security.isEmpty() ? "" : words.get(open ? "docs-token-maybe" : "docs-token");
    return new Operation(
        operation.get("operationId").text(),
        method.toUpperCase(Locale.ROOT),
        path,
        operation.get("summary").in(language),
        operation.get("description").in(language),
        operation.get("servers").items().stream()
            .map(door -> door.get("description").in(language))
            .toList(),
        token,
        operation.get("parameters").items().stream().map(this::parameter).toList(),
        contents(operation.get("requestBody")),
        operation.get("responses").fields().stream().map(this::answer).toList());
  }

  private Row parameter(Node given) {
    Node parameter = given.resolved(root);
    return shapes.line(
        parameter.get("name").text(),
        parameter.get("in").text(),
        parameter.get("required").isTrue(),
        parameter);
  }

  private Answer answer(Node.Field field) {
    Node answer = field.node().resolved(root);
    List<Row> headers =
        answer.get("headers").fields().stream()
            .map(header -> header(header.name(), header.node().resolved(root)))
            .toList();
    return new Answer(
        field.name(), answer.get("description").in(language), headers, contents(answer));
  }

  private Row header(String name, Node header) {
    return shapes.line(name, "header", header.get("required").isTrue(), header);
  }

  private List<Content> contents(Node body) {
    return body.get("content").fields().stream()
        .map(content -> content(content.name(), content.node()))
        .toList();
  }

  private Content content(String type, Node content) {
    Node schema = content.get("schema");
    List<Example> examples =
        content.get("examples").fields().stream()
            .map(field -> field.node().resolved(root))
            .map(this::example)
            .toList();
    return new Content(
        type,
        shapes.link(schema),
        shapes.type(schema),
        schema.get("description").in(language),
        examples);
  }

  private Example example(Node example) {
    return new Example(example.get("summary").in(language), Pretty.of(example.get("value")));
  }
}
