package vn.congkhai.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Period;

/// The figure that an agency has published for a period.
///
/// @param before what was published, after the period had ended, until it was corrected; null when
///   it never was
/// @param submission number of the submission that brought it
/// @param receivedAt when that submission arrived
public record Reported(
    Period period, Figure figure, @Nullable Figure before, long submission, Instant receivedAt) {
  public boolean corrected() {
    return before != null;
  }
}
