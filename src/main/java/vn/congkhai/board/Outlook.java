package vn.congkhai.board;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Indicator.OverYear;
import vn.congkhai.indicator.Indicator.Source;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Shortfall.Basis;
import vn.congkhai.indicator.Shortfall.Rest;

/// How many cases are still to come until the year ends.
///
/// The periods left are those that have not ended, and the newest ended one until it is reported or
/// the next has ended too: its report is due only days later. When last year's counterparts of all
/// of them are known, their denominators are the estimate; else the mean denominator of this year's
/// other periods, once for each period left. What an interim figure has brought already is taken
/// off.
final class Outlook {
  private final Indicator indicator;
  private final int year;
  private final List<Period> running;
  private final List<Period> unreported;

  Outlook(Indicator indicator, int year, LocalDate today) {
    this.indicator = indicator;
    this.year = year;
    this.running = periods(period -> !period.ended(today, indicator.regime()));
    this.unreported =
        indicator.source() == Source.PLAN_TASKS
            ? running // computed, so nobody has yet to report it
            : periods(period -> !period.next().ended(today, indicator.regime()));
  }

  private List<Period> periods(Predicate<Period> which) {
    return Stream.iterate(
            new Period(indicator.cycle(), year, 1), period -> period.year() == year, Period::next)
        .filter(which)
        .toList();
  }

  /// The cases to come, or null when there is nothing to estimate them by.
  ///
  /// @param reports the agency's own, and those of what was merged into it
  /// @param yearToDate the year's figure so far; null when there is none
  @Nullable Rest rest(List<Series> reports, Figure.@Nullable Ratio yearToDate) {
    List<Period> left = left(reports);
    if (left.isEmpty()) {
      return Rest.NOTHING;
    }
    if (indicator.overYear() == OverYear.NEWEST) {
      // a stock is counted again: what counts at the end of the year is its next figure
      return yearToDate == null ? null : new Rest(yearToDate.denominator(), Basis.COUNTED_AGAIN);
    }
    Sums sums = Sums.of(reports);
    Rest likeLastYear = likeLastYear(left, sums);
    return likeLastYear == null ? likeSoFar(left, sums) : likeLastYear;
  }

  private List<Period> left(List<Series> reports) {
    boolean reported =
        unreported.isEmpty()
            || reports.stream().anyMatch(series -> settles(series, unreported.getFirst()));
    return reported ? running : unreported;
  }

  private static boolean settles(Series series, Period period) {
    Reported reported = series.at(period);
    return reported != null && reported.settled() != null;
  }

  private @Nullable Rest likeLastYear(List<Period> left, Sums sums) {
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

  private @Nullable Rest likeSoFar(List<Period> left, Sums sums) {
    long past = 0;
    long denominators = 0;
    for (var entry : sums.of(year).entrySet()) {
      if (!left.contains(entry.getKey())) {
        past++;
        denominators += entry.getValue().denominator();
      }
    }
    if (past == 0) {
      return null;
    }
    long mean = (2 * denominators + past) / (2 * past);
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
