package vn.congkhai.intake;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.content.TemplateFormat;
import vn.congkhai.content.Texts;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Routes;

/// The door that agencies send through. It lives on the journal's event loop, so a submission
/// crosses no thread on its way to the disk.
public final class AgenciesDoor {
  /// Of a form: three for each indicator of a catalogue that asks for much.
  private static final int MOST_FIELDS = 4096;

  /// What may stand in the address of something that is sent.
  private static final List<String> PARAMETERS = List.of("dryRun", "agency", "period", "note");

  private final Vertx vertx;
  private final HttpServerOptions options;
  private final Arrivals arrivals;
  private final BodyHandler body;
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
      Arrivals arrivals,
      List<? extends Routes> rooms) {
    this.vertx = vertx;
    this.options = options.setMaxFormAttributeSize(maxBodyBytes).setMaxFormFields(MOST_FIELDS);
    this.arrivals = arrivals;
    this.body = BodyHandler.create(false).setBodyLimit(maxBodyBytes);
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
    Router router = Edge.router(vertx);
    Appending appending = new Appending(reception, receipts);
    sending(router.post("/api/v1/observations"))
        .handler(new PostObservations(authentication, reception, appending));
    sending(router.put("/api/v1/tasks/:plan/:number"))
        .handler(new PutTask(desk, authentication, appending));
    sending(router.post("/api/v1/official-figures"))
        .handler(new PostOfficialFigures(desk, authentication, appending));
    Edge.read(router, "/template.csv").handler(template(TemplateFormat.CSV));
    Edge.read(router, "/template.xlsx").handler(template(TemplateFormat.XLSX));
    Edge.read(router, "/api/v1/submissions/:number")
        .handler(new GetReceipt(authentication, reception, receipts));
    Edge.read(router, "/api/v1/me").handler(new GetMe(authentication, desk));
    Edge.read(router, "/api/v1/duties").handler(new GetDuties(authentication, desk));
    addTokens(router);
    rooms.forEach(room -> room.addTo(router));
    return router;
  }

  private GetTemplate template(TemplateFormat format) {
    return new GetTemplate(authentication::caller, desk, format);
  }

  private void addTokens(Router router) {
    OneToken one = new OneToken(authentication, desk.tokens());
    bodied(router.post("/api/v1/tokens")).handler(new PostTokens(authentication, desk));
    Edge.read(router, "/api/v1/tokens").handler(new GetTokens(authentication, desk.tokens()));
    bodied(router.post("/api/v1/tokens/:id/rotate")).handler(one::rotate);
    router.delete("/api/v1/tokens/:id").handler(one::revoke);
  }

  /// A route that is sent something to be stored.
  private Route sending(Route route) {
    return bodied(route.handler(AgenciesDoor::onlyKnown)).failureHandler(this::countUntaken);
  }

  /// A route with a body: it is read when it is known who sends it, and while there is room.
  private Route bodied(Route route) {
    return route
        .handler(this::known)
        .handler(arrivals)
        .handler(context -> body.handle(context))
        .handler(AgenciesDoor::arrived);
  }

  private void known(RoutingContext context) {
    var _ = authentication.caller(context);
    context.next();
  }

  /// A parameter that is misspelt must not pass for one that was not given.
  private static void onlyKnown(RoutingContext context) {
    for (String name : context.queryParams().names()) {
      if (!PARAMETERS.contains(name)) {
        String all = String.join(", ", PARAMETERS);
        throw new Failure(
            Failure.Kind.MALFORMED,
            "Không có tham số “" + Texts.shortened(name) + "”; chỉ có: " + all + ".",
            "There is no parameter “" + Texts.shortened(name) + "”; there are: " + all + ".");
      }
    }
    context.next();
  }

  private static void arrived(RoutingContext context) {
    Arrivals.arrived(context);
    context.next();
  }

  /// What fails before it is taken is counted here: a stranger, a body that is too large, or for
  /// which there is no room.
  private void countUntaken(RoutingContext context) {
    int status =
        context.failure() instanceof Failure failure
            ? failure.kind().status()
            : context.statusCode();
    String query = context.request().query();
    boolean dryRun = query != null && query.contains("dryRun=true");
    if (status >= 400 && !dryRun) {
      desk.events().received();
      if (status < 500) {
        desk.events().refused();
      } else {
        desk.events().failed();
      }
    }
    context.next();
  }
}
