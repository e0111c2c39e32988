package vn.congkhai.apidocs;

import java.util.List;
import java.util.Map;

/// What the templates draw. Everything is in the page's language already; an empty text means that
/// there is nothing to show.
final class Views {
  private Views() {}

  /// What surrounds a page.
  ///
  /// @param w every text of the page's language
  record Frame(
      String lang,
      String title,
      Map<String, String> w,
      String query,
      String otherLanguage,
      boolean vietnamese,
      String assets) {}

  /// The list of rules.
  record Rules(Frame frame, List<RuleRow> rules) {}

  /// @param fate what becomes of a content that breaks it, with the status
  record RuleRow(String code, String fate, String vi, String en, String example) {}

  /// The contract.
  record Operations(Frame frame, List<Group> groups, List<Shape> shapes) {}

  /// @param name of the tag, also its anchor
  record Group(String name, String description, List<Operation> operations) {}

  /// @param id also its anchor
  /// @param doors where it is served
  record Operation(
      String id,
      String method,
      String path,
      String summary,
      String description,
      List<String> doors,
      String token,
      List<Row> parameters,
      List<Content> request,
      List<Answer> answers) {}

  /// A body in one of its types.
  ///
  /// @param schema its name; empty when it has none
  record Content(
      String type, String schema, String shape, String description, List<Example> examples) {}

  record Example(String summary, String text) {}

  record Answer(String status, String description, List<Row> headers, List<Content> contents) {}

  /// A parameter, a header or a field.
  ///
  /// @param place `query`, `path` or `header`; empty for a field
  /// @param link the schema that its type names; empty when it names none
  record Row(
      String name, String place, String type, String link, boolean required, String description) {}

  /// A schema with a name.
  ///
  /// @param type of one without fields; empty otherwise
  record Shape(String name, String description, String type, List<Row> rows) {}
}
