package vn.congkhai.pages;

import vn.congkhai.indicator.DutyState;
import vn.congkhai.indicator.TaskState;
import vn.congkhai.pages.Views.Verdict;

/// Shapes and words of the states of duties and tasks.
final class States {
  private States() {}

  static Verdict duty(Drawing drawing, DutyState state) {
    String word = drawing.text("duty-" + state.code());
    return switch (state) {
      case NOT_DUE -> new Verdict("none", "–", word);
      case DUE -> new Verdict("none", "○", word);
      case ON_TIME -> new Verdict("met", "✓", word);
      case LATE -> new Verdict("none", "◷", word);
      case OVERDUE, NEVER -> new Verdict("missed", "✕", word);
    };
  }

  /// @param overdue whether the last day has passed
  static Verdict task(Drawing drawing, TaskState state, boolean overdue) {
    if (overdue) {
      return new Verdict("missed", "✕", drawing.text("task-overdue-" + state.code()));
    }
    String word = drawing.text("task-" + state.code());
    return switch (state) {
      case NOT_STARTED -> new Verdict("none", "○", word);
      case IN_PROGRESS -> new Verdict("none", "◐", word);
      case DONE -> new Verdict("met", "✓", word);
      case CANCELLED -> new Verdict("none", "–", word);
    };
  }
}
