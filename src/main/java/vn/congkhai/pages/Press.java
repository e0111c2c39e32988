package vn.congkhai.pages;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import vn.congkhai.board.Board;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Document;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Kept;
import vn.congkhai.indicator.Language;
import vn.congkhai.typeset.Assets;
import vn.congkhai.typeset.Templates;
import vn.congkhai.typeset.Words;

/// Draws pages. Each is drawn once for a board, a language and a minute (it says how old its
/// figures are), off the event loop, and then sent as the bytes it is.
final class Press {
  private static final String HTML = "text/html; charset=utf-8";
  private static final long MOST_BYTES = 12 << 20;
  private static final int MOST_AT_ONCE = 8;

  private final CurrentBoard current;
  private final Clock clock;
  private final Language usual;
  private final Notice notice;
  private final BooleanSupplier storing;
  private final Templates templates =
      new Templates(
          "agency",
          "board",
          "comparison",
          "duties",
          "duties-agency",
          "duties-period",
          "figure-history",
          "indicator",
          "matrix",
          "missing",
          "plan",
          "plans",
          "ranking",
          "receipt",
          "score",
          "submission",
          "tasks-agency");
  private final String assets = Assets.version();
  private final AtomicInteger drawing = new AtomicInteger();
  private final Kept<Address, Moment> drawn = new Kept<>(MOST_BYTES);

  /// @param usual language of a page when none is asked for
  /// @param storing whether figures can be stored at the moment
  Press(CurrentBoard current, Clock clock, Language usual, Notice notice, BooleanSupplier storing) {
    this.current = current;
    this.clock = clock;
    this.usual = usual;
    this.notice = notice;
    this.storing = storing;
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

  /// Sends a page of which there is a bounded number.
  void send(RoutingContext context, Page page) {
    Address address = new Address(page.path(), language(context));
    Sheet sheet = sheet();
    drawn
        .get(context.vertx(), address, sheet.moment(), () -> draw(sheet, page, address.language()))
        .onSuccess(document -> document.send(context))
        .onFailure(failure -> Answers.failure(context, failure));
  }

  /// Draws and sends a page of which there may be any number, and does not keep it. Only so many at
  /// a time.
  void sendOnce(RoutingContext context, Page page) {
    if (drawing.incrementAndGet() > MOST_AT_ONCE) {
      drawing.decrementAndGet();
      Answers.failure(context, Failure.busy());
      return;
    }
    Language language = language(context);
    Sheet sheet = sheet();
    Vertx vertx = context.vertx();
    vertx
        .executeBlocking(() -> draw(sheet, page, language), false)
        .map(Objects::requireNonNull)
        .onComplete(_ -> drawing.decrementAndGet())
        .onSuccess(document -> document.send(context))
        .onFailure(failure -> Answers.failure(context, failure));
  }

  /// What a page is drawn on now.
  private record Sheet(Board board, Instant now, Moment moment) {}

  private Sheet sheet() {
    Board board = current.board();
    Instant now = clock.instant();
    Moment moment =
        new Moment(
            board.version(),
            board.generatedAt(),
            now.truncatedTo(ChronoUnit.MINUTES),
            !storing.getAsBoolean());
    return new Sheet(board, now, moment);
  }

  private Document draw(Sheet sheet, Page page, Language language) {
    Words own = Words.of(language);
    Drawing board =
        new Drawing(
            sheet.board(),
            own,
            new Drawing.Surroundings(sheet.now(), notice, sheet.moment().databaseAway(), assets));
    return Document.of(
        HTML, sheet.moment().etag(), templates.draw(page.template(), page.view(board)));
  }

  private Language language(RoutingContext context) {
    Language named = Language.tagged(context.request().getParam("lang"));
    return named == null ? usual : named;
  }
}
