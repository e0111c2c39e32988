package vn.congkhai.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import vn.congkhai.board.Board;
import vn.congkhai.intake.IntakeEvents;
import vn.congkhai.journal.JournalEvents;

/// The metrics of this process.
public final class Telemetry implements IntakeEvents, JournalEvents {
  private static final Duration[] COMMIT_BOUNDS = {
    Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10),
    Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250),
    Duration.ofSeconds(1), Duration.ofSeconds(5)
  };
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
        .with(new VertxOptions().setMetricsOptions(options).setPreferNativeTransport(true))
        .withMetrics(new MicrometerMetricsFactory(registry))
        .build();
  }

  /// Publishes the board that is on show at the time of each scrape.
  public void publish(Supplier<Board> board) {
    registry.getPrometheusRegistry().register(new BoardCollector(board));
  }

  /// Publishes how many lines each named screen has at the time of each scrape.
  ///
  /// @param connected lines by name; names are codes, and there are not many of them
  public void publishScreens(Supplier<Map<String, Integer>> connected) {
    registry.getPrometheusRegistry().register(new ScreensCollector(connected));
  }

  /// All metrics in the text format that suits the `Accept` header. Takes time in proportion to the
  /// number of series: call it off the event loop.
  ///
  /// @param contentType one of [#contentType]
  public Buffer scrape(String contentType) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * 1024);
    registry.scrape(bytes, contentType);
    return Buffer.buffer(bytes.toByteArray());
  }

  /// The content type to answer with: OpenMetrics when it is asked for, else Prometheus text.
  public String contentType(String accept) {
    return accept.contains("application/openmetrics-text")
        ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
        : "text/plain; version=0.0.4; charset=utf-8";
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
