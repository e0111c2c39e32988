package vn.congkhai.pages;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import vn.congkhai.board.Board;
import vn.congkhai.board.CurrentBoard;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Document;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Kept;
import vn.congkhai.indicator.Language;
import vn.congkhai.typeset.Assets;

/// Draws pages. Each is drawn once for a board, a language and a minute (it says how old its
/// figures are), off the event loop, and then sent as the bytes it is.
public final class Press {
  private static final String HTML = "text/html; charset=utf-8";
  private static final long MOST_BYTES = 12 << 20;
  private static final int MOST_AT_ONCE = 8;

  private final CurrentBoard current;
  private final Clock clock;
  private final Language usual;
  private final Notice notice;
  private final BooleanSupplier storing;
  private final Layouts layouts = new Layouts();
  private final String assets = Assets.path();
  private final AtomicInteger drawing = new AtomicInteger();
  private final Kept<Asked, Moment> drawn = new Kept<>(MOST_BYTES);

  /// @param storing whether figures can be stored at the moment
  public Press(CurrentBoard current, Clock clock, HouseRules rules, BooleanSupplier storing) {
    this.current = current;
    this.clock = clock;
    this.usual = rules.language();
    this.notice = rules.notice();
    this.storing = storing;
  }

  /// What a drawn page holds for. It names the board and does not keep it.
  ///
  /// @param reel the sign of what a screen shows by turns; empty for a page to read
  private record Moment(
      long version, Instant generatedAt, Instant minute, boolean databaseAway, String reel) {
    String etag() {
      return version
          + "-"
          + generatedAt.toEpochMilli()
          + "-"
          + minute.getEpochSecond() / 60
          + (databaseAway ? "-away" : "")
          + (reel.isEmpty() ? "" : "-" + reel);
    }
  }

  /// Sends a page of which there is a bounded number.
  ///
  /// @param reel that holds the page when it is wanted for a screen
  void send(RoutingContext context, Page page, Reel reel) {
    Asked asked = Asked.of(context, page.path(), parts(page), usual);
    keep(context, asked, reel, drawing -> bound(page, reel, drawing));
  }

  /// Sends what a screen shows by turns.
  ///
  /// @param path of the screen
  void send(RoutingContext context, String path, Reel reel) {
    Asked.unattended(context);
    Asked asked = Asked.of(context, path, 1, usual);
    keep(context, asked, reel, drawing -> layouts.unattended(reel, drawing));
  }

  private int parts(Page page) {
    return page.parted() ? Drawing.parts(current.board().catalogue().agencies().size()) : 1;
  }

  private void keep(
      RoutingContext context, Asked asked, Reel reel, Function<Drawing, Buffer> binding) {
    Sheet sheet = sheet(asked.unattended() ? reel.sign() : "");
    drawn
        .get(context.vertx(), asked, sheet.moment(), () -> draw(sheet, asked, binding))
        .onSuccess(document -> document.send(context))
        .onFailure(failure -> Answers.failure(context, failure));
  }

  /// Draws and sends a page of which there may be any number, and does not keep it. Only so many at
  /// a time.
  void sendOnce(RoutingContext context, Page page, Reel reel) {
    if (drawing.incrementAndGet() > MOST_AT_ONCE) {
      drawing.decrementAndGet();
      Answers.failure(context, Failure.busy());
      return;
    }
    Asked asked = Asked.of(context, page.path(), 1, usual);
    Sheet sheet = sheet(asked.unattended() ? reel.sign() : "");
    Vertx vertx = context.vertx();
    vertx
        .executeBlocking(() -> draw(sheet, asked, drawing -> bound(page, reel, drawing)), false)
        .map(Objects::requireNonNull)
        .onComplete(_ -> drawing.decrementAndGet())
        .onSuccess(document -> document.send(context))
        .onFailure(failure -> Answers.failure(context, failure));
  }

  private Buffer bound(Page page, Reel reel, Drawing drawing) {
    return drawing.asked().unattended()
        ? layouts.unattended(reel, drawing)
        : layouts.browsed(page, drawing);
  }

  /// What a page is drawn on now.
  private record Sheet(Board board, Instant now, Moment moment) {}

  private Sheet sheet(String reel) {
    Board board = current.board();
    Instant now = clock.instant();
    Moment moment =
        new Moment(
            board.version(),
            board.generatedAt(),
            now.truncatedTo(ChronoUnit.MINUTES),
            !storing.getAsBoolean(),
            reel);
    return new Sheet(board, now, moment);
  }

  private Document draw(Sheet sheet, Asked asked, Function<Drawing, Buffer> binding) {
    var surroundings =
        new Drawing.Surroundings(sheet.now(), notice, sheet.moment().databaseAway(), assets);
    Drawing drawing = new Drawing(sheet.board(), asked, surroundings);
    return Document.of(HTML, sheet.moment().etag(), binding.apply(drawing));
  }
}
