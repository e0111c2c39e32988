package vn.congkhai.ops;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Routes;
import vn.congkhai.indicator.Language;
import vn.congkhai.screens.RollCall;
import vn.congkhai.typeset.Assets;
import vn.congkhai.typeset.Templates;
import vn.congkhai.typeset.Words;

/// `/screens`: which screens are dark and what the others show, for an operator to leave open; the
/// same for programs at `/screens.json`.
public final class ScreensPage implements Routes {
  private final RollCall rollCall;
  private final LongSupplier board;
  private final String program;
  private final Clock clock;
  private final Language usual;
  private final Instant startedAt;
  private final Templates templates = new Templates("screens");

  /// @param board version that is on show
  /// @param program version of this program
  /// @param usual language of the page when none is asked for
  public ScreensPage(
      RollCall rollCall, LongSupplier board, String program, Clock clock, Language usual) {
    this.rollCall = rollCall;
    this.board = board;
    this.program = program;
    this.clock = clock;
    this.usual = usual;
    this.startedAt = clock.instant();
  }

  @Override
  public void addTo(Router router) {
    Edge.read(router, "/screens").handler(Edge::pageHeaders).handler(this::page);
    Edge.read(router, "/screens.json").handler(this::json);
    Assets.addTo(router);
  }

  private ScreensView.Scene scene() {
    return new ScreensView.Scene(board.getAsLong(), program, startedAt, clock.instant());
  }

  private void page(RoutingContext context) {
    Language asked = Language.tagged(context.request().getParam("lang"));
    Language language = asked == null ? usual : asked;
    context
        .vertx()
        .executeBlocking(() -> draw(language), false)
        .onSuccess(page -> send(context, page))
        .onFailure(failure -> Answers.failure(context, failure));
  }

  private Buffer draw(Language language) {
    List<RollCall.Entry> entries = rollCall.entries();
    return templates.draw("screens", ScreensView.of(entries, scene(), Words.of(language)));
  }

  private static void send(RoutingContext context, Buffer page) {
    // a reader that went away is told nothing, and nobody minds
    var _ =
        context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            .end(page);
  }

  private void json(RoutingContext context) {
    Answers.json(context, 200, ScreensJson.of(rollCall.entries(), scene()));
  }
}
