package vn.congkhai.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Target;

/// Everything that was committed, at one moment: what a board is made of.
final class Snapshot {
  private final Catalogue catalogue;
  private final Figures.Committed committed;
  private final Instant now;
  private final LocalDate today;
  private final LocalDate judgingDay;
  private final Tasks tasks;

  Snapshot(Figures.Committed committed, Instant now) {
    this.catalogue = committed.catalogue();
    this.committed = committed;
    this.now = now;
    this.today = LocalDate.ofInstant(now, Period.ZONE);
    this.judgingDay = Catalogue.judgingDay(catalogue.year(), today);
    this.tasks = new Tasks(committed.catalogue(), committed.statements(), today);
  }

  Catalogue catalogue() {
    return catalogue;
  }

  long version() {
    return committed.version();
  }

  Instant now() {
    return now;
  }

  /// The day in Vietnam.
  LocalDate today() {
    return today;
  }

  /// The day whose targets and agencies the board's year is held against.
  LocalDate judgingDay() {
    return judgingDay;
  }

  Statements statements() {
    return committed.statements();
  }

  Tasks tasks() {
    return tasks;
  }

  boolean inForce(Agency agency) {
    return agency.validity().on(judgingDay);
  }

  /// What the agency itself reported, or what was computed for it.
  Series series(Agency agency, Indicator indicator) {
    if (indicator.source() == Indicator.Source.PLAN_TASKS) {
      return tasks.completed(agency);
    }
    AgencyFigures own = committed.agencies().get(agency.code());
    return own == null ? Series.EMPTY : own.of(indicator.code());
  }

  /// What the agency itself reported, and what all did that was merged into it.
  List<Series> reports(Agency agency, Indicator indicator) {
    List<Series> all = new ArrayList<>(absorbed(agency, indicator));
    all.add(series(agency, indicator));
    return all;
  }

  /// The year's figure of the agency with what was merged into it; null when none was reported.
  Figure.@Nullable Ratio yearToDate(Agency agency, Indicator indicator) {
    return Series.yearToDate(
        series(agency, indicator),
        absorbed(agency, indicator),
        catalogue.year(),
        indicator.overYear());
  }

  /// Whether the agency, or a unit that was merged into it, has ever reported the indicator.
  boolean ever(Agency agency, Indicator indicator) {
    return !series(agency, indicator).figures().isEmpty()
        || absorbed(agency, indicator).stream().anyMatch(unit -> !unit.figures().isEmpty());
  }

  /// What the units reported that were merged into the agency.
  List<Series> absorbed(Agency agency, Indicator indicator) {
    List<Agency> absorbed = catalogue.lineage().absorbed(agency.code());
    return absorbed.isEmpty()
        ? List.of()
        : absorbed.stream().map(unit -> series(unit, indicator)).toList();
  }

  /// The strictest target that binds the agency now.
  @Nullable Target target(Indicator indicator, Agency agency) {
    return catalogue.targets().effective(indicator.code(), agency, judgingDay);
  }
}
