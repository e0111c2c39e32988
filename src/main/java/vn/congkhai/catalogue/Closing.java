package vn.congkhai.catalogue;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Regime;

/// Until when figures of a period are taken and can be corrected.
///
/// @param from the oldest year whose figures are taken at all
/// @param months after a period's end until it is closed, by cycle; a cycle that is not in it is
///   never closed
public record Closing(int from, Map<Cycle, Integer> months) {
  public Closing {
    months = Map.copyOf(months);
  }

  /// The last day on which a figure of the period is taken; null when it always is.
  public @Nullable LocalDate lastDay(Period period, Regime regime) {
    if (period.year() < from) {
      return LocalDate.of(from - 1, 12, 31);
    }
    Integer after = months.get(period.cycle());
    return after == null ? null : period.end(regime).minusDays(1).plusMonths(after);
  }
}
