package vn.congkhai.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Shortfall;
import vn.congkhai.indicator.Shortfall.Basis;
import vn.congkhai.indicator.Shortfall.Rest;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Target;

/// Makes a board of figures. A pure function of what it is given.
final class BoardBuilder {
  private final Snapshot snapshot;
  private final Catalogue catalogue;
  private final int year;

  BoardBuilder(Catalogue catalogue, Figures.Committed committed, Instant now) {
    this.snapshot = new Snapshot(catalogue, committed, now);
    this.catalogue = catalogue;
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
        newest = later(newest, figure.newest());
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

  private static @Nullable Instant later(@Nullable Instant newest, @Nullable Reported reported) {
    if (reported == null || (newest != null && newest.isAfter(reported.receivedAt()))) {
      return newest;
    }
    return reported.receivedAt();
  }

  private AgencyFigure figure(Agency agency, Indicator indicator) {
    Reported newest = snapshot.series(agency, indicator).newest(year);
    Figure.Ratio yearToDate = snapshot.yearToDate(agency, indicator);
    Figure judged =
        indicator.measure() == Measure.RATIO || newest == null ? yearToDate : newest.figure();
    Target target = snapshot.target(indicator, agency);
    Standing standing = Standing.of(judged, target);
    Shortfall shortfall =
        standing == Standing.MISSED
            ? Shortfall.of(yearToDate, target, rest(agency, indicator))
            : null;
    boolean interim = newest != null && running(newest.period(), indicator);
    return new AgencyFigure(
        agency, indicator, newest, yearToDate, target, standing, shortfall, interim);
  }

  private @Nullable Rest rest(Agency agency, Indicator indicator) {
    Sums sums = snapshot.sums(agency, indicator);
    return new Outlook(indicator, sums, year, snapshot.today()).rest();
  }

  private boolean running(Period period, Indicator indicator) {
    return !period.ended(snapshot.today(), indicator.regime());
  }

  /// @param inForce the agencies that exist and owe it
  private RollUp rollUp(Indicator indicator, List<AgencyFigure> inForce) {
    List<Agency> ever = catalogue.agencies().stream().filter(indicator::owedBy).toList();
    List<Series> all = ever.stream().map(agency -> snapshot.series(agency, indicator)).toList();
    Period period = shownPeriod(indicator, all);
    Target target = catalogue.targets().effective(indicator.code(), snapshot.judgingDay());
    Figure.Ratio yearToDate = snapshot.yearToDate(all);
    Standing standing = Standing.of(yearToDate, target);
    Rest rest = standing == Standing.MISSED ? provinceRest(indicator, inForce) : null;
    return new RollUp(
        indicator,
        period,
        period == null ? null : sum(all, period),
        coverage(indicator, period, ever, inForce.size()),
        yearToDate,
        new Coverage(count(inForce, figure -> figure.newest() != null), inForce.size()),
        target,
        standing,
        Shortfall.of(yearToDate, target, rest),
        count(inForce, figure -> figure.standing() == Standing.MET),
        period != null && running(period, indicator));
  }

  private static int count(List<AgencyFigure> figures, Predicate<AgencyFigure> which) {
    return (int) figures.stream().filter(which).count();
  }

  /// Who reported the period, of those who existed then.
  private Coverage coverage(
      Indicator indicator, @Nullable Period period, List<Agency> ever, int inForce) {
    if (period == null) {
      return new Coverage(0, inForce);
    }
    int expected = 0;
    int reported = 0;
    for (Agency agency : ever) {
      if (agency.existsFor(period, indicator.regime())) {
        expected++;
        reported += snapshot.series(agency, indicator).at(period) == null ? 0 : 1;
      }
    }
    return new Coverage(reported, expected);
  }

  /// What its agencies expect, added. It rests on last year when all of them do.
  private @Nullable Rest provinceRest(Indicator indicator, List<AgencyFigure> agencies) {
    List<Rest> rests =
        agencies.stream()
            .map(figure -> rest(figure.agency(), indicator))
            .filter(Objects::nonNull)
            .toList();
    if (rests.isEmpty()) {
      return null;
    }
    long cases = rests.stream().mapToLong(Rest::cases).sum();
    Basis first = rests.getFirst().basis();
    boolean alike = rests.stream().allMatch(rest -> rest.basis() == first);
    return new Rest(cases, alike ? first : Basis.RUNNING_AVERAGE);
  }

  private static Figure.@Nullable Ratio sum(List<Series> all, Period period) {
    Figure.Ratio sum = null;
    for (Series series : all) {
      Reported reported = series.at(period);
      if (reported != null && reported.figure() instanceof Figure.Ratio ratio) {
        sum = Figure.Ratio.sum(sum, ratio);
      }
    }
    return sum;
  }

  private @Nullable Period shownPeriod(Indicator indicator, List<Series> all) {
    NavigableSet<Period> ended = new TreeSet<>();
    NavigableSet<Period> running = new TreeSet<>();
    for (Series series : all) {
      for (Reported reported : series.figures()) {
        if (reported.period().year() == year) {
          (running(reported.period(), indicator) ? running : ended).add(reported.period());
        }
      }
    }
    if (!ended.isEmpty()) {
      return ended.last();
    }
    return running.isEmpty() ? null : running.last();
  }
}
