package vn.congkhai.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Indicator.OverYear;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Shortfall.Basis;
import vn.congkhai.indicator.Shortfall.Rest;

/// How many cases are still to come until the year ends.
///
/// The periods left are those that have not ended. When last year's counterparts of all of them are
/// known, their denominators are the estimate; else the mean denominator of this year's ended
/// periods, once for each period left. What a running period has brought already is taken off.
final class Outlook {
  private final Indicator indicator;
  private final int year;
  private final LocalDate today;
  private final List<Period> left;

  Outlook(Indicator indicator, int year, LocalDate today) {
    this.indicator = indicator;
    this.year = year;
    this.today = today;
    this.left = left();
  }

  /// The cases to come, or null when there is nothing to estimate them by.
  ///
  /// @param yearToDate the year's figure so far; null when there is none
  @Nullable Rest rest(Sums sums, Figure.@Nullable Ratio yearToDate) {
    if (left.isEmpty()) {
      return Rest.NOTHING;
    }
    if (indicator.overYear() == OverYear.NEWEST) {
      // a stock is counted again: what counts at the end of the year is its next figure
      return yearToDate == null ? null : new Rest(yearToDate.denominator(), Basis.COUNTED_AGAIN);
    }
    Rest likeLastYear = likeLastYear(sums);
    return likeLastYear == null ? likeSoFar(sums) : likeLastYear;
  }

  private List<Period> left() {
    List<Period> left = new ArrayList<>();
    Period period = new Period(indicator.cycle(), year, 1);
    while (period.year() == year) {
      if (!period.ended(today, indicator.regime())) {
        left.add(period);
      }
      period = period.next();
    }
    return left;
  }

  private @Nullable Rest likeLastYear(Sums sums) {
    long cases = 0;
    for (Period period : left) {
      Figure.Ratio before = sums.at(new Period(period.cycle(), year - 1, period.part()));
      if (before == null) {
        return null;
      }
      cases += remaining(before.denominator(), sums.at(period));
    }
    return new Rest(cases, Basis.LAST_YEAR);
  }

  private @Nullable Rest likeSoFar(Sums sums) {
    long ended = 0;
    long denominators = 0;
    for (var entry : sums.byPeriod().entrySet()) {
      Period period = entry.getKey();
      if (period.year() == year && period.ended(today, indicator.regime())) {
        ended++;
        denominators += entry.getValue().denominator();
      }
    }
    if (ended == 0) {
      return null;
    }
    long mean = (2 * denominators + ended) / (2 * ended);
    long cases = 0;
    for (Period period : left) {
      cases += remaining(mean, sums.at(period));
    }
    return new Rest(cases, Basis.RUNNING_AVERAGE);
  }

  private static long remaining(long expected, Figure.@Nullable Ratio sofar) {
    return Math.max(0, expected - (sofar == null ? 0 : sofar.denominator()));
  }
}
