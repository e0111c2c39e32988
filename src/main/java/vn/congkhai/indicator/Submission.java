package vn.congkhai.indicator;

import java.time.Instant;
import java.util.List;

/// An accepted request: what one agency said, recorded together under one number.
///
/// @param number its place in the journal, from 1, without gaps
/// @param receivedAt to the millisecond
/// @param agency whom it is from; the province's code when the administrator spoke for all
/// @param by id of the token it came with, or `administrator`
/// @param note the sender's words; empty when there are none
public record Submission(
    long number,
    Instant receivedAt,
    AgencyCode agency,
    String by,
    String note,
    List<Recorded> observations,
    List<Statement> statements) {
  public Submission {
    observations = List.copyOf(observations);
    statements = List.copyOf(statements);
  }

  /// An observation and what the sender was told about it.
  ///
  /// @param standing of the year to date (a ratio) or of the value, right after this submission
  /// @param warnings empty when there was nothing to say
  public record Recorded(
      Observation observation, Change change, Standing standing, List<Warning> warnings) {
    public Recorded {
      warnings = List.copyOf(warnings);
    }
  }
}
