package vn.congkhai.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Period;

/// The figure that an agency has published for a period.
///
/// @param before what was published, after the period had ended, until it was corrected; null when
///   it never was
/// @param source the submission that brought the figure
/// @param settled the first submission of the period's figure that came after the period had ended;
///   null while only interim ones came. A later correction does not make the report late
public record Reported(
    Period period,
    Figure figure,
    @Nullable Figure before,
    Source source,
    @Nullable Source settled) {
  /// A submission that something came from.
  ///
  /// @param submission its number in the journal
  public record Source(long submission, Instant receivedAt) {}

  public long submission() {
    return source.submission();
  }

  /// When the figure arrived.
  public Instant receivedAt() {
    return source.receivedAt();
  }

  public boolean corrected() {
    return before != null;
  }
}
