package vn.congkhai.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.DueRule.Deadline;
import vn.congkhai.indicator.DutyState;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;

/// Who owes which report, and who has sent it. Computed when it is asked for, once an agency.
public final class Duties {
  private final Snapshot snapshot;
  private final Map<AgencyCode, List<Duty>> byAgency = new ConcurrentHashMap<>();

  Duties(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// What the agency owes of the board's year up to the periods that run, the newest period first;
  /// empty for an unknown agency.
  public List<Duty> of(AgencyCode code) {
    return byAgency.computeIfAbsent(code, this::all);
  }

  private List<Duty> all(AgencyCode code) {
    List<Duty> duties = new ArrayList<>();
    Agency agency = snapshot.catalogue().agency(code.value());
    if (agency == null) {
      return duties;
    }
    for (Indicator indicator : snapshot.catalogue().owedBy(code)) {
      duties.addAll(of(agency, indicator));
    }
    duties.sort(Comparator.comparing(Duty::period).reversed());
    return List.copyOf(duties);
  }

  /// What the agency owes of one indicator in the board's year up to the period that runs, the
  /// oldest first.
  public List<Duty> of(Agency agency, Indicator indicator) {
    List<Duty> duties = new ArrayList<>();
    Series series = snapshot.series(agency, indicator);
    int year = snapshot.catalogue().year();
    var schedule = snapshot.catalogue().schedule();
    for (Period period : schedule.owed(agency, indicator, year, snapshot.today())) {
      Deadline deadline = schedule.deadline(agency, indicator, period);
      if (deadline != null) {
        duties.add(duty(agency, indicator, period, deadline, series));
      }
    }
    return duties;
  }

  /// What all agencies owe of that period, in the order of the catalogue.
  public List<Duty> of(Period period) {
    List<Indicator> asked = asked(period);
    return snapshot.catalogue().agencies().stream()
        .flatMap(agency -> of(agency, period, asked).stream())
        .toList();
  }

  /// What the agency owes of that period, in the order of the catalogue.
  public List<Duty> of(Agency agency, Period period) {
    return of(agency, period, asked(period));
  }

  private List<Indicator> asked(Period period) {
    var catalogue = snapshot.catalogue();
    return catalogue.indicators().stream()
        .filter(indicator -> indicator.cycle() == period.cycle())
        .filter(indicator -> catalogue.schedule().asked(indicator, period))
        .toList();
  }

  private List<Duty> of(Agency agency, Period period, List<Indicator> asked) {
    List<Duty> duties = new ArrayList<>();
    for (Indicator indicator : asked) {
      if (indicator.owedBy(agency) && agency.existsFor(period, indicator.regime())) {
        Deadline deadline = snapshot.catalogue().schedule().deadline(agency, indicator, period);
        if (deadline != null) {
          Series series = snapshot.series(agency, indicator);
          duties.add(duty(agency, indicator, period, deadline, series));
        }
      }
    }
    return duties;
  }

  /// The periods of the board's year that anybody owes something of, up to those that run, the
  /// newest first.
  public List<Period> periods() {
    TreeSet<Period> periods = new TreeSet<>(Comparator.reverseOrder());
    var catalogue = snapshot.catalogue();
    for (Indicator indicator : catalogue.indicators()) {
      Period period = new Period(indicator.cycle(), catalogue.year(), 1);
      while (period.year() == catalogue.year()
          && !snapshot.today().isBefore(period.start(indicator.regime()))) {
        if (catalogue.schedule().asked(indicator, period)) {
          periods.add(period);
        }
        period = period.next();
      }
    }
    return List.copyOf(periods);
  }

  /// The newest month that has ended, else the newest period of any kind; null when nothing is owed
  /// yet.
  public @Nullable Period newestEnded() {
    List<Period> periods = periods();
    for (Period period : periods) {
      boolean ended =
          snapshot.catalogue().indicators().stream()
              .filter(indicator -> indicator.cycle() == period.cycle())
              .allMatch(indicator -> period.ended(snapshot.today(), indicator.regime()));
      if (ended && period.cycle() == Cycle.MONTH) {
        return period;
      }
    }
    return periods.isEmpty() ? null : periods.getFirst();
  }

  private Duty duty(
      Agency agency, Indicator indicator, Period period, Deadline deadline, Series series) {
    Reported reported = series.at(period);
    Reported.Source settled = reported == null ? null : reported.settled();
    DutyState state =
        settled == null
            ? DutyState.open(
                snapshot.today(),
                period.end(indicator.regime()),
                deadline.day(),
                snapshot.ever(agency, indicator))
            : DutyState.settled(
                LocalDate.ofInstant(settled.receivedAt(), Period.ZONE), deadline.day());
    return new Duty(agency, indicator, period, deadline, state, settled);
  }
}
