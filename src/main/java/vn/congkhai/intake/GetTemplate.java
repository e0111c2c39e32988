package vn.congkhai.intake;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Caller;
import vn.congkhai.board.Board;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Failure;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Regime;

/// `GET /template.csv?period=2026-10`, `/template.xlsx`: a table of what the caller's agency owes,
/// to be filled in and sent back. An administrator names the agency: `?agency=`.
final class GetTemplate implements Handler<RoutingContext> {
  private final Authentication authentication;
  private final Desk desk;
  private final TemplateFormat format;

  GetTemplate(Authentication authentication, Desk desk, TemplateFormat format) {
    this.authentication = authentication;
    this.desk = desk;
    this.format = format;
  }

  @Override
  public void handle(RoutingContext context) {
    Caller caller = authentication.caller(context);
    Board board = desk.board().board();
    Agency agency = agency(caller, context.request().getParam("agency"));
    Period period = period(board, context.request().getParam("period"));
    Language language = Answers.language(context, Language.VI);
    context
        .vertx()
        .executeBlocking(() -> format.write(Template.of(board, agency, period, language)), false)
        .map(Objects::requireNonNull)
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

  private Agency agency(Caller caller, @Nullable String named) {
    String code =
        named == null && caller instanceof Caller.OfAgency own ? own.agency().value() : named;
    if (code == null) {
      throw new Failure(
          Failure.Kind.MALFORMED, "Hãy nêu cơ quan: “?agency=…”.", "Name the agency: “?agency=…”.");
    }
    Agency agency = desk.catalogue().agency(code);
    // whether another agency exists is nothing that an agency's answer depends on
    boolean own =
        agency == null ? caller instanceof Caller.Administrator : caller.mayActFor(agency.code());
    if (!own) {
      throw new Failure(
          Failure.Kind.FORBIDDEN,
          "Mã truy cập này không dùng được cho cơ quan khác.",
          "This token is not for another agency.");
    }
    if (agency == null) {
      throw new Failure(
          Failure.Kind.NOT_FOUND, "Không có cơ quan này.", "There is no such agency.");
    }
    return agency;
  }

  private static Period period(Board board, @Nullable String asked) {
    if (asked == null) {
      Period newest = board.duties().newestEnded();
      return newest == null
          ? Period.containing(board.today(), Cycle.MONTH, Regime.ADMINISTRATIVE)
          : newest;
    }
    Period period = Period.parse(asked);
    if (period == null) {
      throw new Failure(
          Failure.Kind.MALFORMED,
          "“period” phải là kỳ báo cáo, ví dụ 2026-10, 2026-Q4.",
          "“period” must be a period, for example 2026-10, 2026-Q4.");
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
