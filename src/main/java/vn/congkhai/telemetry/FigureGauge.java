package vn.congkhai.telemetry;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Shortfall;
import vn.congkhai.indicator.Standing;

/// A gauge that has a series for each agency and indicator, and for the province.
///
/// @param series its name in Prometheus
/// @param value NaN when there is no such series
record FigureGauge(String series, String help, ToDoubleFunction<FigureRow> value) {
  /// The one that has a label for its unit.
  static final FigureGauge VALUE =
      new FigureGauge(
          "congkhai_indicator_value", "Bare value of the newest period", FigureRow::value);

  static final List<FigureGauge> ALL =
      List.of(
          new FigureGauge(
              "congkhai_indicator_ratio",
              "Fraction of the newest reported period",
              row -> fraction(row.counts())),
          new FigureGauge(
              "congkhai_indicator_year_to_date_ratio",
              "Fraction of the sums of the year",
              row -> fraction(row.yearToDate())),
          VALUE,
          new FigureGauge(
              "congkhai_indicator_numerator",
              "Numerator of the newest reported period",
              row -> numerator(row.counts())),
          new FigureGauge(
              "congkhai_indicator_denominator",
              "Denominator of the newest reported period",
              row -> denominator(row.counts())),
          new FigureGauge(
              "congkhai_indicator_year_to_date_numerator",
              "Sum of the year's numerators, of agencies that exist",
              row -> numerator(row.yearSums())),
          new FigureGauge(
              "congkhai_indicator_year_to_date_denominator",
              "Sum of the year's denominators, of agencies that exist",
              row -> denominator(row.yearSums())),
          new FigureGauge(
              "congkhai_indicator_met",
              "1 when the effective target is met, 0 when it is missed",
              row -> met(row.standing())),
          new FigureGauge(
              "congkhai_indicator_missing_cases",
              "Qualifying cases that the year to date is short of its target",
              row -> row.shortfall() == null ? Double.NaN : row.shortfall().missingCases()),
          new FigureGauge(
              "congkhai_indicator_needed_ratio",
              "Fraction of the cases expected until the year's end that must qualify, met so far or not;"
                  + " above 1 when not even all are enough",
              row -> row.neededRatio().orElse(Double.NaN)),
          new FigureGauge(
              "congkhai_indicator_reachable",
              "1 when a missed target can still be reached this year, else 0",
              row -> reachable(row.shortfall())),
          new FigureGauge(
              "congkhai_report_overdue",
              "1 when a report is past its last day and not there, never sent included",
              row -> yes(row.late())),
          new FigureGauge(
              "congkhai_report_timestamp_seconds",
              "When the newest figure arrived",
              FigureRow::receivedAt),
          new FigureGauge(
              "congkhai_report_period_end_timestamp_seconds",
              "End of the period that the newest figure is for",
              FigureRow::periodEnd));

  private static double fraction(Figure.@Nullable Ratio ratio) {
    return ratio == null ? Double.NaN : ratio.fraction().orElse(Double.NaN);
  }

  private static double numerator(Figure.@Nullable Ratio ratio) {
    return ratio == null ? Double.NaN : ratio.numerator();
  }

  private static double denominator(Figure.@Nullable Ratio ratio) {
    return ratio == null ? Double.NaN : ratio.denominator();
  }

  private static double met(Standing standing) {
    return switch (standing) {
      case MET -> 1;
      case MISSED -> 0;
      default -> Double.NaN;
    };
  }

  private static double reachable(@Nullable Shortfall shortfall) {
    return shortfall == null ? Double.NaN : yes(shortfall.reachable());
  }

  private static double yes(@Nullable Boolean answer) {
    return answer == null ? Double.NaN : answer ? 1 : 0;
  }
}
