package vn.congkhai.board;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.DueRule.Deadline;
import vn.congkhai.indicator.DutyState;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;

/// A report that an agency owes.
///
/// @param deadline the last day that is in time
/// @param settled the submission that brought the report; null while there is none
public record Duty(
    Agency agency,
    Indicator indicator,
    Period period,
    Deadline deadline,
    DutyState state,
    Reported.@Nullable Source settled) {

  /// How many duties stand how.
  ///
  /// @param counts a state that none is in may be missing
  public record Tally(Map<DutyState, Integer> counts) {
    public Tally {
      counts = Map.copyOf(counts);
    }

    public static Tally of(List<Duty> duties) {
      Map<DutyState, Integer> counts = new EnumMap<>(DutyState.class);
      duties.forEach(duty -> counts.merge(duty.state(), 1, Integer::sum));
      return new Tally(counts);
    }

    public int count(DutyState state) {
      return counts.getOrDefault(state, 0);
    }

    /// Reports that are there, of those whose period has ended.
    public Coverage completeness() {
      return new Coverage(onTime() + count(DutyState.LATE), expected());
    }

    /// Reports that came in time, of those whose period has ended.
    public Coverage timeliness() {
      return new Coverage(onTime(), expected());
    }

    private int onTime() {
      return count(DutyState.ON_TIME);
    }

    private int expected() {
      return counts.values().stream().mapToInt(Integer::intValue).sum() - count(DutyState.NOT_DUE);
    }
  }
}
