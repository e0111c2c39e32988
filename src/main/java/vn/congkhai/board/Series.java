package vn.congkhai.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator.OverYear;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Regime;

/// All figures of one agency and indicator, the oldest period first. Immutable.
public record Series(List<Reported> figures) {
  public static final Series EMPTY = new Series(List.of());

  public Series {
    figures = List.copyOf(figures);
  }

  /// The figure of the period, or null when none was reported.
  public @Nullable Reported at(Period period) {
    for (Reported reported : figures) {
      if (reported.period().equals(period)) {
        return reported;
      }
    }
    return null;
  }

  /// The figure of the newest period before that one, or null when none was reported.
  public @Nullable Reported before(Period period) {
    for (Reported reported : figures.reversed()) {
      if (reported.period().compareTo(period) < 0) {
        return reported;
      }
    }
    return null;
  }

  /// The figure of the newest period of the year, or null when none was reported.
  public @Nullable Reported newest(int year) {
    for (Reported reported : figures.reversed()) {
      if (reported.period().year() == year) {
        return reported;
      }
    }
    return null;
  }

  /// The year's figure of a ratio: the newest one, or the sum of numerators over the sum of
  /// denominators; null when none was reported.
  public Figure.@Nullable Ratio yearToDate(int year, OverYear overYear) {
    if (overYear == OverYear.NEWEST) {
      Reported newest = newest(year);
      return newest != null && newest.figure() instanceof Figure.Ratio ratio ? ratio : null;
    }
    Figure.Ratio sum = null;
    for (Reported reported : figures) {
      if (reported.period().year() == year && reported.figure() instanceof Figure.Ratio ratio) {
        sum = sum == null ? ratio : sum.plus(ratio);
      }
    }
    return sum;
  }

  /// Only the figures of periods that had ended by that day.
  Series until(LocalDate day, Regime regime) {
    return new Series(
        figures.stream().filter(each -> !each.period().end(regime).isAfter(day)).toList());
  }

  /// The year's figure of an agency with what was merged into it. A stock that the agency has
  /// counted itself holds everything already.
  static Figure.@Nullable Ratio yearToDate(
      Series own, List<Series> absorbed, int year, OverYear overYear) {
    Figure.Ratio sum = own.yearToDate(year, overYear);
    if (overYear == OverYear.NEWEST && sum != null) {
      return sum;
    }
    for (Series unit : absorbed) {
      sum = Figure.Ratio.sum(sum, unit.yearToDate(year, overYear));
    }
    return sum;
  }

  /// The figures of the newest periods but that one.
  ///
  /// @param most so many at the most
  List<Figure> besides(Period period, int most) {
    return figures.reversed().stream()
        .filter(each -> !each.period().equals(period))
        .limit(most)
        .map(Reported::figure)
        .toList();
  }

  /// The same series with that figure in the place of the one of its period.
  Series with(Reported reported) {
    List<Reported> changed = new ArrayList<>(figures.size() + 1);
    boolean placed = false;
    for (Reported other : figures) {
      int order = other.period().compareTo(reported.period());
      if (order >= 0 && !placed) {
        changed.add(reported);
        placed = true;
      }
      if (order != 0) {
        changed.add(other);
      }
    }
    if (!placed) {
      changed.add(reported);
    }
    return new Series(changed);
  }
}
