package vn.congkhai.content;

import java.util.Arrays;
import java.util.List;
import vn.congkhai.indicator.Text;

/// The rules as a document or a page lists them, in the order in which they are written.
public final class RuleList {
  private RuleList() {}

  /// One rule.
  ///
  /// @param code the name in answers
  /// @param outcome what becomes of a content that breaks it
  /// @param message what is said then, with `…` for what it names
  /// @param example what breaks it
  public record Row(String code, Rule.Weight outcome, Text message, String example) {}

  /// All of them.
  public static List<Row> rows() {
    return Arrays.stream(Rule.values())
        .map(rule -> new Row(rule.code(), rule.weight(), rule.message(), rule.example()))
        .toList();
  }
}
