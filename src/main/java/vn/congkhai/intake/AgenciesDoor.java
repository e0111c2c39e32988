package vn.congkhai.intake;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.content.TemplateFormat;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Routes;

/// The door that agencies send through. It lives on the journal's event loop, so a submission
/// crosses no thread on its way to the disk.
public final class AgenciesDoor {
  private final Vertx vertx;
  private final HttpServerOptions options;
  private final int maxBodyBytes;
  private final Desk desk;
  private final Authentication authentication;
  private final Reception reception;
  private final List<? extends Routes> rooms;
  private @Nullable HttpServer server;

  /// @param rooms what else is served here
  public AgenciesDoor(
      Vertx vertx,
      HttpServerOptions options,
      int maxBodyBytes,
      Desk desk,
      Authentication authentication,
      Reception reception,
      List<? extends Routes> rooms) {
    this.vertx = vertx;
    this.options = options.setMaxFormAttributeSize(maxBodyBytes);
    this.maxBodyBytes = maxBodyBytes;
    this.desk = desk;
    this.authentication = authentication;
    this.reception = reception;
    this.rooms = List.copyOf(rooms);
  }

  /// Listens. Completes with the port. Call it on the journal's event loop.
  public Future<Integer> open() {
    return Edge.listen(vertx, options, router())
        .map(listening -> {
          server = listening;
          return listening.actualPort();
        });
  }

  /// Takes no more requests and completes when those under way were answered.
  public Future<Void> close() {
    return server == null ? Future.succeededFuture() : server.shutdown();
  }

  private Router router() {
    ReceiptJson receipts = new ReceiptJson(desk);
    BodyHandler body = BodyHandler.create(false).setBodyLimit(maxBodyBytes);
    Router router = Edge.router(vertx);
    Appending appending = new Appending(reception, receipts);
    router
        .post("/api/v1/observations")
        .handler(body)
        .handler(new PostObservations(authentication, reception, appending))
        .failureHandler(this::countRefusedBody);
    router
        .put("/api/v1/tasks/:plan/:number")
        .handler(body)
        .handler(new PutTask(desk, authentication, appending))
        .failureHandler(this::countRefusedBody);
    router
        .post("/api/v1/official-figures")
        .handler(body)
        .handler(new PostOfficialFigures(desk, authentication, appending))
        .failureHandler(this::countRefusedBody);
    for (TemplateFormat format : TemplateFormat.values()) {
      Edge.read(router, "/template." + format.ending())
          .handler(new GetTemplate(authentication::caller, desk, format));
    }
    Edge.read(router, "/api/v1/submissions/:number")
        .handler(new GetReceipt(authentication, reception, receipts));
    Edge.read(router, "/api/v1/me").handler(new GetMe(authentication, desk));
    Edge.read(router, "/api/v1/duties").handler(new GetDuties(authentication, desk));
    addTokens(router, body);
    rooms.forEach(room -> room.addTo(router));
    return router;
  }

  private void addTokens(Router router, BodyHandler body) {
    OneToken one = new OneToken(authentication, desk.tokens());
    router.post("/api/v1/tokens").handler(body).handler(new PostTokens(authentication, desk));
    Edge.read(router, "/api/v1/tokens").handler(new GetTokens(authentication, desk.tokens()));
    router.post("/api/v1/tokens/:id/rotate").handler(body).handler(one::rotate);
    router.delete("/api/v1/tokens/:id").handler(one::revoke);
  }

  /// A body that is too large or breaks off never reaches the handler that counts.
  private void countRefusedBody(RoutingContext context) {
    int status = context.statusCode();
    if (status >= 400 && status < 500) {
      desk.events().received();
      desk.events().refused();
    }
    context.next();
  }
}
