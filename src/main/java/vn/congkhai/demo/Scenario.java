package vn.congkhai.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.Period;

/// Who sends what when: most agencies within days of a period's end, some late, one in eighteen
/// never, one in fifteen no longer since the summer; and one that corrects itself. Beside them the
/// tasks of the plans and what another source publishes.
final class Scenario {
  private static final int NEVER_ONE_IN = 18;
  private static final int SILENT_ONE_IN = 15;
  private static final String CORRECTION_NOTE =
      "Đính chính: lần trước tính thiếu hồ sơ nộp qua bưu chính.";

  private final Catalogue catalogue;
  private final PlausibleFigures figures;
  private final SplittableRandom random;
  private final Instant now;
  private final LocalDate today;
  private final List<Agency> agencies;
  private final TaskScenario tasks;
  private final OfficialScenario official;
  private final List<Agency> reporting = new ArrayList<>();

  Scenario(Catalogue catalogue, PlausibleFigures figures, long seed, Instant now) {
    this.catalogue = catalogue;
    this.figures = figures;
    this.random = new SplittableRandom(seed);
    this.now = now;
    this.today = LocalDate.ofInstant(now, Period.ZONE);
    this.agencies =
        catalogue.agencies().stream().filter(agency -> agency.validity().on(today)).toList();
    this.tasks = new TaskScenario(catalogue, seed);
    this.official = new OfficialScenario(catalogue, figures);
  }

  /// Every report of the periods that have ended, in the order of sending; those after `now` are
  /// still to come.
  List<Report> reports() {
    List<Report> reports = new ArrayList<>();
    boolean corrected = false;
    for (Agency agency : agencies) {
      boolean never = random.nextInt(NEVER_ONE_IN) == 0;
      boolean silent = random.nextInt(SILENT_ONE_IN) == 0;
      List<Report.Figures> own = never ? List.of() : reports(agency, silent);
      reports.addAll(own);
      if (!never && !silent) {
        reporting.add(agency);
      }
      if (!corrected && own.size() > 6) {
        reports.add(correction(agency, own.get(4)));
        corrected = true;
      }
    }
    reports.addAll(tasks.reports(reporting));
    reports.addAll(official.reports(agencies, today));
    reports.sort(Comparator.comparing(Report::sentAt));
    return reports;
  }

  /// The agencies that exist.
  List<Agency> agencies() {
    return agencies;
  }

  /// The agencies that still report, after [#reports] has told who does.
  List<Agency> reporting() {
    return List.copyOf(reporting);
  }

  private List<Report.Figures> reports(Agency agency, boolean silent) {
    Map<Cycle, List<Indicator>> byCycle = new EnumMap<>(Cycle.class);
    for (Indicator indicator : reported(agency)) {
      byCycle.computeIfAbsent(indicator.cycle(), _ -> new ArrayList<>()).add(indicator);
    }
    List<Report.Figures> reports = new ArrayList<>();
    byCycle.forEach((cycle, indicators) -> {
      Period period = new Period(cycle, catalogue.year(), 1);
      while (period.year() == catalogue.year()) {
        LocalDate end = period.end(indicators.getFirst().regime());
        boolean stopped = silent && end.getMonthValue() > 6;
        if (!end.isAfter(today) && !stopped) {
          reports.add(report(agency, indicators, period, end));
        }
        period = period.next();
      }
    });
    return reports;
  }

  private List<Indicator> reported(Agency agency) {
    return catalogue.owedBy(agency.code()).stream()
        .filter(indicator -> indicator.source() == Indicator.Source.AGENCIES)
        .toList();
  }

  private Report.Figures report(
      Agency agency, List<Indicator> indicators, Period period, LocalDate end) {
    int days = random.nextInt(8) == 0 ? 5 + random.nextInt(9) : random.nextInt(5);
    LocalTime time = LocalTime.of(8 + random.nextInt(9), random.nextInt(60), random.nextInt(60));
    List<Observation> observations = new ArrayList<>();
    for (Indicator indicator : indicators) {
      observations.add(
          new Observation(indicator.code(), period, figures.of(agency, indicator, period)));
    }
    Instant sentAt = end.plusDays(days).atTime(time).atZone(Period.ZONE).toInstant();
    return new Report.Figures(sentAt, agency.code(), "", observations);
  }

  /// The first ratio of an earlier report again, nine days later, with some cases more.
  private static Report correction(Agency agency, Report.Figures report) {
    List<Observation> corrected = new ArrayList<>();
    for (Observation observation : report.observations()) {
      if (observation.figure() instanceof Figure.Ratio(long numerator, long denominator)
          && corrected.isEmpty()) {
        corrected.add(
            new Observation(
                observation.indicator(),
                observation.period(),
                new Figure.Ratio(numerator + 7, denominator + 9)));
      }
    }
    return new Report.Figures(
        report.sentAt().plusSeconds(9 * 86_400L), agency.code(), CORRECTION_NOTE, corrected);
  }

  /// What an agency has counted so far in the month that is running.
  ///
  /// @param more cases that came in since, for a board that is seen to live
  Report.Figures interim(Agency agency, int more) {
    List<Observation> observations = new ArrayList<>();
    for (Indicator indicator : reported(agency)) {
      Period period = Period.containing(today, indicator.cycle(), indicator.regime());
      boolean counted = indicator.measure() == Measure.RATIO && indicator.cycle() == Cycle.MONTH;
      if (counted && period.year() == catalogue.year()) {
        observations.add(
            new Observation(indicator.code(), period, soFar(agency, indicator, period, more)));
      }
    }
    return new Report.Figures(now, agency.code(), "", observations);
  }

  private Figure soFar(Agency agency, Indicator indicator, Period period, int more) {
    long start = period.start(indicator.regime()).toEpochDay();
    long end = period.end(indicator.regime()).toEpochDay();
    double part = (today.toEpochDay() - start + 0.5) / (end - start);
    Figure.Ratio counted = (Figure.Ratio) figures.of(agency, indicator, period, part);
    return counted.denominator() == 0
        ? counted
        : new Figure.Ratio(counted.numerator() + more, counted.denominator() + more);
  }
}
