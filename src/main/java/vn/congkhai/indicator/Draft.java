package vn.congkhai.indicator;

import java.util.List;

/// What an agency asks to be recorded, checked and not yet in the journal.
///
/// @param by id of the token it came with, or `administrator`
/// @param note the sender's words, at most 500 characters; empty when there are none
/// @param observations at least one; no indicator and period twice
public record Draft(AgencyCode agency, String by, String note, List<Observation> observations) {
  public Draft {
    observations = List.copyOf(observations);
  }
}
