package vn.congkhai.telemetry;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import vn.congkhai.board.Board;
import vn.congkhai.board.Coverage;
import vn.congkhai.board.RollUp;
import vn.congkhai.indicator.Indicator;

/// How many agencies the province's figures are of: one series for each indicator.
final class CoverageGauges {
  private final GaugeSnapshot.Builder reported =
      gauge("coverage_reported", "Agencies that reported the period shown for the province");
  private final GaugeSnapshot.Builder expected =
      gauge("coverage_expected", "Agencies that owed that period");
  private final GaugeSnapshot.Builder yearReported =
      gauge("year_coverage_reported", "Agencies that reported some period of the year");
  private final GaugeSnapshot.Builder yearExpected =
      gauge("year_coverage_expected", "Agencies that exist and owe the indicator");

  List<GaugeSnapshot> gauges(Board board) {
    String province = board.catalogue().province().code();
    for (Indicator indicator : board.catalogue().indicators()) {
      RollUp rollUp = board.rollUp(indicator);
      Labels labels = Labels.of("province", province, "indicator", indicator.code().value());
      points(labels, rollUp.coverage(), reported, expected);
      points(labels, rollUp.yearCoverage(), yearReported, yearExpected);
    }
    return List.of(reported.build(), expected.build(), yearReported.build(), yearExpected.build());
  }

  private static void points(
      Labels labels,
      Coverage coverage,
      GaugeSnapshot.Builder reported,
      GaugeSnapshot.Builder expected) {
    BoardCollector.point(reported, labels, coverage.reported());
    BoardCollector.point(expected, labels, coverage.expected());
  }

  private static GaugeSnapshot.Builder gauge(String name, String help) {
    return GaugeSnapshot.builder().name("congkhai_indicator_" + name).help(help);
  }
}
