package vn.congkhai.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Board;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Document;
import vn.congkhai.http.Edge;
import vn.congkhai.http.Kept;
import vn.congkhai.http.Routes;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Language;

/// The public pages. Each is drawn once for a board, a language and a minute (it says how old its
/// figures are), off the event loop, and then sent as the bytes it is.
public final class Pages implements Routes {
  private static final String HTML = "text/html; charset=utf-8";

  private final CurrentBoard current;
  private final Clock clock;
  private final Language usual;
  private final Notice notice;
  private final BooleanSupplier storing;
  private final Templates templates = new Templates();
  private final String assets = Assets.version();
  private final Map<Language, Words> words = new EnumMap<>(Language.class);
  private final Kept<Address, Moment> drawn = new Kept<>();

  /// @param usual language of a page when none is asked for
  /// @param storing whether figures can be stored at the moment
  public Pages(
      CurrentBoard current, Clock clock, Language usual, Notice notice, BooleanSupplier storing) {
    this.current = current;
    this.clock = clock;
    this.usual = usual;
    this.notice = notice;
    this.storing = storing;
    for (Language language : Language.values()) {
      words.put(language, Words.of(language));
    }
  }

  /// A page in a language. Only pages that exist get one, so their number is bounded.
  private record Address(String path, Language language) {}

  /// What a drawn page holds for. It names the board and does not keep it.
  private record Moment(long version, Instant generatedAt, Instant minute, boolean databaseAway) {
    String etag() {
      return version
          + "-"
          + generatedAt.toEpochMilli()
          + "-"
          + minute.getEpochSecond() / 60
          + (databaseAway ? "-away" : "");
    }
  }

  @Override
  public void addTo(Router router) {
    Edge.read(router, "/").handler(Pages::toBoard);
    Edge.read(router, "/board*").handler(Edge::pageHeaders);
    Edge.read(router, "/board").handler(this::province);
    Edge.read(router, "/board/agencies/:code").handler(this::agency);
    Edge.read(router, "/board/indicators/:code").handler(this::indicator);
    Edge.read(router, "/board/*").handler(this::missing);
    Edge.read(router, "/static/*")
        .handler(StaticHandler.create("web/static").setIncludeHidden(false).setMaxAgeSeconds(3600));
  }

  private static void toBoard(RoutingContext context) {
    String query = context.request().query();
    var _ =
        context
            .response()
            .setStatusCode(302)
            .putHeader("Location", query == null ? "/board" : "/board?" + query)
            .end();
  }

  private void province(RoutingContext context) {
    answer(context, "/board", views -> templates.draw(views.province()));
  }

  private void agency(RoutingContext context) {
    Agency agency = current.board().catalogue().agency(code(context));
    if (agency == null) {
      missing(context);
    } else {
      String path = "/board/agencies/" + agency.code();
      answer(context, path, views -> templates.draw(views.agency(agency)));
    }
  }

  private void indicator(RoutingContext context) {
    Indicator indicator = current.board().catalogue().indicator(code(context));
    if (indicator == null) {
      missing(context);
    } else {
      String path = "/board/indicators/" + indicator.code();
      answer(context, path, views -> templates.draw(views.indicator(indicator)));
    }
  }

  private void missing(RoutingContext context) {
    context.response().setStatusCode(404);
    answer(context, "", views -> templates.draw(views.missing()));
  }

  private static String code(RoutingContext context) {
    String code = context.pathParam("code");
    return code == null ? "" : code;
  }

  private void answer(RoutingContext context, String path, Function<ViewMaker, Buffer> drawing) {
    Address address = new Address(path, language(context.request().getParam("lang")));
    Instant now = clock.instant();
    Board board = current.board();
    Moment moment =
        new Moment(
            board.version(),
            board.generatedAt(),
            now.truncatedTo(ChronoUnit.MINUTES),
            !storing.getAsBoolean());
    drawn
        .get(
            context.vertx(),
            address,
            moment,
            () -> draw(moment, board, address.language(), now, drawing))
        .onSuccess(document -> document.send(context))
        .onFailure(failure -> Answers.failure(context, failure));
  }

  private Document draw(
      Moment moment,
      Board board,
      Language language,
      Instant now,
      Function<ViewMaker, Buffer> drawing) {
    Words own = words.getOrDefault(language, Words.of(language));
    ViewMaker views =
        new ViewMaker(
            board, own, new ViewMaker.Surroundings(now, notice, moment.databaseAway(), assets));
    return Document.of(HTML, moment.etag(), drawing.apply(views));
  }

  private Language language(@Nullable String tag) {
    for (Language language : Language.values()) {
      if (language.tag().equals(tag)) {
        return language;
      }
    }
    return usual;
  }
}
