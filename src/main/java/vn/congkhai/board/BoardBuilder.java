package vn.congkhai.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Level;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Standing;
import vn.congkhai.indicator.Target;

/// Makes a board of figures. A pure function of what it is given.
final class BoardBuilder {
  private final Catalogue catalogue;
  private final Figures.Committed figures;
  private final Instant now;
  private final LocalDate today;
  private final int year;

  BoardBuilder(Catalogue catalogue, Figures.Committed figures, Instant now) {
    this.catalogue = catalogue;
    this.figures = figures;
    this.now = now;
    this.today = LocalDate.ofInstant(now, Period.ZONE);
    this.year = catalogue.year();
  }

  Board build() {
    Map<AgencyCode, List<AgencyFigure>> byAgency = new HashMap<>();
    Map<IndicatorCode, List<AgencyFigure>> byIndicator = new HashMap<>();
    Instant newest = null;
    for (Agency agency : catalogue.agencies()) {
      List<AgencyFigure> own = new ArrayList<>();
      for (Indicator indicator : catalogue.owedBy(agency.code())) {
        AgencyFigure figure = figure(agency, indicator);
        own.add(figure);
        byIndicator.computeIfAbsent(indicator.code(), _ -> new ArrayList<>()).add(figure);
        newest = later(newest, figure.newest());
      }
      byAgency.put(agency.code(), List.copyOf(own));
    }
    Map<IndicatorCode, RollUp> rollUps = new HashMap<>();
    for (Indicator indicator : catalogue.indicators()) {
      List<AgencyFigure> all = byIndicator.getOrDefault(indicator.code(), List.of());
      rollUps.put(indicator.code(), rollUp(indicator, all));
    }
    return new Board(
        catalogue, figures.version(), now, today, newest, byAgency, byIndicator, rollUps);
  }

  private static @Nullable Instant later(@Nullable Instant newest, @Nullable Reported reported) {
    if (reported == null || (newest != null && newest.isAfter(reported.receivedAt()))) {
      return newest;
    }
    return reported.receivedAt();
  }

  private AgencyFigure figure(Agency agency, Indicator indicator) {
    Series series = series(agency, indicator);
    Reported newest = series.newest(year);
    Figure.Ratio yearToDate = series.yearToDate(year);
    Figure judged =
        indicator.measure() == Measure.RATIO || newest == null ? yearToDate : newest.figure();
    Target target = catalogue.effectiveTarget(indicator.code(), agency.level());
    boolean interim = newest != null && !newest.period().ended(today, indicator.regime());
    return new AgencyFigure(
        agency, indicator, newest, yearToDate, target, Standing.of(judged, target), interim);
  }

  private RollUp rollUp(Indicator indicator, List<AgencyFigure> all) {
    Period period = shownPeriod(indicator, all);
    Figure.Ratio sum = null;
    Figure.Ratio yearToDate = null;
    int reported = 0;
    int reportedYear = 0;
    int met = 0;
    for (AgencyFigure figure : all) {
      Reported ofPeriod = period == null ? null : series(figure).at(period);
      if (ofPeriod != null) {
        reported++;
        sum = plus(sum, ofPeriod.figure());
      }
      if (figure.newest() != null) {
        reportedYear++;
        yearToDate = plus(yearToDate, figure.yearToDate());
      }
      met += figure.standing() == Standing.MET ? 1 : 0;
    }
    Target target = catalogue.effectiveTarget(indicator.code(), Level.PROVINCE);
    return new RollUp(
        indicator,
        period,
        sum,
        new Coverage(reported, all.size()),
        yearToDate,
        new Coverage(reportedYear, all.size()),
        target,
        Standing.of(yearToDate, target),
        met,
        period != null && !period.ended(today, indicator.regime()));
  }

  private static Figure.@Nullable Ratio plus(Figure.@Nullable Ratio sum, @Nullable Figure figure) {
    if (!(figure instanceof Figure.Ratio ratio)) {
      return sum;
    }
    return sum == null ? ratio : sum.plus(ratio);
  }

  private @Nullable Period shownPeriod(Indicator indicator, List<AgencyFigure> all) {
    TreeSet<Period> ended = new TreeSet<>();
    TreeSet<Period> running = new TreeSet<>();
    for (AgencyFigure figure : all) {
      for (Reported reported : series(figure).figures()) {
        Period period = reported.period();
        if (period.year() == year) {
          (period.ended(today, indicator.regime()) ? ended : running).add(period);
        }
      }
    }
    if (!ended.isEmpty()) {
      return ended.last();
    }
    return running.isEmpty() ? null : running.last();
  }

  private Series series(AgencyFigure figure) {
    return series(figure.agency(), figure.indicator());
  }

  private Series series(Agency agency, Indicator indicator) {
    AgencyFigures own = figures.agencies().get(agency.code());
    return own == null ? Series.EMPTY : own.of(indicator.code());
  }
}
