package vn.congkhai.board;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Shortfall;
import vn.congkhai.indicator.Shortfall.Rest;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Target;

/// What the board shows of one agency and one indicator that it owes.
///
/// @param newest figure of the newest period of the board's year; null when none was reported
/// @param yearToDate sums of the year, with those of agencies that were merged into this one; null
///   for a bare value and when none was reported
/// @param target the effective one; null when no plan sets any
/// @param standing of the year to date, or of the newest bare value
/// @param rest the cases to come this year; null when nobody knows
/// @param interim whether the newest figure's period has not ended
public record AgencyFigure(
    Agency agency,
    Indicator indicator,
    @Nullable Reported newest,
    Figure.@Nullable Ratio yearToDate,
    @Nullable Target target,
    Standing standing,
    @Nullable Rest rest,
    boolean interim) {
  /// What it takes to reach the target; null when nothing is short.
  public @Nullable Shortfall shortfall() {
    return Shortfall.of(yearToDate, target, rest);
  }

  /// The share of the cases to come that must qualify for the year to end at the target: see
  /// [Shortfall#neededRatio].
  public OptionalDouble neededRatio() {
    return Shortfall.neededRatio(yearToDate, target, rest);
  }

  /// The figure that the standing is of.
  public @Nullable Figure judged() {
    return yearToDate != null || newest == null ? yearToDate : newest.figure();
  }

  /// The unrounded fraction of the newest period; empty without cases or for a bare value.
  public OptionalDouble newestFraction() {
    return newest != null && newest.figure() instanceof Figure.Ratio ratio
        ? ratio.fraction()
        : OptionalDouble.empty();
  }
}
