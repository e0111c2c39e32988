package vn.congkhai.board;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Scoring.Measured;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.ScoreProfile.Part;

/// The points of one part of a score profile, and what they come from.
///
/// @param measured the indicator they are computed from; null when the catalogue names none
/// @param counts sums of the year; null when there are none
/// @param points 0 to the part's maximum; empty when the part is not scored, which is not the same
///   as nothing
public record PartScore(
    Part part,
    @Nullable Measured measured,
    Figure.@Nullable Ratio counts,
    OptionalDouble points,
    Why why) {

  /// Why there are points, or none.
  public enum Why {
    /// The ratio was held against the threshold.
    COMPUTED("computed"),
    /// No cases, and the profile gives all points for that.
    FULL_WITHOUT_CASES("full-without-cases"),
    /// No cases, and the profile gives no points for that.
    ZERO_WITHOUT_CASES("zero-without-cases"),
    /// No cases, so there is nothing to score.
    NO_CASES("no-cases"),
    /// Nothing was reported.
    UNREPORTED("unreported"),
    /// The agency does not report the indicator.
    NOT_OWED("not-owed"),
    /// The catalogue has no indicator for it.
    NOT_MEASURED("not-measured"),
    /// The profile is not in force.
    NOT_IN_FORCE("not-in-force");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  public boolean scored() {
    return points.isPresent();
  }

  static PartScore unscored(
      Part part, @Nullable Measured measured, Figure.@Nullable Ratio counts, Why why) {
    return new PartScore(part, measured, counts, OptionalDouble.empty(), why);
  }

  /// Scores the sums of an indicator that was reported.
  static PartScore of(Part part, Measured measured, Figure.Ratio counts) {
    if (counts.denominator() > 0) {
      return scored(part, measured, counts, part.points(counts), Why.COMPUTED);
    }
    return switch (part.zero()) {
      case UNSCORED -> unscored(part, measured, counts, Why.NO_CASES);
      case ZERO -> scored(part, measured, counts, 0, Why.ZERO_WITHOUT_CASES);
      case FULL -> scored(part, measured, counts, part.max().doubleValue(), Why.FULL_WITHOUT_CASES);
    };
  }

  private static PartScore scored(
      Part part, Measured measured, Figure.Ratio counts, double points, Why why) {
    return new PartScore(part, measured, counts, OptionalDouble.of(points), why);
  }
}
