package vn.congkhai.indicator;

import java.util.List;

/// What somebody asks to be recorded, checked and not yet in the journal.
///
/// @param agency whom it is from; the province's code when the administrator speaks for all
/// @param by id of the token it came with, or `administrator`
/// @param note the sender's words, at most 500 characters; empty when there are none
/// @param observations no indicator and period twice; empty when there are statements
/// @param statements empty when there are observations
public record Draft(
    AgencyCode agency,
    String by,
    String note,
    List<Observation> observations,
    List<Statement> statements) {
  public Draft {
    observations = List.copyOf(observations);
    statements = List.copyOf(statements);
  }

  public Draft(AgencyCode agency, String by, String note, List<Observation> observations) {
    this(agency, by, note, observations, List.of());
  }
}
