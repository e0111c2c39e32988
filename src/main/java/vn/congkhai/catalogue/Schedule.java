package vn.congkhai.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.DueRule;
import vn.congkhai.indicator.DueRule.Deadline;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Target;
import vn.congkhai.indicator.WorkingDays;

/// Which reports are due when.
public final class Schedule {
  private final Period from;
  private final List<DueRule> rules;
  private final WorkingDays calendar;
  private final Targets targets;

  /// @param from the month from which reports are asked for
  Schedule(Period from, List<DueRule> rules, WorkingDays calendar, Targets targets) {
    this.from = from;
    this.rules = List.copyOf(rules);
    this.calendar = calendar;
    this.targets = targets;
  }

  public WorkingDays calendar() {
    return calendar;
  }

  public List<DueRule> rules() {
    return rules;
  }

  /// The last day on which the agency's report is in time, or null when nobody asks for it: no plan
  /// that then binds the agency with a target for the indicator says when, the service computes it,
  /// or the period was before reports were asked for. When several plans ask, the earliest day
  /// counts.
  public @Nullable Deadline deadline(Agency agency, Indicator indicator, Period period) {
    return earliest(indicator, period, target -> target.binding().include(agency));
  }

  /// Whether anybody is asked for the indicator of that period.
  public boolean asked(Indicator indicator, Period period) {
    return earliest(indicator, period, _ -> true) != null;
  }

  private @Nullable Deadline earliest(Indicator indicator, Period period, Predicate<Target> binds) {
    LocalDate end = period.end(indicator.regime());
    if (indicator.source() != Indicator.Source.AGENCIES
        || end.isBefore(from.end(indicator.regime()))) {
      return null;
    }
    Deadline earliest = null;
    for (DueRule rule : rules) {
      if (rule.concerns(indicator.cycle()) && asks(rule, indicator, end.minusDays(1), binds)) {
        Deadline deadline = rule.deadline(period, calendar);
        if (earliest == null || deadline.day().isBefore(earliest.day())) {
          earliest = deadline;
        }
      }
    }
    return earliest;
  }

  private boolean asks(
      DueRule rule, Indicator indicator, LocalDate lastDay, Predicate<Target> binds) {
    for (Target target : targets.of(indicator.code())) {
      if (target.plan().equals(rule.plan())
          && target.validity().on(lastDay)
          && binds.test(target)) {
        return true;
      }
    }
    return false;
  }

  /// The periods of the year that the agency owes of the indicator, up to the one that runs on that
  /// day, the oldest first.
  public List<Period> owed(Agency agency, Indicator indicator, int year, LocalDate today) {
    List<Period> owed = new ArrayList<>();
    if (!indicator.owedBy(agency)) {
      return owed;
    }
    Period period = new Period(indicator.cycle(), year, 1);
    while (period.year() == year && !today.isBefore(period.start(indicator.regime()))) {
      if (agency.existsFor(period, indicator.regime())
          && deadline(agency, indicator, period) != null) {
        owed.add(period);
      }
      period = period.next();
    }
    return owed;
  }
}
