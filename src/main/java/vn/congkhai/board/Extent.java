package vn.congkhai.board;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.DueRule.Deadline;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Indicator.OverYear;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Regime;
import vn.congkhai.indicator.Standing;

/// How much of a year is looked at: all of it, or only what had ended by a day, which shows the
/// board as it was.
///
/// @param until periods that end after that day do not count; null when all do
record Extent(Snapshot snapshot, @Nullable LocalDate until) {

  /// What there is of one agency and indicator.
  ///
  /// @param periods those that were reported
  /// @param judged the figure that is held against the target; null when nothing was reported
  record Reading(Set<Period> periods, @Nullable Figure judged, Standing standing) {}

  boolean holds(Period period, Regime regime) {
    return period.year() == snapshot.catalogue().year()
        && (until == null || !period.end(regime).isAfter(until));
  }

  Reading read(Agency agency, Indicator indicator) {
    Set<Period> periods = new HashSet<>();
    Figure judged = null;
    if (indicator.measure() == Measure.RATIO) {
      boolean adds = indicator.overYear() == OverYear.SUM;
      for (var entry : snapshot.sums(agency, indicator).byPeriod().entrySet()) {
        if (holds(entry.getKey(), indicator.regime())) {
          periods.add(entry.getKey());
          judged =
              adds && judged instanceof Figure.Ratio sum
                  ? sum.plus(entry.getValue())
                  : entry.getValue();
        }
      }
    } else {
      for (Reported reported : snapshot.series(agency, indicator).figures()) {
        if (holds(reported.period(), indicator.regime())) {
          periods.add(reported.period());
          judged = reported.figure();
        }
      }
    }
    return new Reading(periods, judged, Standing.of(judged, snapshot.target(indicator, agency)));
  }

  /// The periods that were reported.
  Set<Period> periods(Agency agency, Indicator indicator) {
    Set<Period> periods = new HashSet<>();
    for (Reported reported : snapshot.series(agency, indicator).figures()) {
      if (holds(reported.period(), indicator.regime())) {
        periods.add(reported.period());
      }
    }
    return periods;
  }

  /// Whether a target binds the agency and a report on it is past its last day: then having
  /// reported nothing is a target missed, and before that it is none.
  boolean missed(Agency agency, Indicator indicator) {
    if (snapshot.target(indicator, agency) == null) {
      return false;
    }
    LocalDate day = until == null ? snapshot.today() : until;
    var schedule = snapshot.catalogue().schedule();
    for (Period period :
        schedule.owed(agency, indicator, snapshot.catalogue().year(), snapshot.today())) {
      Deadline deadline = schedule.deadline(agency, indicator, period);
      if (deadline != null && day.isAfter(deadline.day())) {
        return true;
      }
    }
    return false;
  }
}
