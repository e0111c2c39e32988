package vn.congkhai.telemetry;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Map;
import java.util.function.Supplier;

/// Turns the presence of screens into a gauge.
final class ScreensCollector implements Collector {
  private final Supplier<Map<String, Integer>> connected;

  ScreensCollector(Supplier<Map<String, Integer>> connected) {
    this.connected = connected;
  }

  @Override
  public MetricSnapshot collect() {
    GaugeSnapshot.Builder gauge =
        GaugeSnapshot.builder()
            .name("congkhai_screens_connected")
            .help(
                "Open lines of each screen that has a playlist, 0 when it is dark; of all others together");
    connected
        .get()
        .forEach((name, lines) ->
            gauge.dataPoint(
                GaugeDataPointSnapshot.builder()
                    .labels(Labels.of("screen", name))
                    .value(lines)
                    .build()));
    return gauge.build();
  }
}
