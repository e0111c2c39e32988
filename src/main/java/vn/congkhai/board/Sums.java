package vn.congkhai.board;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Period;

/// Counts by period, added over any number of agencies. Adding first and dividing last is what
/// makes every figure of several agencies a ratio of sums, whatever they are grouped by.
public record Sums(NavigableMap<Period, Figure.Ratio> byPeriod) {
  public static Sums of(Collection<Series> all) {
    NavigableMap<Period, Figure.Ratio> sums = new TreeMap<>();
    for (Series series : all) {
      for (Reported reported : series.figures()) {
        if (reported.figure() instanceof Figure.Ratio ratio) {
          sums.merge(reported.period(), ratio, Figure.Ratio::plus);
        }
      }
    }
    return new Sums(sums);
  }

  /// The sum of the period, or null when nobody reported it.
  public Figure.@Nullable Ratio at(Period period) {
    return byPeriod.get(period);
  }

  /// The sums of the year's periods, the oldest first.
  public NavigableMap<Period, Figure.Ratio> of(int year) {
    NavigableMap<Period, Figure.Ratio> periods = new TreeMap<>(byPeriod);
    periods.keySet().removeIf(period -> period.year() != year);
    return Collections.unmodifiableNavigableMap(periods);
  }

  /// The sum of the year's periods, or null when none was reported.
  public Figure.@Nullable Ratio year(int year) {
    Figure.Ratio sum = null;
    for (Figure.Ratio each : of(year).values()) {
      sum = Figure.Ratio.sum(sum, each);
    }
    return sum;
  }
}
