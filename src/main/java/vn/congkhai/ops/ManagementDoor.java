package vn.congkhai.ops;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Document;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Json;
import vn.congkhai.http.Routes;
import vn.congkhai.telemetry.Telemetry;

/// Serves `/metrics`, `/healthz` and `/readyz`, and pages for operators. It opens first and closes
/// last, so that an operator can always ask.
public final class ManagementDoor extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(ManagementDoor.class);

  private final HttpServerOptions options;
  private final Telemetry telemetry;
  private final Readiness readiness;
  private volatile boolean renders = true;
  private @Nullable Router router;
  private @Nullable HttpServer server;

  public ManagementDoor(HttpServerOptions options, Telemetry telemetry, Readiness readiness) {
    this.options = options;
    this.telemetry = telemetry;
    this.readiness = readiness;
  }

  @Override
  public Future<?> start() {
    Router router = Edge.router(vertx);
    Edge.read(router, "/metrics").handler(this::metrics);
    Edge.read(router, "/healthz").handler(context -> state(context, 200, List.of()));
    Edge.read(router, "/readyz").handler(this::readyz);
    this.router = router;
    return Edge.listen(vertx, options, router).onSuccess(listening -> server = listening);
  }

  /// Serves a room as well that could not be there when the door opened. Call it after that.
  public void add(Routes room) {
    room.addTo(requireNonNull(router));
  }

  @Override
  public Future<?> stop() {
    return server == null ? Future.succeededFuture() : server.shutdown();
  }

  /// The port that was asked for, or the one that was free; 0 before it listens.
  public int port() {
    return server == null ? 0 : server.actualPort();
  }

  private void readyz(RoutingContext context) {
    List<String> reasons = new ArrayList<>(readiness.reasons());
    if (!renders) {
      reasons.add("metrics-not-rendered");
    }
    state(context, reasons.isEmpty() ? 200 : 503, reasons);
  }

  private static void state(RoutingContext context, int status, List<String> reasons) {
    Answers.json(
        context,
        status,
        Json.object(json -> {
          json.writeStringField("status", reasons.isEmpty() ? "up" : "down");
          json.writeArrayFieldStart("reasons");
          for (String reason : reasons) {
            json.writeString(reason);
          }
          json.writeEndArray();
        }));
  }

  private void metrics(RoutingContext context) {
    String type = contentType(context);
    vertx
        .executeBlocking(() -> telemetry.scrape(type))
        .onSuccess(compressed -> {
          renders = true;
          send(context, type, compressed);
        })
        .onFailure(failure -> {
          renders = false;
          LOG.error("metrics.failed", failure);
          Answers.failure(context, failure);
        });
  }

  private static void send(RoutingContext context, String type, Buffer compressed) {
    HttpServerResponse response = context.response().putHeader(HttpHeaders.CONTENT_TYPE, type);
    response.putHeader(HttpHeaders.VARY, "Accept, Accept-Encoding");
    if (Document.compressed(context)) {
      var _ = response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(compressed);
    } else {
      Unpacking.send(response, compressed);
    }
  }

  /// OpenMetrics when it is asked for, and not for want of something better.
  private static String contentType(RoutingContext context) {
    for (MIMEHeader wanted : context.parsedHeaders().accept()) {
      String type = wanted.component() + "/" + wanted.subComponent();
      if (wanted.weight() > 0 && type.equals("application/openmetrics-text")) {
        return Telemetry.OPEN_METRICS;
      }
      if (wanted.weight() > 0 && type.equals("text/plain")) {
        return Telemetry.PROMETHEUS_TEXT;
      }
    }
    return Telemetry.PROMETHEUS_TEXT;
  }
}
