package vn.congkhai;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Routes;

/// The door for everybody: it answers `GET` and `HEAD` and nothing else. One instance for each
/// core; they share the port.
final class PublicDoor extends VerticleBase {
  private final HttpServerOptions options;
  private final List<? extends Routes> rooms;
  private final AtomicInteger port;
  private @Nullable HttpServer server;

  private PublicDoor(HttpServerOptions options, List<? extends Routes> rooms, AtomicInteger port) {
    this.options = options;
    this.rooms = rooms;
    this.port = port;
  }

  /// Opens the door. Completes with its port.
  static Future<Integer> open(
      Vertx vertx, HttpServerOptions options, List<? extends Routes> rooms) {
    if (options.getPort() == 0) {
      // Vert.x's word for one free port that all instances share
      options.setPort(-1);
    }
    AtomicInteger port = new AtomicInteger();
    DeploymentOptions each =
        new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
    return vertx
        .deployVerticle(() -> new PublicDoor(options, rooms, port), each)
        .map(_ -> port.get());
  }

  @Override
  public Future<?> start() {
    Router router = Edge.router(vertx);
    router.route().order(-50).handler(PublicDoor::readOnly);
    rooms.forEach(room -> room.addTo(router));
    return Edge.listen(vertx, options, router)
        .onSuccess(listening -> {
          server = listening;
          port.set(listening.actualPort());
        });
  }

  @Override
  public Future<?> stop() {
    // screens never end by themselves, so nobody waits for them
    return server == null ? Future.succeededFuture() : server.close();
  }

  private static void readOnly(RoutingContext context) {
    HttpMethod method = context.request().method();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      context.next();
    } else {
      context.response().putHeader("Allow", "GET, HEAD");
      context.fail(405);
    }
  }
}
