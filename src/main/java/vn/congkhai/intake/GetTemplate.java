package vn.congkhai.intake;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Caller;
import vn.congkhai.board.Board;
import vn.congkhai.content.Template;
import vn.congkhai.content.TemplateFormat;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Failure;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Regime;

/// `GET /template.csv?period=2026-10`, `/template.xlsx`: a table of what the caller's agency owes,
/// to be filled in and sent back. An administrator names the agency: `?agency=`.
public final class GetTemplate implements Handler<RoutingContext> {
  private static final int MOST_AT_ONCE = 8;

  private final Function<RoutingContext, Caller> callers;
  private final Desk desk;
  private final TemplateFormat format;
  private int writing;

  /// @param callers who calls, or a [Failure]
  public GetTemplate(Function<RoutingContext, Caller> callers, Desk desk, TemplateFormat format) {
    this.callers = callers;
    this.desk = desk;
    this.format = format;
  }

  @Override
  public void handle(RoutingContext context) {
    Caller caller = callers.apply(context);
    Board board = desk.board().board();
    Agency agency = Asked.agency(caller, context.request().getParam("agency"), desk.catalogue());
    Period period = period(board, context.request().getParam("period"));
    Language named = Language.tagged(context.request().getParam("lang"));
    Language language = named == null ? Answers.language(context, Language.VI) : named;
    if (writing >= MOST_AT_ONCE) {
      throw Failure.busy();
    }
    writing++;
    context
        .vertx()
        .executeBlocking(() -> format.write(Template.of(board, agency, period, language)), false)
        .map(Objects::requireNonNull)
        .onComplete(_ -> writing--)
        .onSuccess(file -> answer(context, agency, period, file))
        .onFailure(failure -> Answers.failure(context, failure));
  }

  private void answer(RoutingContext context, Agency agency, Period period, byte[] file) {
    String name = agency.code() + "-" + period + "." + format.ending();
    // a client that went away is told nothing, and nobody minds
    var _ =
        context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, format.contentType())
            .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            .end(Buffer.buffer(file));
  }

  private static Period period(Board board, @Nullable String named) {
    Period period = Asked.period(board, named);
    if (period == null) {
      return Period.containing(board.today(), Cycle.MONTH, Regime.ADMINISTRATIVE);
    }
    if (board.today().isBefore(period.start(Regime.ADMINISTRATIVE))) {
      throw new Failure(
          Failure.Kind.MALFORMED,
          "Kỳ " + period + " chưa bắt đầu.",
          "The period " + period + " has not begun.");
    }
    return period;
  }
}
