package vn.congkhai.intake;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.congkhai.access.Caller;
import vn.congkhai.http.Answers;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Text;

/// `POST /api/v1/observations`: takes figures, and answers once they are on disk.
final class PostObservations implements Handler<RoutingContext> {
  private static final Text MALFORMED =
      new Text("Nội dung không đọc được như JSON.", "The content cannot be read as JSON.");

  private final Authentication authentication;
  private final Desk desk;
  private final Appending appending;
  private final ReceiptJson receipts;

  PostObservations(
      Desk desk, Authentication authentication, Appending appending, ReceiptJson receipts) {
    this.desk = desk;
    this.authentication = authentication;
    this.appending = appending;
    this.receipts = receipts;
  }

  @Override
  public void handle(RoutingContext context) {
    if ("true".equals(context.request().getParam("dryRun"))) {
      preview(context);
    } else {
      appending.handle(context, 201, () -> draft(context));
    }
  }

  private void preview(RoutingContext context) {
    Draft draft = draft(context);
    Instant now = desk.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    Language language = Answers.language(context, Language.VI);
    Answers.json(context, 200, receipts.dryRun(desk.figures().preview(now, draft), language));
  }

  private Draft draft(RoutingContext context) {
    Caller caller = authentication.caller(context);
    Appending.requireType(context, "application/json", "JSON");
    RawSubmission raw =
        switch (JsonDecoder.decode(Appending.body(context).getBytes())) {
          case Checked.Valid<RawSubmission>(RawSubmission value) -> value;
          case Checked.Invalid<RawSubmission>(List<Problem> problems) ->
              throw new Failure(Failure.Kind.MALFORMED, MALFORMED, problems);
        };
    LocalDate today = LocalDate.ofInstant(desk.clock().instant(), Period.ZONE);
    return switch (Check.check(raw, desk.catalogue(), caller, today)) {
      case Checked.Valid<Draft>(Draft draft) -> draft;
      case Checked.Invalid<Draft>(List<Problem> problems) -> throw Appending.refused(problems);
    };
  }
}
