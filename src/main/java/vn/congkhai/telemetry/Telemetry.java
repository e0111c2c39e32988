package vn.congkhai.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.intake.IntakeEvents;
import vn.congkhai.journal.JournalEvents;

/// The metrics of this process.
public final class Telemetry implements IntakeEvents, JournalEvents {
  public static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";
  public static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private static final Duration[] COMMIT_BOUNDS = {
    Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10),
    Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250),
    Duration.ofSeconds(1), Duration.ofSeconds(5)
  };

  /// A database that moves, as in a restarted container, is found again within this; name servers
  /// may say that an address holds for ten minutes.
  private static final int NAME_SECONDS = 5;

  private static final double[] BATCH_BOUNDS = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Counter received = outcome("received");
  private final Counter accepted = outcome("accepted");
  private final Counter refused = outcome("refused");
  private final Counter failed = outcome("failed");
  private final Timer commitDuration =
      Timer.builder("congkhai.commit.duration")
          .description("Time from the start of a commit until it was on disk")
          .serviceLevelObjectives(COMMIT_BOUNDS)
          .register(registry);
  private final DistributionSummary commitSubmissions =
      DistributionSummary.builder("congkhai.commit.submissions")
          .description("Submissions that shared one commit")
          .serviceLevelObjectives(BATCH_BOUNDS)
          .register(registry);

  private volatile @Nullable BoardCollector collector;

  /// Counts what the JVM does as well, but for two meters whose names break Prometheus's rules.
  public Telemetry() {
    registry
        .config()
        .meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"))
        .meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /// A Vert.x that reports its HTTP servers and pools here.
  public Vertx vertx() {
    MicrometerMetricsOptions options =
        new MicrometerMetricsOptions()
            .setEnabled(true)
            .addDisabledMetricsCategory(MetricsDomain.NET_SERVER.toCategory())
            .addDisabledMetricsCategory(MetricsDomain.NET_CLIENT.toCategory())
            .addDisabledMetricsCategory(MetricsDomain.EVENT_BUS.toCategory())
            .addDisabledMetricsCategory(MetricsDomain.VERTICLES.toCategory());
    return Vertx.builder()
        .with(
            new VertxOptions()
                .setMetricsOptions(options)
                .setPreferNativeTransport(true)
                .setAddressResolverOptions(
                    new AddressResolverOptions().setCacheMaxTimeToLive(NAME_SECONDS)))
        .withMetrics(new MicrometerMetricsFactory(registry))
        .build();
  }

  /// Publishes the board that is on show at the time of each scrape.
  ///
  /// @param stored number of the newest submission that this process knows to be stored
  public void publish(Supplier<Board> board, LongSupplier stored) {
    collector = new BoardCollector(board);
    registry.getPrometheusRegistry().register(collector);
    Gauge.builder("congkhai.journal.version", stored::getAsLong)
        .description("Newest submission that this replica knows to be stored")
        .register(registry);
  }

  /// Publishes how far the tables are that dashboards read.
  ///
  /// @param taken number of the newest submission that they have
  public void publishHistory(LongSupplier taken) {
    Gauge.builder("congkhai.history.version", taken::getAsLong)
        .description("Newest submission that dashboards find in the database")
        .register(registry);
  }

  /// Publishes how many lines each named screen has at the time of each scrape.
  ///
  /// @param connected lines by name; names are codes, and there are not many of them
  public void publishScreens(Supplier<Map<String, Integer>> connected) {
    registry.getPrometheusRegistry().register(new ScreensCollector(connected));
  }

  /// Publishes whether submissions can be stored.
  public void publishReadiness(BooleanSupplier ready) {
    Gauge.builder("congkhai.ready", () -> ready.getAsBoolean() ? 1 : 0)
        .description("1 when submissions can be stored, else 0")
        .register(registry);
  }

  /// Publishes where the public board is, for the links of dashboards.
  public void publishAddress(Supplier<String> url) {
    MetricMetadata metadata = new MetricMetadata("congkhai_public", "Address of the public board");
    registry
        .getPrometheusRegistry()
        .register(() ->
            new InfoSnapshot(
                metadata, List.of(new InfoDataPointSnapshot(Labels.of("url", url.get())))));
  }

  /// Publishes how much room there is where the service keeps its data.
  ///
  /// @param folder that exists
  public void publishDisk(Path folder) {
    disk(
        "free",
        "Room that is left on the disk of the data folder",
        folder.toFile()::getUsableSpace);
    disk("total", "Size of the disk of the data folder", folder.toFile()::getTotalSpace);
  }

  private void disk(String name, String help, Supplier<Number> bytes) {
    Gauge.builder("congkhai.disk." + name, bytes)
        .description(help)
        .baseUnit("bytes")
        .register(registry);
  }

  /// All metrics in that text format, compressed by gzip: hundreds of thousands of series are tens
  /// of megabytes otherwise. All of it is of one board. Takes time in proportion to the number of
  /// series, and one scrape waits for the other: call it off the event loop.
  ///
  /// @param contentType [#OPEN_METRICS] or [#PROMETHEUS_TEXT]
  public synchronized Buffer scrape(String contentType) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * 1024);
    try (OutputStream gzip = new BufferedOutputStream(new FastGzip(bytes), 64 * 1024)) {
      BoardCollector figures = collector;
      if (figures != null) {
        figures.writeFigures(gzip);
      }
      registry.scrape(gzip, contentType);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  /// Compresses hardly less than the usual, in a fraction of its time: lines of metrics are much
  /// alike.
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 64 * 1024);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  @Override
  public void received() {
    received.increment();
  }

  @Override
  public void accepted() {
    accepted.increment();
  }

  @Override
  public void refused() {
    refused.increment();
  }

  @Override
  public void failed() {
    failed.increment();
  }

  @Override
  public void committed(int submissions, Duration took) {
    commitDuration.record(took);
    commitSubmissions.record(submissions);
  }

  private Counter outcome(String outcome) {
    return Counter.builder("congkhai.submissions")
        .description("Submissions by outcome; received = accepted + refused + failed")
        .tag("outcome", outcome)
        .register(registry);
  }
}
