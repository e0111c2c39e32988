package vn.congkhai.telemetry;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Level;
import vn.congkhai.indicator.Target;

/// Turns what the board says of agencies, plans and targets into metrics: one pass over the
/// snapshot at each scrape. What it says of single figures is written by [FigureText]. One scrape
/// at a time.
final class BoardCollector implements MultiCollector {
  private final Supplier<Board> board;
  private @Nullable Board scraped;
  private @Nullable SeriesLabels labels;

  BoardCollector(Supplier<Board> board) {
    this.board = board;
  }

  @Override
  public MetricSnapshots collect() {
    Board now = scraped == null ? board.get() : scraped;
    scraped = null;
    SeriesLabels known = labels(now.catalogue());
    List<GaugeSnapshot> gauges = new ArrayList<>(new ConductGauges(now, known).gauges());
    gauges.addAll(new CoverageGauges().gauges(now));
    gauges.add(targets(now));
    gauges.add(
        single("congkhai_board_version", "Newest submission on the board", (double) now.version()));
    gauges.add(single("congkhai_board_year", "Year on the board", now.catalogue().year()));
    gauges.add(
        single(
            "congkhai_board_generated_timestamp_seconds",
            "When the board on show was made",
            now.generatedAt().toEpochMilli() / 1000.0));
    MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
    gauges.forEach(snapshots::metricSnapshot);
    new CatalogueInfos(now).infos().forEach(snapshots::metricSnapshot);
    return snapshots.build();
  }

  /// Writes the series of the figures. What is collected after it is of the same board.
  void writeFigures(OutputStream out) throws IOException {
    Board now = board.get();
    scraped = now;
    new FigureText(now, labels(now.catalogue()), out).write();
  }

  private SeriesLabels labels(Catalogue catalogue) {
    SeriesLabels known = labels;
    if (known == null || !known.areOf(catalogue)) {
      known = new SeriesLabels(catalogue);
      labels = known;
    }
    return known;
  }

  static void point(GaugeSnapshot.Builder gauge, Labels labels, double value) {
    gauge.dataPoint(
        GaugeSnapshot.GaugeDataPointSnapshot.builder().labels(labels).value(value).build());
  }

  private static GaugeSnapshot single(String name, String help, double value) {
    return GaugeSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder().value(value).build())
        .build();
  }

  /// A plan may print one target at several places: the strictest of them stands for it.
  private static GaugeSnapshot targets(Board board) {
    Catalogue catalogue = board.catalogue();
    Map<Labels, Target> strictest = new LinkedHashMap<>();
    for (Target target : catalogue.targets().all()) {
      Indicator indicator = catalogue.indicator(target.indicator().value());
      if (indicator == null || !indicator.percent() || !target.validity().on(board.judgingDay())) {
        continue;
      }
      for (Level level : levels(catalogue, target)) {
        strictest.merge(
            labels(catalogue, target, level),
            target,
            (one, other) -> Target.BY_STRICTNESS.compare(one, other) >= 0 ? one : other);
      }
    }
    GaugeSnapshot.Builder gauge =
        GaugeSnapshot.builder()
            .name("congkhai_indicator_target_ratio")
            .help("Target in force, as a fraction");
    strictest.forEach((labels, target) ->
        gauge.dataPoint(
            GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value(target.fraction().doubleValue())
                .build()));
    return gauge.build();
  }

  /// The levels it binds, those of single agencies included.
  private static Set<Level> levels(Catalogue catalogue, Target target) {
    Set<Level> levels = EnumSet.noneOf(Level.class);
    levels.addAll(target.binding().levels());
    for (AgencyCode code : target.binding().agencies()) {
      Agency agency = catalogue.agency(code.value());
      if (agency != null) {
        levels.add(agency.level());
      }
    }
    return levels;
  }

  private static Labels labels(Catalogue catalogue, Target target, Level level) {
    return Labels.of(
        "province", catalogue.province().code(),
        "level", level.code(),
        "indicator", target.indicator().value(),
        "plan", target.plan().value(),
        "comparator", target.bound().code());
  }
}
