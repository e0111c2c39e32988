package vn.congkhai.board;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.DueRule.Deadline;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Period;
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

  Reading read(Agency agency, Indicator indicator) {
    Series own = seen(snapshot.series(agency, indicator), indicator);
    List<Series> absorbed =
        snapshot.absorbed(agency, indicator).stream().map(unit -> seen(unit, indicator)).toList();
    int year = snapshot.catalogue().year();
    Figure judged;
    if (indicator.measure() == Measure.RATIO) {
      judged = Series.yearToDate(own, absorbed, year, indicator.overYear());
    } else {
      Reported newest = own.newest(year);
      judged = newest == null ? null : newest.figure();
    }
    Set<Period> periods = new HashSet<>(periods(own));
    absorbed.forEach(unit -> periods.addAll(periods(unit)));
    return new Reading(periods, judged, Standing.of(judged, snapshot.target(indicator, agency)));
  }

  /// The periods of the year that the agency itself reported.
  Set<Period> periods(Agency agency, Indicator indicator) {
    return periods(seen(snapshot.series(agency, indicator), indicator));
  }

  private Series seen(Series series, Indicator indicator) {
    return until == null ? series : series.until(until, indicator.regime());
  }

  private Set<Period> periods(Series series) {
    return series.figures().stream()
        .map(Reported::period)
        .filter(period -> period.year() == snapshot.catalogue().year())
        .collect(Collectors.toSet());
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
