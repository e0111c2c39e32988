package vn.congkhai.board;

import vn.congkhai.indicator.TaskState;

/// What a submission said about a task.
///
/// @param note the sender's words; empty when there are none
/// @param evidence address of a document that shows it; empty when none was given
public record Said(TaskState state, String note, String evidence, Reported.Source source) {
  boolean after(Said other) {
    return source.submission() > other.source.submission();
  }
}
