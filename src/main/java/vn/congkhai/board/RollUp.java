package vn.congkhai.board;

import java.util.NavigableMap;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Shortfall;
import vn.congkhai.indicator.Shortfall.Rest;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Target;

/// One indicator for the whole province: Σ numerators / Σ denominators over the agencies that
/// reported, those that no longer exist included. A bare value has no sums: nobody knows the
/// weights of its agencies.
///
/// @param period the newest period that has ended and that at least half of the agencies reported,
///   else the newest ended one that any did, else the newest one that is running; null when nothing
///   was reported in the board's year
/// @param course the sums of the year's periods up to the shown one, the oldest first: what few
///   have reported so far would look like a fall or a rise; empty for a bare value
/// @param coverage agencies that reported that period, of those that existed then
/// @param yearToDate sum of the year; null for a bare value and when nothing was reported
/// @param yearCoverage agencies that reported some period of the year, of those that exist
/// @param target the effective one of the province; null when no plan sets any
/// @param standing of the year to date
/// @param rest the cases to come this year; null when nobody knows
/// @param agenciesMet agencies that meet their own target
/// @param interim whether the period has not ended
public record RollUp(
    Indicator indicator,
    @Nullable Period period,
    NavigableMap<Period, Figure.Ratio> course,
    Coverage coverage,
    Figure.@Nullable Ratio yearToDate,
    Coverage yearCoverage,
    @Nullable Target target,
    Standing standing,
    @Nullable Rest rest,
    int agenciesMet,
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

  /// The sum of the shown period; null for a bare value and when nothing was reported.
  public Figure.@Nullable Ratio sum() {
    return period == null ? null : course.get(period);
  }
}
