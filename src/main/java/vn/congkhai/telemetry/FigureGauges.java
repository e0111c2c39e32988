package vn.congkhai.telemetry;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.AgencyFigure;
import vn.congkhai.board.Board;
import vn.congkhai.board.Duty;
import vn.congkhai.board.Reported;
import vn.congkhai.board.RollUp;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Level;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Shortfall;
import vn.congkhai.indicator.Standing;

/// The gauges that have one series for each agency and indicator, and one for the province.
final class FigureGauges {
  private final Board board;
  private final String province;
  private final GaugeSnapshot.Builder ratio =
      gauge("ratio", "Fraction of the newest reported period");
  private final GaugeSnapshot.Builder yearToDate =
      gauge("year_to_date_ratio", "Fraction of the sums of the year");
  private final GaugeSnapshot.Builder value = gauge("value", "Bare value of the newest period");
  private final GaugeSnapshot.Builder numerator =
      gauge("numerator", "Numerator of the newest reported period");
  private final GaugeSnapshot.Builder denominator =
      gauge("denominator", "Denominator of the newest reported period");
  private final GaugeSnapshot.Builder met =
      gauge("met", "1 when the effective target is met, 0 when it is missed");
  private final GaugeSnapshot.Builder missingCases =
      gauge("missing_cases", "Qualifying cases that the year to date is short of its target");
  private final GaugeSnapshot.Builder neededRatio =
      gauge(
          "needed_ratio",
          "Fraction of the cases expected until the year's end that must qualify; above 1 when not"
              + " even all are enough");
  private final GaugeSnapshot.Builder reachable =
      gauge("reachable", "1 when a missed target can still be reached this year, else 0");
  private final GaugeSnapshot.Builder overdue =
      GaugeSnapshot.builder()
          .name("congkhai_report_overdue")
          .help("1 when a report is past its last day and not there, never sent included");
  private final GaugeSnapshot.Builder arrival =
      GaugeSnapshot.builder()
          .name("congkhai_report_timestamp_seconds")
          .help("When the newest figure arrived");
  private final GaugeSnapshot.Builder periodEnd =
      GaugeSnapshot.builder()
          .name("congkhai_report_period_end_timestamp_seconds")
          .help("End of the period that the newest figure is for");

  FigureGauges(Board board) {
    this.board = board;
    this.province = board.catalogue().province().code();
  }

  List<GaugeSnapshot> gauges() {
    for (Indicator indicator : board.catalogue().indicators()) {
      add(board.rollUp(indicator));
    }
    for (Agency agency : board.catalogue().agencies()) {
      Map<IndicatorCode, Boolean> late = overdue(agency);
      for (AgencyFigure figure : board.figures(agency.code())) {
        add(figure, late.get(figure.indicator().code()));
      }
    }
    return List.of(
        ratio.build(),
        yearToDate.build(),
        value.build(),
        numerator.build(),
        denominator.build(),
        met.build(),
        missingCases.build(),
        neededRatio.build(),
        reachable.build(),
        overdue.build(),
        arrival.build(),
        periodEnd.build());
  }

  private void add(RollUp rollUp) {
    Labels labels = labels(Level.PROVINCE, province, rollUp.indicator());
    Figure.Ratio sum = rollUp.sum();
    if (sum != null) {
      counts(labels, sum);
    }
    yearToDate(labels, rollUp.yearToDate());
    standing(labels, rollUp.standing());
    shortfall(labels, rollUp.shortfall());
  }

  /// @param late whether a report on it is overdue; null when none is owed
  private void add(AgencyFigure figure, @Nullable Boolean late) {
    Indicator indicator = figure.indicator();
    Labels labels = labels(figure.agency().level(), figure.agency().code().value(), indicator);
    if (late != null) {
      point(overdue, labels, late ? 1 : 0);
    }
    Reported newest = figure.newest();
    if (newest == null) {
      return;
    }
    switch (newest.figure()) {
      case Figure.Ratio counts -> counts(labels, counts);
      case Figure.Value(BigDecimal amount) ->
          point(value, labels.add("unit", unit(indicator)), amount.doubleValue());
    }
    yearToDate(labels, figure.yearToDate());
    standing(labels, figure.standing());
    shortfall(labels, figure.shortfall());
    point(arrival, labels, newest.receivedAt().toEpochMilli() / 1000.0);
    point(periodEnd, labels, end(newest.period(), indicator));
  }

  /// Whether something is overdue, for each indicator that the agency owes a report on.
  private Map<IndicatorCode, Boolean> overdue(Agency agency) {
    Map<IndicatorCode, Boolean> overdue = new HashMap<>();
    for (Duty duty : board.duties().of(agency.code())) {
      overdue.merge(duty.indicator().code(), duty.state().overdue(), Boolean::logicalOr);
    }
    return overdue;
  }

  private void counts(Labels labels, Figure.Ratio counts) {
    counts.fraction().ifPresent(fraction -> point(ratio, labels, fraction));
    point(numerator, labels, (double) counts.numerator());
    point(denominator, labels, (double) counts.denominator());
  }

  private void yearToDate(Labels labels, Figure.@Nullable Ratio sums) {
    if (sums != null) {
      sums.fraction().ifPresent(fraction -> point(yearToDate, labels, fraction));
    }
  }

  private void standing(Labels labels, Standing standing) {
    if (standing == Standing.MET || standing == Standing.MISSED) {
      point(met, labels, standing == Standing.MET ? 1 : 0);
    }
  }

  private void shortfall(Labels labels, @Nullable Shortfall shortfall) {
    if (shortfall == null) {
      return;
    }
    point(missingCases, labels, (double) shortfall.missingCases());
    shortfall.neededRatio().ifPresent(ratio -> point(neededRatio, labels, ratio));
    Boolean can = shortfall.reachable();
    if (can != null) {
      point(reachable, labels, can ? 1 : 0);
    }
  }

  private static double end(Period period, Indicator indicator) {
    return period.end(indicator.regime()).atStartOfDay(Period.ZONE).toEpochSecond();
  }

  private Labels labels(Level level, String agency, Indicator indicator) {
    return Labels.of(
        "province",
        province,
        "level",
        level.code(),
        "agency",
        agency,
        "indicator",
        indicator.code().value());
  }

  /// `percent`, or the unit's name in plain letters: label values are codes.
  private static String unit(Indicator indicator) {
    if (indicator.percent()) {
      return "percent";
    }
    String plain = Normalizer.normalize(indicator.unit().vi(), Normalizer.Form.NFD);
    return plain
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd')
        .replaceAll("[^a-z0-9]+", "-");
  }

  private static GaugeSnapshot.Builder gauge(String name, String help) {
    return GaugeSnapshot.builder().name("congkhai_indicator_" + name).help(help);
  }

  static void point(GaugeSnapshot.Builder gauge, Labels labels, double value) {
    gauge.dataPoint(
        GaugeSnapshot.GaugeDataPointSnapshot.builder().labels(labels).value(value).build());
  }
}
