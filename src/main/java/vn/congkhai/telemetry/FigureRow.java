package vn.congkhai.telemetry;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.AgencyFigure;
import vn.congkhai.board.Reported;
import vn.congkhai.board.RollUp;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Shortfall;
import vn.congkhai.indicator.Standing;

/// What is published of one indicator of one agency, or of the province.
///
/// @param newest figure of the newest period; null when there is none
/// @param yearToDate sums of the year; null when there are none
/// @param yearSums the same, but null for an agency that ended: its successor has them in its own
/// @param neededRatio share of the cases to come that must qualify; empty when there are none
/// @param receivedAt when the newest figure arrived, in seconds since 1970; NaN when none did
/// @param late whether a report is overdue; null when none is owed
record FigureRow(
    Indicator indicator,
    @Nullable Period period,
    @Nullable Figure newest,
    Figure.@Nullable Ratio yearToDate,
    Figure.@Nullable Ratio yearSums,
    Standing standing,
    @Nullable Shortfall shortfall,
    OptionalDouble neededRatio,
    double receivedAt,
    @Nullable Boolean late) {

  static FigureRow of(RollUp rollUp) {
    return new FigureRow(
        rollUp.indicator(),
        rollUp.period(),
        rollUp.sum(),
        rollUp.yearToDate(),
        rollUp.yearToDate(),
        rollUp.standing(),
        rollUp.shortfall(),
        rollUp.neededRatio(),
        Double.NaN,
        null);
  }

  static FigureRow of(AgencyFigure figure, boolean inForce, @Nullable Boolean late) {
    // an agency that has reported nothing yet may have a year from those merged into it
    Reported newest = figure.newest();
    return new FigureRow(
        figure.indicator(),
        newest == null ? null : newest.period(),
        newest == null ? null : newest.figure(),
        figure.yearToDate(),
        inForce ? figure.yearToDate() : null,
        figure.standing(),
        figure.shortfall(),
        figure.neededRatio(),
        newest == null ? Double.NaN : newest.receivedAt().toEpochMilli() / 1000.0,
        late);
  }

  /// The counts of the newest period; null when it has none.
  Figure.@Nullable Ratio counts() {
    return newest instanceof Figure.Ratio counts ? counts : null;
  }

  /// The bare value of the newest period; NaN when it is none.
  double value() {
    return newest instanceof Figure.Value(BigDecimal amount) ? amount.doubleValue() : Double.NaN;
  }

  /// The first moment after the newest period, in seconds since 1970; NaN when there is none.
  double periodEnd() {
    return period == null
        ? Double.NaN
        : period.end(indicator.regime()).atStartOfDay(Period.ZONE).toEpochSecond();
  }
}
