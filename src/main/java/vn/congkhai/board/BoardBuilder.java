package vn.congkhai.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Indicator.OverYear;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Shortfall.Basis;
import vn.congkhai.indicator.Shortfall.Rest;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Target;

/// Makes a board of figures. A pure function of what it is given.
final class BoardBuilder {
  private final Snapshot snapshot;
  private final Catalogue catalogue;
  private final int year;
  private final Map<IndicatorCode, Outlook> outlooks = new HashMap<>();

  BoardBuilder(Figures.Committed committed, Instant now) {
    this.snapshot = new Snapshot(committed, now);
    this.catalogue = committed.catalogue();
    this.year = catalogue.year();
  }

  Board build() {
    Map<AgencyCode, List<AgencyFigure>> byAgency = new HashMap<>();
    Map<IndicatorCode, List<AgencyFigure>> byIndicator = new HashMap<>();
    Instant newest = null;
    for (Agency agency : catalogue.agencies()) {
      boolean inForce = snapshot.inForce(agency);
      List<AgencyFigure> own = new ArrayList<>();
      for (Indicator indicator : catalogue.owedBy(agency.code())) {
        AgencyFigure figure = figure(agency, indicator);
        own.add(figure);
        newest = later(newest, snapshot.series(agency, indicator));
        if (inForce) {
          byIndicator.computeIfAbsent(indicator.code(), _ -> new ArrayList<>()).add(figure);
        }
      }
      byAgency.put(agency.code(), List.copyOf(own));
    }
    Map<IndicatorCode, RollUp> rollUps = new HashMap<>();
    for (Indicator indicator : catalogue.indicators()) {
      List<AgencyFigure> all = byIndicator.getOrDefault(indicator.code(), List.of());
      rollUps.put(indicator.code(), rollUp(indicator, all));
    }
    return new Board(snapshot, newest, byAgency, byIndicator, rollUps);
  }

  private @Nullable Instant later(@Nullable Instant newest, Series series) {
    Instant latest = newest;
    for (Reported reported : series.figures()) {
      boolean shown = reported.period().year() == year;
      if (shown && (latest == null || reported.receivedAt().isAfter(latest))) {
        latest = reported.receivedAt();
      }
    }
    return latest;
  }

  private AgencyFigure figure(Agency agency, Indicator indicator) {
    Reported newest = snapshot.series(agency, indicator).newest(year);
    Figure.Ratio yearToDate = snapshot.yearToDate(agency, indicator);
    Figure judged =
        indicator.measure() == Measure.RATIO || newest == null ? yearToDate : newest.figure();
    Target target = snapshot.target(indicator, agency);
    Standing standing = Standing.of(judged, target);
    // without a target of its own too: the province's may count on its cases
    Rest rest = rest(agency, indicator, yearToDate);
    boolean interim = newest != null && running(newest.period(), indicator);
    return new AgencyFigure(agency, indicator, newest, yearToDate, target, standing, rest, interim);
  }

  private @Nullable Rest rest(
      Agency agency, Indicator indicator, Figure.@Nullable Ratio yearToDate) {
    return outlooks
        .computeIfAbsent(indicator.code(), _ -> new Outlook(indicator, year, snapshot.today()))
        .rest(snapshot.reports(agency, indicator), yearToDate);
  }

  private boolean running(Period period, Indicator indicator) {
    return !period.ended(snapshot.today(), indicator.regime());
  }

  /// @param inForce the agencies that exist and owe it
  private RollUp rollUp(Indicator indicator, List<AgencyFigure> inForce) {
    List<Agency> ever = catalogue.agencies().stream().filter(indicator::owedBy).toList();
    List<Series> all = ever.stream().map(agency -> snapshot.series(agency, indicator)).toList();
    Period period = shownPeriod(indicator, all, inForce.size());
    Target target = catalogue.targets().effective(indicator.code(), snapshot.judgingDay());
    Figure.Ratio yearToDate = yearToDate(indicator, all, inForce);
    return new RollUp(
        indicator,
        period,
        period == null
            ? Collections.emptyNavigableMap()
            : Sums.of(all).of(year).headMap(period, true),
        period == null ? new Coverage(0, inForce.size()) : Coverage.of(snapshot, indicator, period),
        yearToDate,
        new Coverage(count(inForce, figure -> figure.judged() != null), inForce.size()),
        target,
        Standing.of(yearToDate, target),
        rest(inForce),
        count(inForce, figure -> figure.standing() == Standing.MET),
        period != null && running(period, indicator));
  }

  /// Cases are added over everybody who ever had them; of a stock only those who exist have any.
  private Figure.@Nullable Ratio yearToDate(
      Indicator indicator, List<Series> ever, List<AgencyFigure> inForce) {
    Figure.Ratio sum = null;
    if (indicator.overYear() == OverYear.NEWEST) {
      for (AgencyFigure figure : inForce) {
        sum = Figure.Ratio.sum(sum, figure.yearToDate());
      }
    } else {
      for (Series series : ever) {
        sum = Figure.Ratio.sum(sum, series.yearToDate(year, OverYear.SUM));
      }
    }
    return sum;
  }

  private static int count(List<AgencyFigure> figures, Predicate<AgencyFigure> which) {
    return (int) figures.stream().filter(which).count();
  }

  /// What its agencies expect, added. It rests on last year when all of them do.
  private static @Nullable Rest rest(List<AgencyFigure> agencies) {
    List<Rest> rests = agencies.stream().map(AgencyFigure::rest).filter(Objects::nonNull).toList();
    if (rests.isEmpty()) {
      return null;
    }
    long cases = rests.stream().mapToLong(Rest::cases).sum();
    Basis first = rests.getFirst().basis();
    boolean alike = rests.stream().allMatch(rest -> rest.basis() == first);
    return new Rest(cases, alike ? first : Basis.RUNNING_AVERAGE);
  }

  /// The newest ended period that at least half of the agencies have reported; else the newest
  /// ended one that anybody has, else the newest that runs.
  private @Nullable Period shownPeriod(Indicator indicator, List<Series> all, int expected) {
    NavigableMap<Period, Integer> ended = new TreeMap<>();
    NavigableMap<Period, Integer> running = new TreeMap<>();
    for (Series series : all) {
      for (Reported reported : series.figures()) {
        if (reported.period().year() == year) {
          (running(reported.period(), indicator) ? running : ended)
              .merge(reported.period(), 1, Integer::sum);
        }
      }
    }
    for (var entry : ended.descendingMap().entrySet()) {
      if (2 * entry.getValue() >= expected) {
        return entry.getKey();
      }
    }
    if (!ended.isEmpty()) {
      return ended.lastKey();
    }
    return running.isEmpty() ? null : running.lastKey();
  }
}
